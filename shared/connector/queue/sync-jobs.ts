import type { PgBoss } from 'pg-boss';
import type { Db } from '../store/db.ts';
import { asBossDb } from './boss.ts';
import { byCrm } from './by-crm.ts';
import { QUEUE_SCHEMA, syncQueueName } from './names.ts';

/** An opportunity to be synced. */
export interface SyncJob {
  readonly crm: string;
  readonly opportunityId: string;
  /** Things people wait for go before catch-ups. */
  readonly urgent: boolean;
}

/** What a job carries besides its key. */
export interface SyncJobData {
  readonly opportunityId: string;
  /** How often this change has failed already. */
  readonly failures: number;
}

/** Largest number of rows of one insert. */
export const LARGEST_INSERT = 1_000;

/**
 * Puts opportunities into the queue of their CRM. One that waits there already and has not started is not added again:
 * the sync will read the fresh values anyway. One that is being synced right now is added, because its values may have
 * been read before the change.
 */
export async function insertSyncJobs(boss: PgBoss, db: Db, jobs: readonly SyncJob[]): Promise<void> {
  for (const [crm, ofCrm] of byCrm(jobs)) {
    const urgency = new Map<string, boolean>();
    for (const job of ofCrm) urgency.set(job.opportunityId, (urgency.get(job.opportunityId) ?? false) || job.urgent);
    const queue = syncQueueName(crm);
    const waiting = await waitingKeys(db, queue, urgency);
    const missing = [...urgency].filter(([id]) => !waiting.has(id));
    if (missing.length === 0) continue;
    const rows = missing.map(([opportunityId, urgent]) => ({
      data: { opportunityId, failures: 0 } satisfies SyncJobData,
      singletonKey: opportunityId,
      priority: Number(urgent),
    }));
    await boss.insert(queue, rows, { db: asBossDb(db), returnId: false });
  }
}

/**
 * The keys that wait to be taken; those that wait for a later time do not count. Where this change is more urgent than the
 * one that waits, that one is moved forward: pg-boss takes the oldest job of a key first, whatever a newer one's priority.
 */
async function waitingKeys(db: Db, queue: string, urgency: ReadonlyMap<string, boolean>): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ key: string }>(
    `with wanted as (select * from unnest($2::text[], $3::int[]) as w (key, priority)),
      waiting as (
        select job.id, job.singleton_key as key, job.priority < wanted.priority as lower, wanted.priority
        from ${QUEUE_SCHEMA}.job join wanted on wanted.key = job.singleton_key
        where job.name = $1 and job.state = 'created' and job.start_after <= now()),
      moved as (
        update ${QUEUE_SCHEMA}.job set priority = waiting.priority
        from waiting where job.name = $1 and job.id = waiting.id and waiting.lower and job.state = 'created')
     select key from waiting`,
    [queue, [...urgency.keys()], [...urgency.values()].map(Number)],
  );
  return new Set(rows.map((row) => row.key));
}

/** Adds the next attempt of a change that failed. */
export async function insertRetry(
  boss: PgBoss,
  db: Db,
  crm: string,
  retry: SyncJobData & { readonly notBefore: Date },
): Promise<void> {
  const { opportunityId, failures, notBefore } = retry;
  const row = { data: { opportunityId, failures }, singletonKey: opportunityId, startAfter: notBefore.toISOString() };
  await boss.insert(syncQueueName(crm), [row], { db: asBossDb(db), returnId: false });
}

/**
 * Removes further attempts that wait: whatever they were for has just been looked at afresh. They are told by their failures, not by their
 * time: inside a transaction `now()` stands still, so a change that arrives meanwhile looks as if it waited for a later time, too.
 */
export async function deleteWaitingRetries(db: Db, crm: string, opportunityIds: readonly string[]): Promise<void> {
  await db.query(
    `delete from ${QUEUE_SCHEMA}.job
     where name = $1 and singleton_key = any($2) and state = 'created' and (data->>'failures')::int > 0`,
    [syncQueueName(crm), opportunityIds],
  );
}
