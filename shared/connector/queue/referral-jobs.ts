import type { PgBoss } from 'pg-boss';
import type { IsoInstant } from '../../core/model/index.ts';
import type { Db } from '../store/db.ts';
import { asBossDb } from './boss.ts';
import { QUEUE_SCHEMA, REFERRAL_QUEUE } from './names.ts';

const BATCH_SIZE = 200;
const CONCURRENT_BATCHES = 2;
const POLL_SECONDS = 1;

/** A referral that changed. */
export interface ReferralJob {
  readonly referralId: string;
  /** As the event says; the sync then reads many such referrals by one list. */
  readonly changedAt: IsoInstant;
}

/**
 * Puts referrals that changed in Partner Center into the queue. One that waits there already is not added again but told its latest change:
 * by an earlier one, a sync would take it for what it has looked at.
 */
export async function insertReferralJobs(boss: PgBoss, db: Db, jobs: readonly ReferralJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const latest = latestOf(jobs);
  await db.query(
    `update ${QUEUE_SCHEMA}.job set data = job.data || jsonb_build_object('changedAt', changed.at)
     from unnest($2::text[], $3::text[]) as changed (id, at)
     where job.name = $1 and job.state = 'created' and job.singleton_key = changed.id and job.data->>'changedAt' < changed.at`,
    [REFERRAL_QUEUE, latest.map(({ referralId }) => referralId), latest.map(({ changedAt }) => changedAt)],
  );
  const rows = latest.map((data) => ({ data, singletonKey: data.referralId }));
  await boss.insert(REFERRAL_QUEUE, rows, { db: asBossDb(db), returnId: false });
}

/**
 * Takes batches of referrals that changed.
 *
 * @param handler returns the ones to be handed over again later; when it rejects, all are
 */
export async function workReferralJobs(
  boss: PgBoss,
  handler: (jobs: readonly ReferralJob[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  await boss.work<ReferralJob>(
    REFERRAL_QUEUE,
    {
      batchSize: BATCH_SIZE,
      localConcurrency: CONCURRENT_BATCHES,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
      perJobResults: true,
    },
    async (jobs) => {
      const later = await handler(latestOf(jobs.map((job) => job.data)));
      return jobs.map(({ id, data }) => ({ id, status: later.has(data.referralId) ? 'failed' : 'completed' }));
    },
  );
}

/** Each referral once, with its latest change. */
function latestOf(jobs: readonly ReferralJob[]): readonly ReferralJob[] {
  const latest = new Map<string, ReferralJob>();
  for (const job of jobs) {
    const known = latest.get(job.referralId);
    if (!known || known.changedAt < job.changedAt) latest.set(job.referralId, job);
  }
  return [...latest.values()];
}
