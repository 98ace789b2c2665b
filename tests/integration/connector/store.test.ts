import type { Link } from '../../../shared/core/model/index.ts';
import { openDatabase, type Database } from '../../../shared/connector/store/connect.ts';
import { connectionStateSince } from '../../../shared/connector/store/connection-state.ts';
import { cursorOf } from '../../../shared/connector/store/cursors.ts';
import { deleteLinks, saveLinks } from '../../../shared/connector/store/links.ts';
import { createRefreshTokenStore } from '../../../shared/connector/store/refresh-tokens.ts';
import { createSeal } from '../../../shared/connector/store/seal.ts';
import { createSyncStore } from '../../../shared/connector/store/sync-store.ts';
import { startTestServer, type TestServer } from '../../../shared/connector/testkit/database.ts';
import { SILENT } from '../../../shared/connector/testkit/world.ts';
import { startChild } from './support/child.ts';

let server: TestServer;
const opened: Database[] = [];

beforeAll(async () => {
  server = await startTestServer();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

afterAll(async () => {
  await server.stop();
});

async function open(databaseUrl: string): Promise<Database> {
  const database = await openDatabase({ databaseUrl, folder: '/nowhere', most: 4 }, SILENT);
  opened.push(database);
  return database;
}

const link = (opportunityId: string, more: Partial<Link> = {}): Link => ({
  opportunityId,
  direction: 'outbound',
  referralId: null,
  engagementId: null,
  microsoftReferralId: null,
  sharing: 'private',
  base: null,
  lastSuccessAt: '2026-11-20T10:00:00.123Z',
  ...more,
});

describe('migrations', () => {
  it('run once, however many connectors start together', async () => {
    const url = await server.createDatabase();
    const databases = await Promise.all(Array.from({ length: 6 }, () => open(url)));
    const rows = await databases[0]?.db.query<{ name: string }>('select name from cosell.migrations order by name');
    const names = rows?.map((row) => row.name) ?? [];
    expect(names.length).toBeGreaterThan(4);
    expect(names).toEqual([...new Set(names)]);
  });

  it('refuse a database that a newer connector made', async () => {
    const url = await server.createDatabase();
    const { db } = await open(url);
    await db.query("insert into cosell.migrations (name) values ('9999_of_the_future.sql')");
    await expect(open(url)).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining('9999_of_the_future.sql') as string,
    });
  });
});

describe('a database that cannot be reached', () => {
  it('is named without its password', async () => {
    const failed = openDatabase({ databaseUrl: 'postgresql://me:hush@127.0.0.1:1/x', folder: '', most: 1 }, SILENT);
    await expect(failed).rejects.toMatchObject({ code: 'config-invalid', field: 'DATABASE_URL' });
    await expect(failed).rejects.not.toThrow(/hush/);
  });
});

describe('what the connector remembers', () => {
  it('comes back as it was saved', async () => {
    const { db } = await open(await server.createDatabase());
    const store = createSyncStore(db);
    const saved = link('006A', { referralId: 'r1', engagementId: 'e1', unconfirmed: ['name'], sharing: 'co-sell' });
    await saveLinks(db, 'salesforce', [saved, link('006B')]);
    await store.openIntent('salesforce', {
      opportunityId: '006C',
      kind: 'create-own',
      startedAt: '2026-11-20T10:00:00.500Z',
    });
    const found = await store.load('salesforce', ['006A', '006B', '006C', '006D']);
    expect(found.get('006A')).toEqual({ link: saved, intents: [], referralSeen: null });
    expect(found.get('006C')).toEqual({
      link: null,
      intents: [{ opportunityId: '006C', kind: 'create-own', startedAt: '2026-11-20T10:00:00.500Z' }],
      referralSeen: null,
    });
    expect(found.has('006D')).toBe(false);
    expect((await store.load('dynamics', ['006A'])).size).toBe(0);
  });

  it('keeps the first start of an intent, and ends it together with the link', async () => {
    const { db } = await open(await server.createDatabase());
    const store = createSyncStore(db);
    const intent = { opportunityId: '006A', kind: 'create-own' } as const;
    await store.openIntent('salesforce', { ...intent, startedAt: '2026-11-20T10:00:00.000Z' });
    await store.openIntent('salesforce', { ...intent, startedAt: '2026-11-20T11:00:00.000Z' });
    const before = await store.load('salesforce', ['006A']);
    expect(before.get('006A')?.intents).toMatchObject([{ startedAt: '2026-11-20T10:00:00.000Z' }]);
    await store.fulfilIntent('salesforce', link('006A', { referralId: 'r1' }), 'create-own');
    const after = await store.load('salesforce', ['006A']);
    expect(after.get('006A')).toMatchObject({ link: { referralId: 'r1' }, intents: [] });
  });

  it('never ties one referral to two opportunities', async () => {
    const { db } = await open(await server.createDatabase());
    await saveLinks(db, 'salesforce', [link('006A', { referralId: 'r1' })]);
    await expect(saveLinks(db, 'salesforce', [link('006B', { referralId: 'r1' })])).rejects.toThrow(/referral_id/);
  });

  it('forgets a link with its intents', async () => {
    const { db } = await open(await server.createDatabase());
    const store = createSyncStore(db);
    await saveLinks(db, 'salesforce', [link('006A')]);
    await store.openIntent('salesforce', {
      opportunityId: '006A',
      kind: 'create-own',
      startedAt: '2026-11-20T10:00:00Z',
    });
    await deleteLinks(db, 'salesforce', ['006A']);
    expect((await store.load('salesforce', ['006A'])).size).toBe(0);
  });

  it('keeps the place in each source', async () => {
    const { db } = await open(await server.createDatabase());
    const cursor = cursorOf(db, 'salesforce', 'watch');
    expect(await cursor.read()).toBeNull();
    await cursor.save('{"/data/ChangeEvents":17}');
    await cursor.save('{"/data/ChangeEvents":18}');
    expect(await cursor.read()).toBe('{"/data/ChangeEvents":18}');
    expect(await cursorOf(db, 'salesforce', 'catch-up').read()).toBeNull();
  });
});

describe('the state of the connection', () => {
  it('keeps since when it is so, for each CRM on its own', async () => {
    const { db } = await open(await server.createDatabase());
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute));
    const since = async (crm: string, state: string, minute: number) =>
      (await connectionStateSince(db, crm, state, at(minute))).getUTCMinutes();
    expect(await since('salesforce', 'ok', 1)).toBe(1);
    expect(await since('salesforce', 'ok', 2)).toBe(1);
    expect(await since('dynamics', 'ok', 3)).toBe(3);
    expect(await since('salesforce', 'partner-center-sign-in', 4)).toBe(4);
    expect(await since('salesforce', 'partner-center-sign-in', 5)).toBe(4);
    expect(await since('salesforce', 'ok', 6)).toBe(6);
  });
});

describe('the refresh token', () => {
  const seal = createSeal('the client secret', 'test');
  const settings = { clientId: 'client', seal };

  it('is rotated by one process at a time', async () => {
    const url = await server.createDatabase();
    const { db } = await open(url);
    const children = [1, 2].map(() => startChild('rotating-process.ts', [url, '20']));
    const codes = await Promise.all(children.map((child) => child.ended()));
    expect(codes).toEqual([0, 0]);
    expect(await createRefreshTokenStore(db, { ...settings, initial: '0' }).read()).toBe('40');
  });

  it('is not stored in the clear', async () => {
    const { db } = await open(await server.createDatabase());
    await createRefreshTokenStore(db, { ...settings, initial: null }).update(() =>
      Promise.resolve('very-secret-token'),
    );
    const rows = await db.query('select sealed from cosell.refresh_tokens');
    expect(JSON.stringify(rows)).not.toContain('very-secret-token');
  });

  it('stays as it was when its exchange fails', async () => {
    const { db } = await open(await server.createDatabase());
    const store = createRefreshTokenStore(db, { ...settings, initial: 'first' });
    await store.update(() => Promise.resolve('second'));
    await expect(store.update(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await store.read()).toBe('second');
  });

  it('is replaced when an administrator gives another one', async () => {
    const { db } = await open(await server.createDatabase());
    await createRefreshTokenStore(db, { ...settings, initial: 'first' }).update(() => Promise.resolve('rotated'));
    expect(await createRefreshTokenStore(db, { ...settings, initial: 'first' }).read()).toBe('rotated');
    expect(await createRefreshTokenStore(db, { ...settings, initial: null }).read()).toBe('rotated');
    expect(await createRefreshTokenStore(db, { ...settings, initial: 'consented anew' }).read()).toBe('consented anew');
  });

  it('of a new consent counts for every process that was given the same token, or none', async () => {
    const { db } = await open(await server.createDatabase());
    const running = createRefreshTokenStore(db, { ...settings, initial: 'first' });
    await running.update(() => Promise.resolve('expired'));
    const command = createRefreshTokenStore(db, { ...settings, initial: null });
    await command.replace('consented');
    expect(await running.read()).toBe('consented');
    await command.update(() => Promise.resolve('rotated'));
    expect(await running.read()).toBe('rotated');
    const changed = { clientId: 'client', initial: null, seal: createSeal('another secret', 'test') };
    await createRefreshTokenStore(db, changed).replace('with the new secret');
    expect(await createRefreshTokenStore(db, changed).read()).toBe('with the new secret');
  });

  it('says the cure when the client secret was changed', async () => {
    const { db } = await open(await server.createDatabase());
    await createRefreshTokenStore(db, { ...settings, initial: null }).update(() => Promise.resolve('token'));
    const other = createRefreshTokenStore(db, {
      clientId: 'client',
      initial: null,
      seal: createSeal('another', 'test'),
    });
    await expect(other.read()).rejects.toMatchObject({
      code: 'config-invalid',
      field: 'COSELL_PARTNER_CENTER_REFRESH_TOKEN',
    });
  });
});
