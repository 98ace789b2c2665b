import { OPPORTUNITY, type RunningSalesforce, startSalesforce } from './salesforce-client.ts';

let salesforce: RunningSalesforce;
beforeAll(async () => {
  salesforce = await startSalesforce();
});
afterAll(() => salesforce.standIn.close());
beforeEach(() => salesforce.control('POST', '/reset'));

const create = async (values: object = {}, clientId = 'sandbox'): Promise<string> => {
  const { body } = await salesforce.call(clientId, 'POST', '/sobjects/Opportunity', { ...OPPORTUNITY, ...values });
  return (body as { id: string }).id;
};
const codes = (body: unknown): unknown[] => (body as { errorCode: string }[]).map(({ errorCode }) => errorCode);

describe('signing in', () => {
  const post = (form: Record<string, string>) =>
    fetch(`${salesforce.url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });

  it('answers a token with everything that clients read', async () => {
    const response = await post({ grant_type: 'client_credentials', client_id: 'seller', client_secret: 'seller' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      access_token: expect.any(String) as unknown,
      instance_url: salesforce.url,
      id: expect.stringMatching(/\/id\/00D\w{15}\/005\w{15}$/) as unknown,
      token_type: 'Bearer',
      issued_at: expect.stringMatching(/^\d{13}$/) as unknown,
      signature: expect.any(String) as unknown,
      scope: 'api',
    });
  });

  it.each([
    ['invalid_client', { grant_type: 'client_credentials', client_id: 'seller', client_secret: 'wrong' }],
    ['invalid_client_id', { grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'nobody' }],
    ['unsupported_grant_type', { grant_type: 'password', username: 'a', password: 'b' }],
    ['invalid_grant', { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'x' }],
  ])('refuses with %s', async (error, form) => {
    const response = await post(form);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error });
  });

  it('tells who one is', async () => {
    const authorization = `Bearer ${await salesforce.token('seller')}`;
    const response = await fetch(`${salesforce.url}/services/oauth2/userinfo`, { headers: { authorization } });
    expect(await response.json()).toMatchObject({
      name: 'Mara Lindqvist',
      preferred_username: 'mara.lindqvist@northwindcloud.example',
    });
  });

  it.each(['', 'Bearer nonsense'])('answers 401 in Salesforce’s shape to the header %p', async (authorization) => {
    const response = await fetch(`${salesforce.url}/services/data/v64.0/limits`, { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
  });

  it('ends with the token', async () => {
    const authorization = `Bearer ${await salesforce.token('sandbox')}`;
    await salesforce.control('POST', '/tokens/expire');
    const response = await fetch(`${salesforce.url}/services/data/v64.0/limits`, { headers: { authorization } });
    expect(response.status).toBe(401);
  });
});

describe('records', () => {
  // The clients of the other tests are signed out by the test above.
  beforeAll(async () => {
    await salesforce.standIn.close();
    salesforce = await startSalesforce();
  });

  it('are made, read, changed and deleted', async () => {
    const made = await salesforce.call('sandbox', 'POST', '/sobjects/Opportunity', { ...OPPORTUNITY, Amount: 12.345 });
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    expect(made.body).toEqual({ id, success: true, errors: [] });
    const path = `/sobjects/Opportunity/${id}`;
    expect((await salesforce.call('sandbox', 'PATCH', path, { Name: ' New ' })).status).toBe(204);
    expect((await salesforce.call('sandbox', 'GET', `${path}?fields=Name,Amount`)).body).toMatchObject({
      Id: id,
      Name: 'New',
      Amount: 12.35,
    });
    expect((await salesforce.call('sandbox', 'DELETE', path)).status).toBe(204);
    expect(codes((await salesforce.call('sandbox', 'GET', path)).body)).toEqual(['NOT_FOUND']);
    const gone = await salesforce.call('sandbox', 'PATCH', path, { Name: 'x' });
    expect([gone.status, codes(gone.body)]).toEqual([404, ['ENTITY_IS_DELETED']]);
    const soql = encodeURIComponent(`SELECT IsDeleted FROM Opportunity WHERE Id = '${id}'`);
    expect((await salesforce.call('sandbox', 'GET', `/query?q=${soql}`)).body).toMatchObject({ totalSize: 0 });
    expect((await salesforce.call('sandbox', 'GET', `/queryAll?q=${soql}`)).body).toMatchObject({
      records: [{ IsDeleted: true }],
    });
  });

  it('are kept from strangers and their read-only fields from sellers', async () => {
    const id = await create({}, 'seller');
    const path = `/sobjects/Opportunity/${id}`;
    expect((await salesforce.call('stranger', 'GET', path)).status).toBe(404);
    expect((await salesforce.call('stranger', 'PATCH', path, { Name: 'x' })).status).toBe(404);
    const refused = await salesforce.call('seller', 'PATCH', path, { Audit__c: 'x', Name: 'y' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Audit__c'] }]);
  });

  it('are upserted by their external id', async () => {
    const path = '/sobjects/Opportunity/Referral_Identifier__c/ref%2F1';
    const made = await salesforce.call('sandbox', 'PATCH', path, OPPORTUNITY);
    expect([made.status, made.body]).toEqual([201, expect.objectContaining({ created: true })]);
    const changed = await salesforce.call('sandbox', 'PATCH', path, { Name: 'Other' });
    expect([changed.status, changed.body]).toEqual([200, expect.objectContaining({ created: false })]);
    expect((await salesforce.call('sandbox', 'GET', path)).body).toMatchObject({
      Name: 'Other',
      Referral_Identifier__c: 'ref/1',
    });
    expect((await salesforce.call('sandbox', 'GET', '/sobjects/Opportunity/Name/x')).status).toBe(404);
  });

  it.each([
    [400, 'JSON_PARSER_ERROR', 'POST', '/sobjects/Opportunity', '{"Name":'],
    [404, 'NOT_FOUND', 'POST', '/sobjects/Nope__c', '{}'],
    [405, 'METHOD_NOT_ALLOWED', 'PUT', '/sobjects/Opportunity', '{}'],
    [404, 'NOT_FOUND', 'GET', '/nothing/here', undefined],
    [400, 'MALFORMED_QUERY', 'GET', '/query', undefined],
    [400, 'INVALID_QUERY_LOCATOR', 'GET', '/query/01g000000000000AAA-200', undefined],
  ])('answers %d %s to %s %s', async (status, code, method, path, body) => {
    const authorization = `Bearer ${await salesforce.token('sandbox')}`;
    const response = await fetch(`${salesforce.url}/services/data/v64.0${path}`, {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body }),
    });
    expect([response.status, codes(await response.json())]).toEqual([status, [code]]);
  });

  it('refuses addresses that are too long for Salesforce', async () => {
    const { status } = await fetch(`${salesforce.url}/services/data/v64.0/query?q=${'x'.repeat(16_400)}`, {
      headers: { authorization: `Bearer ${await salesforce.token('sandbox')}` },
    });
    expect([414, 431]).toContain(status);
  });

  it('can be locked by somebody else for a while', async () => {
    const id = await create();
    await salesforce.control('POST', '/locks', { ids: [id], times: 1 });
    const refused = await salesforce.call('sandbox', 'PATCH', `/sobjects/Opportunity/${id}`, { Name: 'x' });
    expect([refused.status, codes(refused.body)]).toEqual([400, ['UNABLE_TO_LOCK_ROW']]);
    expect((await salesforce.call('sandbox', 'PATCH', `/sobjects/Opportunity/${id}`, { Name: 'x' })).status).toBe(204);
  });

  it('counts calls in Sforce-Limit-Info and tells the limits', async () => {
    const { headers, body } = await salesforce.call('sandbox', 'GET', '/limits');
    expect(headers.get('sforce-limit-info')).toMatch(/^api-usage=\d+\/100000$/);
    expect(body).toMatchObject({ DailyApiRequests: { Max: 100_000 } });
  });

  it('describes what the asker may do', async () => {
    const fieldOf = async (clientId: string) => {
      const { body } = await salesforce.call(clientId, 'GET', '/sobjects/Opportunity/describe');
      return (body as { fields: { name: string }[] }).fields.find(({ name }) => name === 'Audit__c');
    };
    expect(await fieldOf('seller')).toMatchObject({
      type: 'textarea',
      length: 100_000,
      updateable: false,
      filterable: false,
    });
    expect(await fieldOf('sandbox')).toMatchObject({ updateable: true });
  });
});

describe('collections', () => {
  const record = (values: object) => ({ attributes: { type: 'Opportunity' }, ...OPPORTUNITY, ...values });

  it('answer for each record on its own', async () => {
    const { status, body } = await salesforce.call('sandbox', 'POST', '/composite/sobjects', {
      records: [record({}), record({ StageName: 'Nope' }), record({ Name: 'B' })],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { success: true, errors: [] },
      { success: false, errors: [{ statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', fields: ['StageName'] }] },
      { success: true },
    ]);
    expect(await salesforce.query('sandbox', "SELECT Id FROM Opportunity WHERE Name IN ('Deal', 'B')")).toHaveLength(2);
  });

  it('undo everything with allOrNone', async () => {
    const { body } = await salesforce.call('sandbox', 'POST', '/composite/sobjects', {
      allOrNone: true,
      records: [record({ Name: 'A' }), record({ Name: null })],
    });
    expect(body).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] },
    ]);
    expect(await salesforce.query('sandbox', "SELECT Id FROM Opportunity WHERE Name = 'A'")).toEqual([]);
  });

  it('change 200 records, one of them bad, and no more than 200', async () => {
    const many = Array.from({ length: 200 }, (_, index) => record({ Name: `N${index}` }));
    const made = (await salesforce.call('sandbox', 'POST', '/composite/sobjects', { records: many })).body as {
      id: string;
    }[];
    const changes = made.map(({ id }, index) => ({
      attributes: { type: 'Opportunity' },
      id,
      Name: index === 77 ? 'x'.repeat(121) : 'Changed',
    }));
    const { body } = await salesforce.call('sandbox', 'PATCH', '/composite/sobjects', { records: changes });
    const failed = (body as { success: boolean }[]).flatMap(({ success }, index) => (success ? [] : [index]));
    expect(failed).toEqual([77]);
    const over = await salesforce.call('sandbox', 'POST', '/composite/sobjects', { records: [...many, record({})] });
    expect([over.status, codes(over.body)]).toEqual([400, ['EXCEEDED_ID_LIMIT']]);
  });

  it('refuse more than ten changes of type', async () => {
    const records = Array.from({ length: 11 }, (_, index) => ({
      attributes: { type: index % 2 ? 'Account' : 'Opportunity' },
      ...OPPORTUNITY,
    }));
    expect(codes((await salesforce.call('sandbox', 'POST', '/composite/sobjects', { records })).body)).toEqual([
      'LIMIT_EXCEEDED',
    ]);
  });

  it('read and delete by ids', async () => {
    const ids = [await create({ Name: 'A' }), await create({ Name: 'B' })];
    const read = await salesforce.call(
      'sandbox',
      'GET',
      `/composite/sobjects/Opportunity?ids=${ids.join(',')},0065g00000zzzzz&fields=Name`,
    );
    expect(read.body).toMatchObject([{ Name: 'A' }, { Name: 'B' }, null]);
    const removed = await salesforce.call('sandbox', 'DELETE', `/composite/sobjects?ids=${ids.join(',')}`);
    expect(removed.body).toMatchObject([{ success: true }, { success: true }]);
  });
});

describe('composite calls', () => {
  it('let later parts name results of earlier ones', async () => {
    const { body } = await salesforce.call('sandbox', 'POST', '/composite', {
      compositeRequest: [
        { method: 'POST', url: '/services/data/v64.0/sobjects/Account', referenceId: 'account', body: { Name: 'Ref' } },
        {
          method: 'POST',
          url: '/services/data/v64.0/sobjects/Opportunity',
          referenceId: 'deal',
          body: { ...OPPORTUNITY, AccountId: '@{account.id}' },
        },
        {
          method: 'GET',
          url: "/services/data/v64.0/query?q=SELECT+CreatedById+FROM+Opportunity+WHERE+Id='@{deal.id}'",
          referenceId: 'rows',
        },
        {
          method: 'GET',
          url: '/services/data/v64.0/sobjects/User/@{rows.records[0].CreatedById}?fields=Name',
          referenceId: 'maker',
        },
        { method: 'GET', url: '/services/data/v64.0/sobjects/User/@{nothing.id}', referenceId: 'lost' },
      ],
    });
    const { compositeResponse } = body as { compositeResponse: { httpStatusCode: number; body: unknown }[] };
    expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 201, 200, 200, 400]);
    expect(compositeResponse[3]?.body).toMatchObject({ Name: 'Co-sell Connector' });
    expect(codes(compositeResponse[4]?.body)).toEqual(['PROCESSING_HALTED']);
  });

  it('undo everything with allOrNone', async () => {
    const { body } = await salesforce.call('sandbox', 'POST', '/composite', {
      allOrNone: true,
      compositeRequest: [
        { method: 'POST', url: '/services/data/v64.0/sobjects/Account', referenceId: 'a', body: { Name: 'Gone' } },
        { method: 'POST', url: '/services/data/v64.0/sobjects/Account', referenceId: 'b', body: {} },
      ],
    });
    const { compositeResponse } = body as { compositeResponse: { body: unknown }[] };
    expect(compositeResponse.map((part) => codes(part.body))).toEqual([
      ['PROCESSING_HALTED'],
      ['REQUIRED_FIELD_MISSING'],
    ]);
    expect(await salesforce.query('sandbox', "SELECT Id FROM Account WHERE Name = 'Gone'")).toEqual([]);
  });

  it('hold at most five queries', async () => {
    const compositeRequest = Array.from({ length: 6 }, (_, index) => ({
      method: 'GET',
      url: '/services/data/v64.0/query?q=x',
      referenceId: `q${index}`,
    }));
    expect(codes((await salesforce.call('sandbox', 'POST', '/composite', { compositeRequest })).body)).toEqual([
      'LIMIT_EXCEEDED',
    ]);
  });

  it('run parts that know nothing of each other as a batch', async () => {
    const { body } = await salesforce.call('sandbox', 'POST', '/composite/batch', {
      batchRequests: [
        { method: 'GET', url: 'v64.0/limits' },
        { method: 'GET', url: 'v64.0/sobjects/Nope' },
      ],
    });
    expect(body).toMatchObject({ hasErrors: true, results: [{ statusCode: 200 }, { statusCode: 404 }] });
  });
});

describe('the list page', () => {
  const listFor = async (user: string): Promise<string> =>
    (await fetch(`${salesforce.url}/lightning/o/Opportunity/list?user=${user}`)).text();

  it('shows what a person sees, with links that keep who looks', async () => {
    await create({ Name: 'Of the <connector>' });
    const list = await listFor('admin');
    expect(list).toContain('Of the &lt;connector&gt;');
    expect(list).toMatch(/view\?user=admin">Yard data platform/);
    expect(await listFor('seller')).not.toContain('Of the');
    expect(await listFor('stranger')).not.toContain('Yard data platform');
  });
});
