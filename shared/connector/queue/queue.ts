import type { PgBoss } from 'pg-boss';
import { saveLinks, deleteLinks } from '../store/links.ts';
import type { TransactionalDb } from '../store/db.ts';
import type { Presence } from '../store/presence.ts';
import type { Log } from '../operations/log.ts';
import type { ItemOutcome } from '../worker/outcome.ts';
import { asBossDb } from './boss.ts';
import { claim, dropClaim, releaseDeadClaims } from './claims.ts';
import { deleteDeadLetters, insertDeadLetter } from './dead-letters.ts';
import { createGroupCommit } from './group-commit.ts';
import { syncQueueName } from './names.ts';
import {
  deleteWaitingRetries,
  insertRetry,
  insertSyncJobs,
  LARGEST_INSERT,
  type SyncJob,
  type SyncJobData,
} from './sync-jobs.ts';

/** Batches of one CRM that one process works on at the same time: what arrives during one is taken by the next. */
const CONCURRENT_BATCHES = 2;
const POLL_SECONDS = 1;
const RELEASE_INTERVAL_MS = 1_000;

/** One opportunity of a batch, as the worker gets it. */
export type BatchItem = SyncJobData;

export type BatchHandler = (items: readonly BatchItem[]) => Promise<readonly ItemOutcome[]>;

export interface SyncQueue {
  /** Resolves when the jobs are stored durably. Calls that come together are stored together. */
  add(jobs: readonly SyncJob[]): Promise<void>;
  /** Takes batches of up to `batchSize` different opportunities of a CRM. */
  work(crm: string, batchSize: number, handler: BatchHandler): Promise<void>;
  /** Takes no new batches, lets the running ones end, for at most `milliseconds`. */
  stop(milliseconds: number): Promise<void>;
}

/**
 * The queue of opportunities to sync. A job is deleted in the same transaction that saves the links of its batch and adds
 * the next attempts, so a crash at any moment leaves either the job or everything it led to.
 */
export function createSyncQueue(boss: PgBoss, db: TransactionalDb, presence: Presence, log: Log): SyncQueue {
  const add = createGroupCommit<SyncJob>((jobs) => insertSyncJobs(boss, db, jobs), LARGEST_INSERT);
  const release = (): void => {
    releaseDeadClaims(boss, db).then(
      (released) => {
        if (released > 0) log.info({ released }, 'Took over the work of a connector that died');
      },
      (error: unknown) => log.warn({ reason: String(error) }, 'Could not look for work of dead connectors'),
    );
  };
  release();
  const releasing = setInterval(release, RELEASE_INTERVAL_MS);
  const working: string[] = [];
  return {
    add,
    work: async (crm, batchSize, handler) => {
      const queue = syncQueueName(crm);
      working.push(queue);
      await boss.work<SyncJobData>(
        queue,
        {
          batchSize,
          localConcurrency: CONCURRENT_BATCHES,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: POLL_SECONDS,
          notifyPollingIntervalSeconds: POLL_SECONDS,
        },
        async (jobs) => {
          const ids = jobs.map((job) => job.id);
          const batch = await claim(db, presence.instance, queue, ids);
          const outcomes = await handler(jobs.map((job) => job.data));
          await settle(boss, db, crm, { batch, ids, outcomes });
        },
      );
    },
    stop: async (milliseconds) => {
      clearInterval(releasing);
      const ended = Promise.all(working.map((queue) => boss.offWork(queue, { wait: true })));
      await within(milliseconds, ended);
      await boss.stop({ graceful: false });
    },
  };
}

interface Settlement {
  readonly batch: string;
  readonly ids: readonly string[];
  readonly outcomes: readonly ItemOutcome[];
}

/** Everything a batch led to, in one transaction. */
async function settle(boss: PgBoss, db: TransactionalDb, crm: string, settlement: Settlement): Promise<void> {
  const { batch, ids, outcomes } = settlement;
  const keys = outcomes.map((outcome) => outcome.opportunityId);
  await db.transaction(async (tx) => {
    await saveLinks(
      tx,
      crm,
      outcomes.flatMap((outcome) => outcome.link ?? []),
    );
    await deleteLinks(
      tx,
      crm,
      outcomes.filter((outcome) => outcome.kind === 'gone').map((outcome) => outcome.opportunityId),
    );
    await boss.deleteJob(syncQueueName(crm), [...ids], { db: asBossDb(tx) });
    await deleteWaitingRetries(tx, crm, keys);
    const ended = outcomes.filter((outcome) => outcome.kind !== 'retry' && outcome.kind !== 'dead');
    await deleteDeadLetters(
      tx,
      crm,
      ended.map((outcome) => outcome.opportunityId),
    );
    for (const outcome of outcomes) {
      if (outcome.kind === 'retry') await insertRetry(boss, tx, crm, outcome);
      if (outcome.kind === 'dead') await insertDeadLetter(boss, tx, outcome.letter);
    }
    await dropClaim(tx, batch);
  });
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
