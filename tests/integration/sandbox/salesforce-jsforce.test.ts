import './symbol-dispose.ts';
import { setTimeout as wait } from 'node:timers/promises';
import jsforce from 'jsforce';
import { Streaming, StreamingExtension } from 'jsforce/lib/api/streaming.js';
import { OPPORTUNITY, type RunningSalesforce, startSalesforce } from './salesforce-client.ts';

/** The real client library, unmodified, against the stand-in. */
let salesforce: RunningSalesforce;
let connection: jsforce.Connection;
beforeEach(async () => {
  salesforce = await startSalesforce({ queryPageSize: 5 });
  connection = await connect();
});
afterEach(() => salesforce.standIn.close());

async function connect(): Promise<jsforce.Connection> {
  const conn = new jsforce.Connection({
    oauth2: { loginUrl: salesforce.url, clientId: 'sandbox', clientSecret: 'sandbox' },
    version: '64.0',
    callOptions: { client: 'jsforce-test' },
  });
  await conn.authorize({ grant_type: 'client_credentials' });
  return conn;
}

async function until(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !holds();) {
    if (Date.now() > deadline) throw new Error('It did not come about in 10 s.');
    await wait(10);
  }
}

describe('jsforce on the REST API', () => {
  it('pages through a query', async () => {
    const first = await connection.query<{ Id: string }>('SELECT Id FROM Opportunity ORDER BY Id');
    expect([first.totalSize, first.done, first.records.length]).toEqual([12, false, 5]);
    const second = await connection.queryMore<{ Id: string }>(first.nextRecordsUrl ?? '');
    expect(second.records).toHaveLength(5);
    const all = await connection.query<{ Id: string }>('SELECT Id FROM Opportunity ORDER BY Id', { autoFetch: true });
    expect(new Set(all.records.map(({ Id }) => Id)).size).toBe(12);
  });

  it('writes collections of more than 200 records', async () => {
    const records = Array.from({ length: 230 }, (_, index) => ({ ...OPPORTUNITY, Name: `N${index}` }));
    const results = await connection.sobject('Opportunity').create(records, { allowRecursive: true });
    expect(results.filter(({ success }) => success)).toHaveLength(230);
    const upserted = await connection
      .sobject('Opportunity')
      .upsert([{ ...OPPORTUNITY, Referral_Identifier__c: 'r-1' }], 'Referral_Identifier__c');
    expect(upserted).toMatchObject([{ success: true, created: true }]);
  });

  it('reads, updates, describes and deletes', async () => {
    const opportunities = connection.sobject('Opportunity');
    const { id } = await opportunities.create(OPPORTUNITY);
    if (id === undefined) throw new Error('The opportunity got no id.');
    await opportunities.update({ Id: id, Amount: 1.25 });
    expect(await opportunities.retrieve(id)).toMatchObject({ Amount: 1.25 });
    expect((await opportunities.describe()).fields.map(({ name }) => name)).toContain('Products__c');
    expect(await opportunities.destroy(id)).toMatchObject({ success: true });
    await expect(opportunities.retrieve(id)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it('gets Salesforce’s errors', async () => {
    await expect(connection.query('SELECT Nope__c FROM Opportunity')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
    await salesforce.control('POST', '/tokens/expire');
    // jsforce answers a 401 by refreshing its session, which it cannot do without a refresh token.
    await expect(connection.query('SELECT Id FROM Opportunity')).rejects.toThrow('Unable to refresh session');
  });
});

interface Message {
  readonly payload: {
    readonly Name?: string;
    readonly ChangeEventHeader: { readonly changeType: string; readonly changeOrigin: string };
  };
  readonly event: { readonly replayId: number };
}

describe('jsforce on Change Data Capture', () => {
  const clients: { disconnect(): unknown }[] = [];
  // Waits for the farewell: cut off in the middle of it, faye would try for ever.
  afterEach(() => Promise.allSettled(clients.splice(0).map((client) => client.disconnect())));

  /** Subscribes from a replay id; resolves when the subscription is confirmed. */
  async function subscribe(channel: string, replayId: number, onAuthFailure: () => void = () => undefined) {
    const messages: Message[] = [];
    const client = new Streaming(connection).createClient([
      new StreamingExtension.Replay(channel, replayId),
      new StreamingExtension.AuthFailure(onAuthFailure),
    ]) as unknown as {
      subscribe(channel: string, listener: (message: Message) => void): PromiseLike<void>;
      disconnect(): unknown;
    };
    clients.push(client);
    await client.subscribe(channel, (message) => messages.push(message));
    return messages;
  }
  const create = (Name: string) => connection.sobject('Opportunity').create({ ...OPPORTUNITY, Name });
  const names = (messages: readonly Message[]) => messages.map(({ payload }) => payload.Name);

  it('hears of changes with what the client calls itself', async () => {
    const messages = await subscribe('/data/OpportunityChangeEvent', -1);
    await create('A');
    await until(() => messages.length === 1);
    expect(messages[0]?.payload).toMatchObject({
      Name: 'A',
      ChangeEventHeader: { changeType: 'CREATE', changeOrigin: 'com/salesforce/api/rest/64.0;client=jsforce-test' },
    });
  });

  it('replays what it missed, from an id or from the start', async () => {
    for (const name of ['A', 'B', 'C']) await create(name);
    const all = await subscribe('/data/ChangeEvents', -2);
    await until(() => all.length === 3);
    expect(names(all)).toEqual(['A', 'B', 'C']);
    const later = await subscribe('/data/OpportunityChangeEvent', all[0]?.event.replayId ?? 0);
    await until(() => later.length === 2);
    expect(names(later)).toEqual(['B', 'C']);
  });

  it('is told when its replay id is too old', async () => {
    await create('A');
    const messages = await subscribe('/data/ChangeEvents', -2);
    await until(() => messages.length === 1);
    await salesforce.control('POST', '/streaming', { forget: true });
    await expect(subscribe('/data/ChangeEvents', messages[0]?.event.replayId ?? 0)).rejects.toMatchObject({
      message: expect.stringContaining('400::The replayId {1} you provided was invalid') as unknown,
    });
  });

  it('hears of enabled objects only', async () => {
    const messages = await subscribe('/data/ChangeEvents', -1);
    await connection.sobject('Partner_Center_Solution__c').create({ Name: 'S', Solution_Identifier__c: 'SOL-1' });
    await create('A');
    await until(() => messages.length === 1);
    expect(names(messages)).toEqual(['A']);
    await expect(subscribe('/data/Nope__ChangeEvent', -1)).rejects.toMatchObject({
      code: 403,
      message: 'create_denied',
    });
  });

  it('loses events that the platform loses', async () => {
    const messages = await subscribe('/data/ChangeEvents', -1);
    await salesforce.control('POST', '/streaming', { mode: 'lose' });
    await create('A');
    await salesforce.control('POST', '/streaming', { mode: 'normal' });
    await create('B');
    await until(() => messages.length === 1);
    expect(names(messages)).toEqual(['B']);
  });

  it('comes back after its connection was cut, and gets what happened meanwhile', async () => {
    const messages = await subscribe('/data/ChangeEvents', -1);
    await create('A');
    await until(() => messages.length === 1);
    await salesforce.control('POST', '/streaming', { mode: 'drop' });
    await create('B');
    await salesforce.control('POST', '/streaming', { mode: 'normal' });
    await until(() => messages.length === 2);
    expect(names(messages)).toEqual(['A', 'B']);
  });

  it('is told that its session has expired at its next poll', async () => {
    let failures = 0;
    await subscribe('/data/ChangeEvents', -1, () => (failures += 1));
    await salesforce.control('POST', '/tokens/expire');
    connection = await connect();
    // Ends the poll that may be waiting since before.
    await create('A');
    await until(() => failures === 1);
    expect(failures).toBe(1);
  });

  it('is refused without a valid session', async () => {
    await salesforce.control('POST', '/tokens/expire');
    let failures = 0;
    void subscribe('/data/ChangeEvents', -1, () => (failures += 1));
    await until(() => failures === 1);
    expect(failures).toBe(1);
  });
});
