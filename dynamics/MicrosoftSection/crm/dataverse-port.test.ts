import { choiceToCrm } from '../../../shared/core/mapping/choices.ts';
import type { ConnectionInfo, SectionRecord } from '../../../shared/section/contract/index.ts';
import { PortError } from '../../../shared/section/in-place/port-error.ts';
import { createFormValues } from '../host/form-values.ts';
import { OPPORTUNITY_ID } from '../testkit/context.ts';
import { fakeDataverse, type FakeDataverse, platformError } from '../testkit/fake-dataverse.ts';
import { createDataversePort, type PortHost } from './dataverse-port.ts';

const ACCESS = { readable: true, editable: true };
const STATUS = (word: string) => choiceToCrm('dynamics', 'requestStatus', word);

function connected(server: FakeDataverse, changes: Partial<PortHost> = {}) {
  const records: SectionRecord[] = [];
  const connections: (ConnectionInfo | 'none')[] = [];
  const opened: string[] = [];
  const form = { version: 0 };
  let time = Date.parse('2026-11-20T10:10:00Z');
  const port = createDataversePort({
    host: () => ({
      api: server,
      recordId: OPPORTUNITY_ID,
      formVersion: form.version,
      access: { sync: ACCESS, help: ACCESS, products: ACCESS, visible: ACCESS },
      mayRequest: true,
      userName: 'Kim Berg',
      openUrl: (url) => opened.push(url),
      goToField: () => undefined,
      ...changes,
    }),
    form: createFormValues(() => undefined),
    now: () => new Date(time),
    receivedRecord: (record) => records.push(record),
    receivedConnection: (connection) => connections.push(connection),
  });
  return { port, records, connections, opened, form, wait: (seconds: number) => (time += seconds * 1000) };
}

const asked = (server: FakeDataverse, table: string) => server.calls.filter((call) => call.table === table);

describe('reading', () => {
  it('delivers the opportunity in the connector’s form: exact money, dates as they are, times as instants', async () => {
    const server = fakeDataverse({ cosell_lastsync: '2026-11-20T08:00:00Z', estimatedvalue: 100 });
    const { port, records } = connected(server);
    await port.refresh();
    expect(records[0]?.opportunity).toMatchObject({
      id: OPPORTUNITY_ID,
      version: 'W/"1"',
      values: {
        estimatedvalue: '100',
        estimatedclosedate: '2027-03-01',
        cosell_lastsync: '2026-11-20T08:00:00.000Z',
        statecode: 0,
        'transactioncurrencyid.isocurrencycode': 'NOK',
        'parentaccountid.address1_country': 'NO',
      },
      contacts: [{ firstName: 'Ada', lastName: 'Stone', email: 'ada@fabrikam.example', phone: '+1 555 0100' }],
      team: [{ firstName: 'Kim', lastName: 'Berg', email: 'kim@contoso.example', phone: '+1 555 0199' }],
    });
  });

  it('keeps the cents of an amount', async () => {
    const { port, records } = connected(fakeDataverse({ estimatedvalue: 999_999_999_999.99 }));
    await port.refresh();
    expect(records[0]?.opportunity.values.estimatedvalue).toBe('999999999999.99');
  });

  it('asks only for columns, and for the account’s contacts only where they decide', async () => {
    const server = fakeDataverse();
    await connected(server).port.refresh();
    expect(server.calls.map(({ table }) => table).sort()).toEqual([
      'connection',
      'cosell_connection',
      'cosell_request',
      'opportunity',
    ]);
    expect(server.calls.every(({ sent }) => String(sent).includes('$select='))).toBe(true);
  });

  it('tells who may stand in while nobody was chosen, apart from those who were', async () => {
    const server = fakeDataverse({ parentcontactid: null });
    server.rows.account = [];
    server.rows.contact = [
      { contactid: 'c', firstname: 'Only', lastname: 'One', emailaddress1: 'only@fabrikam.example' },
    ];
    const { port, records } = connected(server);
    await port.refresh();
    expect(records[0]).toMatchObject({ opportunity: { contacts: [] }, accountContact: { firstName: 'Only' } });
  });

  it('does without people whom the person may not see', async () => {
    const server = fakeDataverse();
    server.failures = { connection: platformError(0x80040220) };
    const { port, records } = connected(server);
    await port.refresh();
    expect(records[0]?.opportunity.contacts).toHaveLength(1);
  });

  it('reads the connection again only after a while', async () => {
    const server = fakeDataverse();
    const { port, connections, wait } = connected(server);
    await port.refresh();
    await port.refresh();
    expect(asked(server, 'cosell_connection')).toHaveLength(1);
    wait(31);
    await port.refresh();
    expect(asked(server, 'cosell_connection')).toHaveLength(2);
    expect(connections).toMatchObject([{ lastSeenAt: '2026-11-20T10:00:00.000Z' }, { state: 'ok' }]);
  });

  it.each([
    ['has published nothing', (server: FakeDataverse) => (server.rows.cosell_connection = [])],
    [
      'is not for this person',
      (server: FakeDataverse) => (server.failures = { cosell_connection: platformError(0x80040220) }),
    ],
  ])('reads the section’s own fields when the connector %s', async (_, arrange) => {
    const server = fakeDataverse();
    arrange(server);
    const { port, records, connections } = connected(server);
    await port.refresh();
    expect(connections).toEqual(['none']);
    expect(Object.keys(records[0]?.opportunity.values ?? {})).not.toContain('estimatedvalue');
    expect(records[0]?.opportunity.values.cosell_products).toBe('SOL-15974-MQF');
  });

  it('delivers requests in words, newest first as they come, and leaves out what it does not know', async () => {
    const server = fakeDataverse();
    server.rows.cosell_request = [
      {
        cosell_requestid: 'r2',
        cosell_action: choiceToCrm('dynamics', 'requestAction', 'accept'),
        cosell_status: STATUS('failed'),
        cosell_message: 'No.',
        cosell_errorcode: 'not-permitted',
        cosell_reason: null,
        createdon: '2026-11-20T10:05:00Z',
        '_createdby_value@OData.Community.Display.V1.FormattedValue': 'Kim Berg',
      },
      { cosell_requestid: 'r1', cosell_action: 1, cosell_status: STATUS('done'), createdon: '2026-11-20T10:00:00Z' },
    ];
    const { port, records } = connected(server);
    await port.refresh();
    expect(records[0]?.requests).toEqual([
      {
        id: 'r2',
        action: 'accept',
        status: 'failed',
        message: 'No.',
        errorCode: 'not-permitted',
        reason: null,
        createdAt: '2026-11-20T10:05:00.000Z',
        createdBy: 'Kim Berg',
      },
    ]);
  });

  it('asks for nothing while the row is new', async () => {
    const server = fakeDataverse();
    await connected(server, { recordId: null }).port.refresh();
    expect(server.calls).toEqual([]);
  });

  it('reads once more when the form is saved meanwhile, and delivers only what was read after it', async () => {
    const server = fakeDataverse();
    const retrieve = server.retrieveRecord.bind(server);
    const { port, records, form } = connected(server);
    server.retrieveRecord = async (...asked) => {
      const row = { ...(await retrieve(...asked)) };
      server.rows.opportunity.cosell_products = 'SOL-2-BB';
      form.version = 1;
      return row;
    };
    await port.refresh();
    expect(asked(server, 'opportunity')).toHaveLength(2);
    expect(records.map(({ opportunity }) => opportunity.values.cosell_products)).toEqual(['SOL-2-BB']);
  });

  it('rejects with what the person can do about it', async () => {
    const server = fakeDataverse();
    server.failures = { opportunity: platformError(0x80040220 | 0) };
    const refused = connected(server).port.refresh();
    await expect(refused).rejects.toBeInstanceOf(PortError);
    await expect(refused).rejects.toMatchObject({ problem: { kind: 'no-permission' } });
  });
});

describe('asking the connector', () => {
  it('makes a row for this opportunity, and knows it before it is read back', async () => {
    const server = fakeDataverse();
    const row = await connected(server).port.createRequest('decline', 'Not our market');
    expect(asked(server, 'cosell_request')).toMatchObject([
      {
        method: 'createRecord',
        sent: {
          'cosell_opportunityid@odata.bind': `/opportunities(${OPPORTUNITY_ID})`,
          cosell_action: choiceToCrm('dynamics', 'requestAction', 'decline'),
          cosell_reason: 'Not our market',
        },
      },
    ]);
    expect(row).toMatchObject({ action: 'decline', status: 'queued', createdBy: 'Kim Berg' });
  });
});

describe('the catalogue', () => {
  it('is searched by name and id, with quotes kept apart from the query', async () => {
    const server = fakeDataverse();
    const found = await connected(server).port.searchSolutions("chain's");
    expect(found[0]).toEqual({ id: 'SOL-15974-MQF', name: 'Cold chain', type: 'IP' });
    const [{ sent } = { sent: '' }] = asked(server, 'cosell_solution');
    expect(decodeURIComponent(String(sent))).toContain("contains(cosell_name,'chain''s')");
    expect(decodeURIComponent(String(sent))).toContain("contains(cosell_solutionidentifier,'chain''s')");
  });

  it('is not asked for the names of no ids', async () => {
    const server = fakeDataverse();
    expect(await connected(server).port.solutionsById([])).toEqual([]);
    expect(server.calls).toEqual([]);
  });
});
