import type { PgBoss } from 'pg-boss';
import type { Db } from '../store/db.ts';
import { asBossDb } from './boss.ts';
import { REFERRAL_QUEUE } from './names.ts';

const BATCH_SIZE = 200;
const CONCURRENT_BATCHES = 2;
const POLL_SECONDS = 1;

interface ReferralJob {
  readonly referralId: string;
}

/** Puts referrals that changed in Partner Center into the queue; one that waits there already is not added again. */
export async function insertReferralJobs(boss: PgBoss, db: Db, referralIds: readonly string[]): Promise<void> {
  if (referralIds.length === 0) return;
  const rows = [...new Set(referralIds)].map((referralId) => ({
    data: { referralId } satisfies ReferralJob,
    singletonKey: referralId,
  }));
  await boss.insert(REFERRAL_QUEUE, rows, { db: asBossDb(db), returnId: false });
}

/**
 * Takes batches of referrals that changed.
 *
 * @param handler returns the ones to be handed over again later; when it rejects, all are
 */
export async function workReferralJobs(
  boss: PgBoss,
  handler: (referralIds: readonly string[]) => Promise<ReadonlySet<string>>,
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
      const later = await handler([...new Set(jobs.map((job) => job.data.referralId))]);
      return jobs.map(({ id, data }) => ({ id, status: later.has(data.referralId) ? 'failed' : 'completed' }));
    },
  );
}
