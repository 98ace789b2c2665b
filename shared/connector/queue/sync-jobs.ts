import type { PgBoss } from 'pg-boss';
import type { IsoInstant } from '../../core/model/index.ts';
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
  /** When Partner Center says that the referral changed, where that is why; many such referrals are then read by one call. */
  readonly referralChangedAt?: IsoInstant;
  /** Nothing but the CRM led here, and only perhaps: an opportunity that is as agreed costs no look at its referral. */
  readonly ifCrmChanged?: boolean;
  /** Microsoft's own referral of the deal changed: only then it is read. */
  readonly microsoftChanged?: boolean;
}

/** What a job carries besides its key. */
export interface SyncJobData {
  readonly opportunityId: string;
  /** How often this change has failed already. */
  readonly failures: number;
  readonly referralChangedAt?: IsoInstant;
  readonly ifCrmChanged?: boolean;
  readonly microsoftChanged?: boolean;
}

/** Whether the sync looks at Microsoft's referral: it changed, or an earlier attempt may have known so. */
export function readsMicrosoft({ microsoftChanged, failures }: SyncJobData): boolean {
  return microsoftChanged === true || failures > 0;
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
    const wanted = new Map<string, SyncJob>();
    for (const job of ofCrm) wanted.set(job.opportunityId, together(wanted.get(job.opportunityId), job));
    const queue = syncQueueName(crm);
    const waiting = await joinWaiting(db, queue, [...wanted.values()]);
    const rows = [...wanted.values()]
      .filter(({ opportunityId }) => !waiting.has(opportunityId))
      .map((job) => ({ data: dataOf(job), singletonKey: job.opportunityId, priority: Number(job.urgent) }));
    if (rows.length > 0) await boss.insert(queue, rows, { db: asBossDb(db), returnId: false });
  }
}

/** Two reasons for one look: the more urgent counts, and the one that asks for more. */
export function together(one: SyncJob | undefined, other: SyncJob): SyncJob {
  if (one === undefined) return other;
  const changes = [one.referralChangedAt, other.referralChangedAt].filter((at) => at !== undefined).sort();
  const referralChangedAt = changes.at(-1);
  return {
    crm: one.crm,
    opportunityId: one.opportunityId,
    urgent: one.urgent || other.urgent,
    ...(referralChangedAt === undefined ? {} : { referralChangedAt }),
    ...(one.ifCrmChanged && other.ifCrmChanged ? { ifCrmChanged: true } : {}),
    ...(one.microsoftChanged || other.microsoftChanged ? { microsoftChanged: true } : {}),
  };
}

/** What the row of a new job holds. */
export function dataOf({ opportunityId, referralChangedAt, ifCrmChanged, microsoftChanged }: SyncJob): SyncJobData {
  return {
    opportunityId,
    failures: 0,
    ...(referralChangedAt === undefined ? {} : { referralChangedAt }),
    ...(ifCrmChanged ? { ifCrmChanged } : {}),
    ...(microsoftChanged ? { microsoftChanged } : {}),
  };
}

/**
 * Adds the reasons to the jobs that wait to be taken already, and returns their keys. Further attempts do not count, whatever their time: the
 * sync that is running now removes them, and would remove with them a change that it has not seen.
 * Where this change is more urgent than the one that waits, that one is moved forward: pg-boss takes the oldest job of a key first,
 * whatever a newer one's priority. The rows are locked, in one order everywhere: one that a worker takes at this moment no longer waits, and
 * would not learn of the reason.
 */
async function joinWaiting(db: Db, queue: string, jobs: readonly SyncJob[]): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ key: string }>(
    `with wanted as (
        select * from unnest($2::text[], $3::int[], $4::text[], $5::boolean[], $6::boolean[])
          as w (key, priority, changed_at, if_crm, microsoft)),
      waiting as (
        select job.id, job.singleton_key as key, wanted.priority, wanted.changed_at, wanted.if_crm, wanted.microsoft,
          job.priority < wanted.priority
            or (job.data ? 'ifCrmChanged' and not wanted.if_crm)
            or (wanted.microsoft and not job.data ? 'microsoftChanged')
            or wanted.changed_at > coalesce(job.data->>'referralChangedAt', '') as more
        from ${QUEUE_SCHEMA}.job join wanted on wanted.key = job.singleton_key
        where job.name = $1 and job.state = 'created' and job.start_after <= now() and (job.data->>'failures')::int = 0
        order by job.id for update of job),
      joined as (
        update ${QUEUE_SCHEMA}.job set
          priority = greatest(job.priority, waiting.priority),
          data = (case when waiting.if_crm then job.data else job.data - 'ifCrmChanged' end)
            || case when waiting.changed_at > coalesce(job.data->>'referralChangedAt', '')
                 then jsonb_build_object('referralChangedAt', waiting.changed_at) else '{}' end
            || case when waiting.microsoft then '{"microsoftChanged": true}'::jsonb else '{}' end
        from waiting where job.name = $1 and job.id = waiting.id and waiting.more and job.state = 'created')
     select key from waiting`,
    [
      queue,
      jobs.map((job) => job.opportunityId),
      jobs.map((job) => Number(job.urgent)),
      jobs.map((job) => job.referralChangedAt ?? null),
      jobs.map((job) => job.ifCrmChanged === true),
      jobs.map((job) => job.microsoftChanged === true),
    ],
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
  const { opportunityId, failures, microsoftChanged, notBefore } = retry;
  const data = { opportunityId, failures, ...(microsoftChanged ? { microsoftChanged } : {}) };
  const row = { data, singletonKey: opportunityId, startAfter: notBefore.toISOString() };
  await boss.insert(syncQueueName(crm), [row], { db: asBossDb(db), returnId: false });
}

/**
 * Removes further attempts that wait: whatever they were for has just been looked at afresh. They are told by their failures, not by their
 * time: inside a transaction `now()` stands still, so a change that arrives meanwhile looks as if it waited for a later time, too.
 *
 * @param withMicrosoft those of them whose referral of Microsoft was looked at, too; attempts of the others that are to do that stay
 */
export async function deleteWaitingRetries(
  db: Db,
  crm: string,
  opportunityIds: readonly string[],
  withMicrosoft: readonly string[],
): Promise<void> {
  await db.query(
    `delete from ${QUEUE_SCHEMA}.job
     where name = $1 and singleton_key = any($2) and state = 'created' and (data->>'failures')::int > 0
       and (not data ? 'microsoftChanged' or singleton_key = any($3))`,
    [syncQueueName(crm), opportunityIds, withMicrosoft],
  );
}
