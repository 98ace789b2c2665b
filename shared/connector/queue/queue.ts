import type { PgBoss } from 'pg-boss';
import { asCosellError } from '../../core/index.ts';
import { deleteLinks, saveLinks, saveSyncedLinks } from '../store/links.ts';
import { saveSeen } from '../store/seen.ts';
import type { Db, TransactionalDb } from '../store/db.ts';
import type { Presence } from '../store/presence.ts';
import type { Log } from '../operations/log.ts';
import type { ItemOutcome } from '../worker/outcome.ts';
import { asBossDb } from './boss.ts';
import { claim, dropClaim, releaseDeadClaims } from './claims.ts';
import { deleteDeadLetters, insertDeadLetter } from './dead-letters.ts';
import { createGroupCommit } from './group-commit.ts';
import { createLetFill } from './let-fill.ts';
import { syncQueueName } from './names.ts';
import {
  deleteWaitingRetries,
  insertRetry,
  insertSyncJobs,
  LARGEST_INSERT,
  readsMicrosoft,
  type SyncJob,
  type SyncJobData,
} from './sync-jobs.ts';

/** Batches of one CRM that one process works on at the same time: what arrives during one is taken by the next. */
const CONCURRENT_BATCHES = 2;
const POLL_SECONDS = 1;
const RELEASE_INTERVAL_MS = 1_000;
const SAVE_AGAIN_MS = 60_000;

/** One opportunity of a batch, as the worker gets it. */
export type BatchItem = SyncJobData;

export type BatchHandler = (items: readonly BatchItem[]) => Promise<readonly ItemOutcome[]>;

export interface SyncQueue {
  /** Resolves when the jobs are stored durably. Calls that come together are stored together. */
  add(jobs: readonly SyncJob[]): Promise<void>;
  /** Takes batches of up to `batchSize` different opportunities of a CRM. */
  work(crm: string, batchSize: number, handler: BatchHandler): Promise<void>;
  /** Looks no longer after the work of connectors that died. */
  close(): void;
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
  return {
    add,
    work: async (crm, batchSize, handler) => {
      const queue = syncQueueName(crm);
      const letFill = createLetFill(batchSize);
      let worker: string | null = null;
      worker = await boss.work<SyncJobData>(
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
          const byId = new Map(outcomes.map((outcome) => [outcome.opportunityId, outcome]));
          const settlements = jobs.flatMap(({ id: jobId, data }): Settlement[] => {
            const outcome = byId.get(data.opportunityId);
            return outcome ? [{ jobId, data, outcome }] : [];
          });
          await settle({ boss, db, crm, log }, batch, settlements);
          // What changed during its own sync had to wait for it, and nobody is told that it may go now.
          if (worker !== null) boss.notifyWorker(worker);
          await letFill(jobs.length);
        },
      );
    },
    close: () => clearInterval(releasing),
  };
}

/** A job of a batch and how it ended. */
interface Settlement {
  readonly jobId: string;
  readonly data: SyncJobData;
  readonly outcome: ItemOutcome;
}

interface Settler {
  readonly boss: PgBoss;
  readonly db: TransactionalDb;
  readonly crm: string;
  readonly log: Log;
}

/**
 * Saves everything a batch led to, in one transaction. Should one of its opportunities make that impossible, each is
 * saved on its own, and the one in the way is tried again later.
 */
async function settle(settler: Settler, batch: string, settlements: readonly Settlement[]): Promise<void> {
  const { db, crm, log } = settler;
  try {
    await db.transaction((tx) => save(settler, tx, settlements));
  } catch (thrown) {
    log.warn({ crm, reason: String(thrown) }, 'A batch could not be saved as a whole; saving one by one');
    for (const settlement of settlements) {
      await db
        .transaction((tx) => save(settler, tx, [settlement]))
        .catch(async (reason: unknown) => {
          const { opportunityId } = settlement.outcome;
          log.error({ crm, opportunityId, reason: String(reason) }, 'The result of a sync could not be saved');
          await db.transaction((tx) => save(settler, tx, [{ ...settlement, outcome: tryLater(settlement.outcome) }]));
        });
    }
  }
  await dropClaim(db, batch);
}

/** The job is deleted in the same transaction that saves the link and adds the next attempt. */
async function save({ boss, crm }: Settler, tx: Db, settlements: readonly Settlement[]): Promise<void> {
  const ids = (some: readonly Settlement[]) => some.map(({ outcome }) => outcome.opportunityId);
  const ofKinds = (...kinds: readonly ItemOutcome['kind'][]) =>
    settlements.filter(({ outcome }) => kinds.includes(outcome.kind));
  await saveRemembered(
    tx,
    crm,
    settlements.map(({ outcome }) => outcome),
  );
  await deleteLinks(tx, crm, ids(ofKinds('gone')));
  await boss.deleteJob(
    syncQueueName(crm),
    settlements.map((settlement) => settlement.jobId),
    { db: asBossDb(tx) },
  );
  // An opportunity that is as agreed says nothing of its referral, which may be what an earlier attempt failed at.
  const looked = settlements.filter(({ outcome }) => outcome.kind !== 'as-agreed');
  const withMicrosoft = looked.filter(({ data }) => readsMicrosoft(data));
  await deleteWaitingRetries(tx, crm, ids(looked), ids(withMicrosoft));
  await deleteDeadLetters(tx, crm, ids(ofKinds('done', 'gone', 'refused')));
  for (const { data, outcome } of settlements) {
    if (outcome.kind === 'retry') await insertRetry(boss, tx, crm, { ...data, ...outcome });
    if (outcome.kind === 'dead') await insertDeadLetter(boss, tx, outcome.letter);
  }
}

/** What is remembered of a link and of the versions that were seen is one row: most batches change it in one statement. */
async function saveRemembered(tx: Db, crm: string, outcomes: readonly ItemOutcome[]): Promise<void> {
  await saveSyncedLinks(
    tx,
    crm,
    outcomes.flatMap((outcome) =>
      'seen' in outcome && outcome.link ? [{ link: outcome.link, seen: outcome.seen }] : [],
    ),
  );
  await saveLinks(
    tx,
    crm,
    outcomes.flatMap((outcome) => ('seen' in outcome || !outcome.link ? [] : [outcome.link])),
  );
  await saveSeen(
    tx,
    crm,
    outcomes.flatMap((outcome) => ('seen' in outcome && !outcome.link ? [outcome.seen] : [])),
  );
}

function tryLater({ opportunityId }: ItemOutcome): ItemOutcome {
  const error = asCosellError(new Error('the result could not be saved'));
  const notBefore = new Date(Date.now() + SAVE_AGAIN_MS);
  return { kind: 'retry', opportunityId, link: null, error, failures: 1, notBefore };
}
