import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Delivery } from '../../../../scripts/sandbox/partner-center/webhooks/delivery.ts';
import { SIGNING_FOLDER } from '../../../../scripts/sandbox/partner-center/webhooks/signing-material.ts';
import { createReferralResolver } from '../../../../shared/connector/inbound/resolve-referrals.ts';
import { workReferralJobs } from '../../../../shared/connector/queue/referral-jobs.ts';
import type { SyncJob, SyncJobData } from '../../../../shared/connector/queue/sync-jobs.ts';
import { findByReferrals } from '../../../../shared/connector/store/find-links.ts';
import { saveLinks } from '../../../../shared/connector/store/links.ts';
import { startTestServer, type TestServer } from '../../../../shared/connector/testkit/database.ts';
import {
  askMicrosoft,
  replace,
  type Running,
  type SignedIn,
  startPartnerCenter,
} from '../../sandbox/partner-center-http.ts';
import { until } from '../support/until.ts';
import { startReceiver, type TestReceiver } from './receiver.ts';

const ALL = ['referral-created', 'referral-updated', 'related-referral-created', 'related-referral-updated'];

let database: TestServer;
let sandbox: Running;
let partner: SignedIn;
let receiver: TestReceiver;
/** What came out at the end: referrals that nobody knew, batch by batch, and opportunities to be synced. */
let unknown: (readonly string[])[];
let synced: SyncJob[];
/** What the handler of unknown referrals says to a batch; nothing is to come again by default. */
let outcome: (ids: readonly string[]) => Promise<readonly string[]>;

beforeAll(async () => {
  database = await startTestServer();
});

afterAll(() => database.stop());

beforeEach(async () => {
  sandbox = await startPartnerCenter({ deliveryBackoffMs: 1 });
  partner = await sandbox.signIn('sandbox');
  const root = await readFile(path.join(SIGNING_FOLDER, 'root-ca.crt'), 'utf8');
  receiver = await startReceiver(await database.createDatabase(), { origin: sandbox.url, root });
  [unknown, synced, outcome] = [[], [], () => Promise.resolve([])];
  const resolver = createReferralResolver({
    find: (ids) => findByReferrals(receiver.database.db, ids),
    sync: { add: (jobs) => Promise.resolve(void synced.push(...jobs)) },
    inbound: {
      handleUnknownReferrals: async (ids) => {
        unknown.push(ids);
        return { later: await outcome(ids) };
      },
    },
    crms: ['salesforce'],
  });
  await workReferralJobs(receiver.boss, resolver);
  await partner.send('POST', '/webhooks/v1/registration', { WebhookUrl: receiver.url, WebhookEvents: ALL });
});

afterEach(async () => {
  await receiver.close();
  await sandbox.partnerCenter.close();
});

const link = (opportunityId: string, referralId: string, microsoftReferralId: string | null, crm = 'salesforce') =>
  saveLinks(receiver.database.db, crm, [
    {
      opportunityId,
      direction: 'outbound',
      referralId,
      engagementId: null,
      microsoftReferralId,
      sharing: 'co-sell',
      base: null,
      lastSuccessAt: null,
    },
  ]);

/** Opportunities that are queued to be synced: those that a link leads to do not pass the look-up. */
const waiting = async (): Promise<readonly SyncJobData[]> =>
  (
    await receiver.database.db.query<{ data: SyncJobData }>(
      "select data from cosell_queue.job where name = 'sync-salesforce' and state = 'created'",
    )
  ).map(({ data }) => data);

const asked = (count: number) => until(`${count} referrals`, () => unknown.flat().length >= count && unknown.flat());

describe('an event of Partner Center', () => {
  it('of a deal from Microsoft goes to whoever makes opportunities', async () => {
    const { id } = await (await sandbox.signIn('microsoft')).create({ type: 'Shared' });
    expect(await asked(1)).toEqual([id]);
    expect(synced).toEqual([]);
  });

  it('of our own deal, or of Microsoft’s part in it, becomes a sync of its opportunity', async () => {
    await sandbox.fetch('/_sandbox/events/pause', { method: 'POST' });
    const own = await partner.create({ type: 'Shared' });
    const related = (await partner.send('POST', '/v1.0/engagements/referrals', askMicrosoft(own.engagementId))).body;
    await link('006A', own.id, related.id);
    await sandbox.fetch('/_sandbox/events/resume', { method: 'POST' });
    await partner.patch(own.id, [replace('/details/notes', 'New notes.')]);
    await until('the first', async () => (await waiting()).length === 1);
    expect(await waiting()).toEqual([
      { opportunityId: '006A', failures: 0, referralChangedAt: expect.any(String) as string },
    ]);
    const microsoft = await sandbox.signIn('microsoft');
    await microsoft.patch(related.id, [replace('/status', 'Active'), replace('/substatus', 'Accepted')]);
    await until('the second', async () => (await waiting()).some(({ microsoftChanged }) => microsoftChanged === true));
    expect(await waiting()).toHaveLength(1);
    expect([synced, unknown]).toEqual([[], []]);
  });

  it('of a deal in a CRM that is no longer configured is nobody’s', async () => {
    const { id } = await partner.create();
    await asked(1);
    await link('006B', id, null, 'former');
    await partner.patch(id, [replace('/details/notes', 'New notes.')]);
    const { id: next } = await partner.create();
    expect(await asked(2)).toEqual([id, next]);
    expect(synced).toEqual([]);
  });

  it('is taken in batches when many come', async () => {
    const made = await Promise.all(Array.from({ length: 150 }, () => partner.create()));
    const ids = await asked(150);
    expect(new Set(ids)).toEqual(new Set(made.map(({ id }) => id)));
    expect(unknown.length).toBeLessThan(75);
  });

  it('comes again when something stood in its way, and only then', async () => {
    outcome = () => (unknown.length === 1 ? Promise.reject(new Error('no database')) : Promise.resolve([]));
    const first = await partner.create();
    await until('the second try', () => unknown.length === 2);
    outcome = (ids) => Promise.resolve(unknown.length === 3 ? ids : []);
    const second = await partner.create();
    await until('the fourth try', () => unknown.length === 4);
    expect(unknown).toEqual([[first.id], [first.id], [second.id], [second.id]]);
  });
});

describe('a receiver that is down', () => {
  it('is tried ten times; what it missed is not stored, and is left to reconcile', async () => {
    receiver.breakStorage(true);
    const { id } = await partner.create();
    const [delivery] = await until('the end of the attempts', async () => {
      const all = (await sandbox.fetch('/_sandbox/deliveries')).body as unknown as readonly Delivery[];
      return all.every(({ state }) => state === 'given-up') && all.length === 1 && all;
    });
    expect(delivery?.attempts.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 503));
    expect(await receiver.stored()).toEqual({ events: 0, jobs: [] });
    receiver.breakStorage(false);
    // Found otherwise: here by sending it again, in production by the sweep.
    await sandbox.fetch('/_sandbox/events/replay', { method: 'POST' });
    expect(await asked(1)).toEqual([id]);
  });
});
