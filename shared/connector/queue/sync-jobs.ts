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
    const priorities = await waitingPriorities(db, queue, [...urgency.keys()]);
    const missing = [...urgency].filter(([id, urgent]) => (priorities.get(id) ?? -1) < Number(urgent));
    if (missing.length === 0) continue;
    const rows = missing.map(([opportunityId, urgent]) => ({
      data: { opportunityId, failures: 0 } satisfies SyncJobData,
      singletonKey: opportunityId,
      priority: Number(urgent),
    }));
    await boss.insert(queue, rows, { db: asBossDb(db), returnId: false });
  }
}

/** The priority with which each of these keys waits to be taken; jobs that wait for a later time do not count. */
async function waitingPriorities(db: Db, queue: string, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ key: string; priority: number }>(
    `select singleton_key as key, max(priority) as priority from ${QUEUE_SCHEMA}.job
     where name = $1 and singleton_key = any($2) and state = 'created' and start_after <= now()
     group by singleton_key`,
    [queue, keys],
  );
  return new Map(rows.map((row) => [row.key, row.priority]));
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

/** Removes attempts that wait for a later time: whatever they were for has just been looked at afresh. */
export async function deleteWaitingRetries(db: Db, crm: string, opportunityIds: readonly string[]): Promise<void> {
  await db.query(
    `delete from ${QUEUE_SCHEMA}.job
     where name = $1 and singleton_key = any($2) and state = 'created' and start_after > now()`,
    [syncQueueName(crm), opportunityIds],
  );
}
