import type { Link } from '../../../shared/core/model/index.ts';
import { openDatabase, type Database } from '../../../shared/connector/store/connect.ts';
import { findByReferrals } from '../../../shared/connector/store/find-links.ts';
import { createInboundStore, type Entry } from '../../../shared/connector/store/inbound-store.ts';
import { saveLinks } from '../../../shared/connector/store/links.ts';
import { createSyncStore } from '../../../shared/connector/store/sync-store.ts';
import { startTestServer, type TestServer } from '../../../shared/connector/testkit/database.ts';
import { SILENT } from '../../../shared/connector/testkit/world.ts';

let server: TestServer;
const opened: Database[] = [];

beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});
afterAll(() => server.stop());

async function open(databaseUrl?: string): Promise<Database> {
  const url = databaseUrl ?? (await server.createDatabase());
  const database = await openDatabase({ databaseUrl: url, folder: '/nowhere', most: 4 }, SILENT);
  opened.push(database);
  return database;
}

const entry = (referralId: string, crm: string): Entry => ({ referralId, crm, kind: 'opportunity' });
const link = (opportunityId: string, referralId: string): Link => ({
  opportunityId,
  direction: 'inbound',
  referralId,
  engagementId: null,
  microsoftReferralId: null,
  sharing: 'co-sell',
  base: null,
  lastSuccessAt: null,
});

describe('deals to be entered', () => {
  it('are decided once: a later decision changes nothing', async () => {
    const { db } = await open();
    const store = createInboundStore(db);
    expect(await store.decide([entry('r1', 'salesforce'), entry('r2', 'dynamics')])).toHaveLength(2);
    expect(await store.decide([entry('r1', 'dynamics')])).toEqual([entry('r1', 'salesforce')]);
    expect(await store.entriesOf(['r1', 'r3'])).toEqual([entry('r1', 'salesforce')]);
  });

  it('are forgotten with the link that they lead to, or when there is nothing to enter', async () => {
    const { db } = await open();
    const store = createInboundStore(db);
    await store.decide([entry('r1', 'salesforce'), entry('r2', 'salesforce')]);
    await store.entered('salesforce', [link('006A', 'r1')]);
    await store.dropped(['r2']);
    expect(await store.entriesOf(['r1', 'r2'])).toEqual([]);
    expect(await store.linksOf(['r1'])).toEqual([{ asked: 'r1', crm: 'salesforce', opportunityId: '006A', own: true }]);
  });

  it('are entered into one CRM by one process at a time', async () => {
    const url = await server.createDatabase();
    const [first, second] = [createInboundStore((await open(url)).db), createInboundStore((await open(url)).db)];
    const told: string[] = [];
    let end: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (end = resolve));
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const one = first.alone('salesforce', async () => {
      begun();
      await held;
      told.push('first');
    });
    await started;
    const two = second.alone('salesforce', () => Promise.resolve(void told.push('second')));
    await second.alone('dynamics', () => Promise.resolve(void told.push('other CRM')));
    end();
    await Promise.all([one, two]);
    expect(told).toEqual(['other CRM', 'first', 'second']);
  });
});

describe('a deal that moves to another opportunity', () => {
  it('leaves the old one in the same moment', async () => {
    const { db } = await open();
    const sync = createSyncStore(db);
    await saveLinks(db, 'salesforce', [link('006A', 'r1')]);
    await createInboundStore(db).decide([entry('r1', 'salesforce')]);
    await sync.moveLink('salesforce', link('006B', 'r1'), '006A');
    expect(await findByReferrals(db, ['r1'])).toEqual([
      { asked: 'r1', crm: 'salesforce', opportunityId: '006B', own: true },
    ]);
    expect((await sync.load('salesforce', ['006A'])).size).toBe(0);
    expect([await sync.isLinked('r1'), await sync.isLinked('r2')]).toEqual([true, false]);
    expect(await createInboundStore(db).entriesOf(['r1'])).toEqual([]);
  });
});
