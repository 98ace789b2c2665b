import type { DynamicsWebApi } from 'dynamics-web-api';
import { type Running, type Send, account, contact, opportunity, startDynamics } from './dynamics-http.ts';

interface Opportunity {
  opportunityid: string;
  name: string;
  estimatedvalue: number;
  '@odata.etag': string;
  parentaccountid: { name: string };
  opportunity_connections1: { name: string }[];
}

/** What `create` takes and, without a representation, answers: the id. */
type Made = object & string;

let dynamics: Running;
let api: DynamicsWebApi;
let sandbox: Send;

beforeAll(async () => {
  dynamics = await startDynamics();
});
beforeEach(async () => {
  await dynamics.control('POST', 'reset');
  api = await dynamics.client('sandbox');
  sandbox = await dynamics.as('sandbox');
});
afterAll(() => dynamics.stop());

const data = (changes: object = {}): object => ({
  name: 'A new deal',
  estimatedvalue: 1234.5,
  estimatedclosedate: '2027-02-28',
  'parentaccountid@odata.bind': `/accounts(${account(1)})`,
  ...changes,
});

describe('dynamics-web-api against the stand-in', () => {
  it('creates, reads and updates with the row version', async () => {
    const id = await api.create<Made>({ collection: 'opportunities', data: data() as Made });
    const row = await api.retrieve<Opportunity>({
      collection: 'opportunities',
      key: id,
      select: ['name', 'estimatedvalue'],
      expand: [{ property: 'parentaccountid', select: ['name'] }],
    });
    expect(row).toMatchObject({
      name: 'A new deal',
      estimatedvalue: 1234.5,
      parentaccountid: { name: 'Alpine Precision Works' },
    });

    const etag = row['@odata.etag'];
    await expect(
      api.update({ collection: 'opportunities', key: id, data: { name: 'Changed' }, ifmatch: etag }),
    ).resolves.toBe(true);
    // The library answers `false` for a 412.
    await expect(
      api.update({ collection: 'opportunities', key: id, data: { name: 'Stale' }, ifmatch: etag }),
    ).resolves.toBe(false);
    const after = await api.retrieve<Opportunity>({ collection: 'opportunities', key: id, select: ['name'] });
    expect(after.name).toBe('Changed');
  });

  it('upserts by alternate key', async () => {
    const key = "cosell_referralidentifier='R-''1/2'";
    await api.upsert({ collection: 'opportunities', key, data: data() });
    await api.upsert({ collection: 'opportunities', key, data: { name: 'Second time' } });
    const found = await api.retrieveMultiple<Opportunity>({
      collection: 'opportunities',
      select: ['name'],
      filter: "cosell_referralidentifier eq 'R-''1/2'",
    });
    expect(found.value.map(({ name }) => name)).toEqual(['Second time']);
    const one = await api.retrieve<Opportunity>({ collection: 'opportunities', key, select: ['name'] });
    expect(one.name).toBe('Second time');
  });

  it('pages to the end', async () => {
    const first = await api.retrieveMultiple<Opportunity>({
      collection: 'opportunities',
      select: ['name'],
      orderBy: ['name'],
      maxPageSize: 5,
      count: true,
    });
    expect(first.value).toHaveLength(5);
    expect(first.oDataCount).toBe(13);
    const second = await api.retrieveMultiple<Opportunity>(
      { collection: 'opportunities', maxPageSize: 5 },
      first.oDataNextLink,
    );
    const third = await api.retrieveMultiple<Opportunity>(
      { collection: 'opportunities', maxPageSize: 5 },
      second.oDataNextLink,
    );
    expect(third.value).toHaveLength(3);
    expect(third.oDataNextLink).toBeUndefined();
    const names = [first, second, third].flatMap(({ value }) => value.map(({ name }) => name));
    expect(new Set(names).size).toBe(13);
    expect([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))).toEqual(names);
  });

  it('expands lookups and collections', async () => {
    const row = await api.retrieve<Opportunity>({
      collection: 'opportunities',
      key: opportunity(3),
      select: ['name'],
      expand: [
        { property: 'parentaccountid', select: ['name'] },
        {
          property: 'opportunity_connections1',
          select: ['name'],
          expand: [{ property: 'record2id_contact', select: ['emailaddress1'] }],
        },
      ],
    });
    expect(row.parentaccountid.name).toBe('Cascade Outdoor Stores');
    expect(row.opportunity_connections1).toMatchObject([
      { name: 'Noah Lindqvist', record2id_contact: { emailaddress1: 'noah.lindqvist@cascadeoutdoor.example' } },
    ]);
  });

  it('runs a change set with references, all or nothing', async () => {
    const batch = (country: unknown): Promise<unknown[]> => {
      api.startBatch();
      void api.create({
        collection: 'accounts',
        data: { name: 'From a batch', address1_country: country },
        contentId: '1',
      });
      void api.create({
        collection: 'opportunities',
        data: data({ name: 'In the batch', 'parentaccountid@odata.bind': '$1' }),
      });
      return api.executeBatch();
    };
    await expect(batch(5)).rejects.toBeDefined();
    const nothing = await api.retrieveMultiple({ collection: 'accounts', filter: "name eq 'From a batch'" });
    expect(nothing.value).toEqual([]);

    const ids = await batch('NO');
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    const row = await api.retrieve<Opportunity>({
      collection: 'opportunities',
      key: String(ids[1]),
      select: ['name'],
      expand: [{ property: 'parentaccountid', select: ['name'] }],
    });
    expect(row.parentaccountid.name).toBe('From a batch');
  });

  it('wins an opportunity', async () => {
    await api.callAction({
      actionName: 'WinOpportunity',
      action: {
        Status: 3,
        OpportunityClose: { subject: 'Won', 'opportunityid@odata.bind': `/opportunities(${opportunity(1)})` },
      },
    });
    const { body } = await sandbox('GET', `opportunities(${opportunity(1)})?$select=statecode,statuscode,actualvalue`);
    expect(body).toMatchObject({ statecode: 1, statuscode: 3, actualvalue: 184_500.5 });
  });

  it('throws what the service says on throttling', async () => {
    const respond = {
      status: 429,
      headers: { 'retry-after': '7' },
      body: { error: { code: '0x80072322', message: 'Number of requests exceeded the limit.' } },
    };
    await dynamics.control('POST', 'faults', { match: { path: '/accounts' }, respond });
    await expect(api.retrieveMultiple({ collection: 'accounts' })).rejects.toMatchObject({
      status: 429,
      code: '0x80072322',
    });
  });
});

describe('what people may do', () => {
  it.each([
    ['seller', 'ReadAccess, WriteAccess, AppendAccess, AppendToAccess, DeleteAccess, ShareAccess, AssignAccess', 2],
    ['stranger', 'None', 3],
    ['sandbox', 'ReadAccess, WriteAccess, AppendAccess, AppendToAccess, CreateAccess, AssignAccess', 1],
  ])('%s has %s', async (_, rights, user) => {
    const target = encodeURIComponent(JSON.stringify({ '@odata.id': `opportunities(${opportunity(1)})` }));
    const path = `systemusers(c05e1101-0000-4000-8000-00000000000${user})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`;
    const { body } = await sandbox('GET', path);
    expect(String(body.AccessRights).replace('CreateAccess, ', '')).toBe(rights.replace('CreateAccess, ', ''));
  });

  it('keeps sellers from the columns of the connector, and lets them ask for a sync', async () => {
    const seller = await dynamics.as('seller');
    const refused = await seller('PATCH', `opportunities(${opportunity(1)})`, { cosell_referralidentifier: 'R-9' });
    expect([refused.status, refused.body.error.code]).toEqual([403, '0x8004f507']);
    const made = await seller('POST', 'cosell_requests', {
      cosell_name: 'x',
      cosell_status: 472_210_002,
      'cosell_opportunityid@odata.bind': `/opportunities(${opportunity(1)})`,
    });
    expect([made.status, made.body.error.code]).toEqual([403, '0x8004f502']);
    const request = await seller(
      'POST',
      'cosell_requests',
      { 'cosell_opportunityid@odata.bind': `/opportunities(${opportunity(1)})` },
      { prefer: 'return=representation' },
    );
    expect(request.status).toBe(201);
    expect(request.body).toMatchObject({
      cosell_name: 'PCR-001000',
      cosell_action: 472_210_000,
      cosell_status: 472_210_000,
    });
    const answer = await seller('PATCH', `cosell_requests(${String(request.body.cosell_requestid)})`, {
      cosell_reason: 'x',
    });
    expect([answer.status, answer.body.error.code]).toEqual([403, '0x80040220']);
  });

  it('hides the sample rows from strangers', async () => {
    const stranger = await dynamics.as('stranger');
    expect((await stranger('GET', 'opportunities?$select=name')).body.value).toEqual([]);
    const one = await stranger('GET', `opportunities(${opportunity(1)})`);
    expect([one.status, one.body.error.code]).toEqual([403, '0x80048306']);
    const request = await stranger('POST', 'cosell_requests', {
      'cosell_opportunityid@odata.bind': `/opportunities(${opportunity(1)})`,
    });
    expect(request.status).toBe(403);
  });

  it('asks for a valid token', async () => {
    const without = await fetch(`${dynamics.url}/api/data/v9.2/WhoAmI`);
    expect(without.status).toBe(401);
    expect(without.headers.get('www-authenticate')).toMatch(/^Bearer authorization_uri=/);
    await dynamics.control('POST', 'tokens/expire');
    expect((await sandbox('GET', 'WhoAmI')).status).toBe(401);
  });
});

describe('what the environment refuses', () => {
  it.each([
    ['an unknown column', { nosuch: 1 }, 400, '0x80048d19'],
    ['a choice that is no option', { cosell_howcanmicrosofthelp: 1 }, 400, '0x8004431a'],
    ['a text that is too long', { name: 'x'.repeat(301) }, 400, '0x80044331'],
    ['money as text', { estimatedvalue: '5' }, 400, '0x80048d19'],
    ['a date with a time', { estimatedclosedate: '2027-01-01T00:00:00Z' }, 400, '0x80048d19'],
    [
      'a bound row that is not there',
      { 'parentaccountid@odata.bind': `/accounts(${opportunity(1)})` },
      404,
      '0x80040217',
    ],
    ['a lookup written directly', { _parentaccountid_value: account(1) }, 400, '0x80060887'],
    ['a reason of another status', { statuscode: 3 }, 400, '0x80048408'],
    [
      'a set that the lookup does not take',
      { 'parentaccountid@odata.bind': `/contacts(${contact(1)})` },
      400,
      '0x80048d19',
    ],
  ])('%s', async (_, changes, status, code) => {
    const answer = await sandbox('PATCH', `opportunities(${opportunity(1)})`, changes);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it.each([
    ['opportunities?$select=nosuch', 400, '0x80060888'],
    ['opportunities?$select=parentaccountid_name', 400, '0x80060888'],
    ['opportunities?$skip=1', 400, '0x80060888'],
    ['opportunities(5)', 400, '0x80060888'],
    ['nosuchset', 404, '0x8006088a'],
    [`opportunities(${account(1)})`, 404, '0x80040217'],
    ["opportunities(cosell_referralidentifier='nothing')", 404, '0x80060891'],
    ["opportunities(name='nothing')", 400, '0x80060888'],
    ['opportunities?$expand=nosuch', 400, '0x80060888'],
    ['opportunities?$filter=name%20eq%20%E0%A4%A', 400, '0x80060888'],
  ])('GET %s', async (path, status, code) => {
    const answer = await sandbox('GET', path);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it('a second row with the same referral', async () => {
    await sandbox('PATCH', `opportunities(${opportunity(1)})`, { cosell_referralidentifier: 'R-1' });
    const answer = await sandbox('PATCH', `opportunities(${opportunity(2)})`, { cosell_referralidentifier: 'r-1' });
    expect([answer.status, answer.body.error.code]).toEqual([412, '0x80060892']);
  });

  it('changes of a closed opportunity, except our own columns, until it is reopened', async () => {
    const path = `opportunities(${opportunity(1)})`;
    expect((await sandbox('PATCH', path, { statecode: 1, statuscode: 3 })).status).toBe(204);
    const refused = await sandbox('PATCH', path, { name: 'Too late' });
    expect([refused.status, refused.body.error.code]).toEqual([400, '0x80043b10']);
    expect((await sandbox('PATCH', path, { cosell_audit: 'closed' })).status).toBe(204);
    expect((await sandbox('PATCH', path, { statecode: 0, statuscode: 1, name: 'Again' })).status).toBe(204);
    expect((await sandbox('GET', `${path}?$select=name,actualclosedate`)).body).toMatchObject({
      name: 'Again',
      actualclosedate: null,
    });
  });

  it('a create where an update was asked for, and the reverse', async () => {
    const missing = await sandbox('PATCH', `opportunities(${contact(1)})`, { name: 'x' }, { 'if-match': '*' });
    expect(missing.status).toBe(404);
    const present = await sandbox('PATCH', `opportunities(${opportunity(1)})`, { name: 'x' }, { 'if-none-match': '*' });
    expect(present.status).toBe(412);
  });

  it('writes to a locked row, so many times', async () => {
    await dynamics.control('POST', 'locks', { ids: [opportunity(1)], times: 1 });
    const locked = await sandbox('PATCH', `opportunities(${opportunity(1)})`, { name: 'x' });
    expect([locked.status, locked.body.error.code]).toEqual([500, '0x80044151']);
    expect((await sandbox('PATCH', `opportunities(${opportunity(1)})`, { name: 'x' })).status).toBe(204);
  });
});

describe('$batch', () => {
  const operation = (line: string, body?: object): string =>
    [
      '--b',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      `${line} HTTP/1.1`,
      'Content-Type: application/json',
      '',
      body ? JSON.stringify(body) : '',
    ].join('\r\n');
  const send = (operations: readonly string[], prefer?: string) =>
    sandbox('POST', '$batch', [...operations, '--b--', ''].join('\r\n'), {
      'content-type': 'multipart/mixed; boundary=b',
      ...(prefer !== undefined && { prefer }),
    });
  const three = [
    operation(`PATCH /api/data/v9.2/opportunities(${opportunity(1)})`, { name: 'one' }),
    operation(`PATCH /api/data/v9.2/opportunities(${opportunity(2)})`, { nosuch: 'two' }),
    operation(`PATCH /api/data/v9.2/opportunities(${opportunity(3)})`, { name: 'three' }),
  ];
  const statuses = (text: string) => [...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status);

  it('lets each operation fail alone when asked to go on', async () => {
    const answer = await send(three, 'odata.continue-on-error');
    expect([answer.status, statuses(answer.text)]).toEqual([200, ['204', '400', '204']]);
  });

  it('stops at the first failure otherwise and answers with its status', async () => {
    const answer = await send(three);
    expect([answer.status, statuses(answer.text)]).toEqual([400, ['204', '400']]);
    expect((await sandbox('GET', `opportunities(${opportunity(3)})?$select=name`)).body.name).not.toBe('three');
  });
});

describe('connections', () => {
  it('are kept as a pair and go together', async () => {
    const body = {
      'record1id_contact@odata.bind': `/contacts(${contact(2)})`,
      'record2id_opportunity@odata.bind': `/opportunities(${opportunity(2)})`,
    };
    const made = await sandbox('POST', 'connections', body, { prefer: 'return=representation' });
    const fromDeal = `connections?$select=name&$filter=_record1id_value eq ${opportunity(2)}`;
    expect((await sandbox('GET', fromDeal)).body.value).toMatchObject([{ name: 'Bjarne Thiel' }]);
    const owner = await dynamics.as('seller');
    expect((await owner('DELETE', `connections(${String(made.body.connectionid)})`)).status).toBe(403);
    expect((await sandbox('PATCH', `connections(${String(made.body.connectionid)})`, { statecode: 1 })).status).toBe(
      204,
    );
    expect((await sandbox('GET', `${fromDeal} and statecode eq 0`)).body.value).toEqual([]);
  });
});
