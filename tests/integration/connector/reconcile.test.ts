import type { Link, Referral } from '../../../shared/core/model/index.ts';
import { reconcileAll, type DriftReport } from '../../../shared/connector/reconcile/reconcile.ts';
import { sweepRepeatedly } from '../../../shared/connector/reconcile/sweep-timer.ts';
import { sweepPartnerCenter } from '../../../shared/connector/reconcile/sweep.ts';
import type { SyncJob } from '../../../shared/connector/queue/sync-jobs.ts';
import { openDatabase, type Database } from '../../../shared/connector/store/connect.ts';
import { cursorOf, PARTNER_CENTER } from '../../../shared/connector/store/cursors.ts';
import { saveLinks } from '../../../shared/connector/store/links.ts';
import { saveSeen, seenMarks } from '../../../shared/connector/store/seen.ts';
import { startTestServer, type TestServer } from '../../../shared/connector/testkit/database.ts';
import { FakePartnerCenter } from '../../../shared/connector/testkit/referrals.ts';
import { SILENT } from '../../../shared/connector/testkit/world.ts';
import type { CatchUpPage } from '../../../shared/crm/port.ts';
import { until } from './support/until.ts';

const CRM = 'salesforce';
const EPOCH = '2020-01-01T00:00:00Z';

let server: TestServer;
let database: Database;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  database = await openDatabase({ databaseUrl: await server.createDatabase(), folder: '/nowhere', most: 4 }, SILENT);
});
afterEach(() => database.close());
afterAll(() => server.stop());

/** Deals that both sides agree on and that were seen so. */
async function scene(count: number) {
  let time = Date.parse('2026-11-20T10:00:00Z');
  const partnerCenter = new FakePartnerCenter(() => new Date((time += 1_000)));
  const referrals: Referral[] = [];
  for (let index = 0; index < count; index += 1) {
    referrals.push(await partnerCenter.port().create({ name: `Deal ${index}`, type: 'Shared' }));
  }
  const links = referrals.map(({ id, engagementId }, index): Link => ({
    opportunityId: `006${index}`,
    direction: 'outbound',
    referralId: id,
    engagementId,
    microsoftReferralId: `${id}-of-microsoft`,
    sharing: 'co-sell',
    base: null,
    lastSuccessAt: null,
  }));
  await saveLinks(database.db, CRM, links);
  const seen = referrals.map(({ updatedDateTime }, index) => ({
    opportunityId: `006${index}`,
    crm: 'v1',
    referral: updatedDateTime ?? null,
    microsoft: '2020-06-01T00:00:00Z',
  }));
  await saveSeen(database.db, CRM, seen);
  partnerCenter.calls.length = 0;
  const jobs: SyncJob[] = [];
  const unknown: string[] = [];
  const versions = new Map(links.map(({ opportunityId }) => [opportunityId, 'v1']));
  return {
    partnerCenter,
    referrals,
    jobs,
    unknown,
    versions,
    parts: {
      partnerCenter: partnerCenter.port(),
      seen: seenMarks(database.db),
      sync: { add: (added: readonly SyncJob[]) => Promise.resolve(void jobs.push(...added)) },
      unknown: (strangers: readonly Referral[]) => Promise.resolve(void unknown.push(...strangers.map(({ id }) => id))),
      crms: new Map([[CRM, { catchUp: () => pageOf(versions) }]]),
    },
  };
}

async function* pageOf(versions: ReadonlyMap<string, string>): AsyncGenerator<CatchUpPage> {
  await Promise.resolve();
  const hints = [...versions].map(([id, version]) => ({
    object: 'opportunity' as const,
    id,
    opportunityId: id,
    changedAt: EPOCH,
    version,
  }));
  yield { hints, cursor: '{}' };
}

describe('the sweep of Partner Center', () => {
  it('queues what changed, hands over what nobody knows, and nothing else', async () => {
    const { partnerCenter, referrals, parts, jobs, unknown } = await scene(5);
    partnerCenter.edit(referrals[2]?.id ?? '', { name: 'A better name' });
    const stranger = await partnerCenter.port().create({ name: 'From Microsoft', type: 'Shared' });
    const swept = await sweepPartnerCenter(parts, EPOCH);
    expect(swept).toMatchObject({ listed: 6, changed: 1, unknown: 1 });
    expect(jobs).toEqual([
      { crm: CRM, opportunityId: '0062', urgent: false, referralChangedAt: expect.any(String) as string },
    ]);
    expect(unknown).toEqual([stranger.id]);
  });

  it('finds the opportunity by Microsoft’s referral, once it is not as it was seen, however often the link was saved since', async () => {
    const { partnerCenter, referrals, parts, jobs } = await scene(1);
    const id = `${referrals[0]?.id}-of-microsoft`;
    const ofMicrosoft = (updatedDateTime: string) =>
      partnerCenter.referrals.set(id, { ...referrals[0]!, id, updatedDateTime });
    ofMicrosoft('2020-06-01T00:00:00Z');
    await sweepPartnerCenter(parts, EPOCH);
    expect(jobs).toEqual([]);
    ofMicrosoft('2020-06-02T00:00:00Z');
    await sweepPartnerCenter(parts, EPOCH);
    expect(jobs.map(({ opportunityId }) => opportunityId)).toEqual(['0060']);
  });

  it('goes on where it ended, also after a failure', async () => {
    const { partnerCenter, parts } = await scene(3);
    const asked: (string | undefined)[] = [];
    let fails = true;
    const list: typeof parts.partnerCenter.list = async function* (query) {
      asked.push(query.updatedSince);
      if (asked.length === 2 && fails) {
        fails = false;
        throw new Error('Partner Center is away.');
      }
      yield* partnerCenter.port().list(query);
    };
    const cursor = cursorOf(database.db, PARTNER_CENTER, 'sweep');
    const stop = new AbortController();
    const now = (): Date => new Date('2026-11-20T12:00:00Z');
    const timer = { ...parts, partnerCenter: { list }, cursor, everySeconds: 0.01, now, log: SILENT };
    const running = sweepRepeatedly(timer, stop.signal);
    await until('four sweeps', () => asked.length >= 4);
    stop.abort();
    await running;
    expect(asked.slice(0, 4)).toEqual([
      '2026-11-06T11:55:00.000Z',
      '2026-11-20T09:55:06.000Z',
      '2026-11-20T09:55:06.000Z',
      '2026-11-20T09:55:06.000Z',
    ]);
  });
});

describe('a full comparison', () => {
  it('queues nothing when nothing changed', async () => {
    const { parts, jobs } = await scene(20);
    const report = await reconcileAll(parts);
    expect(jobs).toEqual([]);
    expect(report).toEqual<DriftReport>({
      partnerCenter: { listed: 20, changed: 0, unknown: 0, gone: 0 },
      crms: { [CRM]: { listed: 20, changed: 0, requests: 0 } },
    });
  });

  it('finds what changed in the CRM, what was never synced, and links whose referral is gone', async () => {
    const { partnerCenter, referrals, parts, jobs, versions } = await scene(4);
    versions.set('0061', 'v2').set('006new', 'v1');
    partnerCenter.referrals.delete(referrals[3]?.id ?? '');
    const report = await reconcileAll(parts);
    expect(report.partnerCenter.gone).toBe(1);
    expect(report.crms[CRM]).toEqual({ listed: 5, changed: 2, requests: 0 });
    expect(jobs).toEqual([
      { crm: CRM, opportunityId: '0063', urgent: false },
      { crm: CRM, opportunityId: '0061', urgent: false, ifCrmChanged: true },
      { crm: CRM, opportunityId: '006new', urgent: false, ifCrmChanged: true },
    ]);
  });
});
