import { PgBoss } from 'pg-boss';
import type { Db } from '../store/db.ts';
import type { Log } from '../operations/log.ts';
import { DEAD_LETTER_QUEUE, QUEUE_SCHEMA, REFERRAL_QUEUE, resolveQueueName, syncQueueName } from './names.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Of every queue of work. */
const SHARED = { retryLimit: 1_000_000, retryDelay: 1, retentionSeconds: 30 * DAY, notify: true };
const TIMING = { expireInSeconds: 900, heartbeatSeconds: 10 };
/** Of the queues whose work is only to find out what has to be synced. */
const LOOK_UP = { policy: 'short', retryBackoff: true, retryDelayMax: 60 } as const;

/**
 * Starts pg-boss and makes the queues of these CRMs.
 *
 * The timings follow `reference/engine.md` §4: with the defaults, jobs that were active when a process was killed would
 * wait for up to a minute. Jobs of a process that died are normally released by `releaseDeadClaims` within a second;
 * heartbeat and monitor are the net under it.
 *
 * @param work whether this process also takes jobs; commands that only look in from outside do not supervise
 */
export async function startBoss(
  connectionString: string,
  crms: readonly string[],
  log: Log,
  work: boolean,
): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString,
    schema: QUEUE_SCHEMA,
    application_name: 'cosell-queue',
    max: work ? 6 : 2,
    schedule: false,
    supervise: work,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    maintenanceIntervalSeconds: 3_600,
    useListenNotify: work,
  });
  boss.on('error', (error) => log.warn({ reason: error.message }, 'The queue reported an error'));
  boss.on('warning', (warning) => log.warn({ reason: warning.message }, 'The queue reported a warning'));
  await boss.start();
  for (const crm of crms) await createQueues(boss, crm);
  await boss.createQueue(REFERRAL_QUEUE, { ...SHARED, ...TIMING, ...LOOK_UP, deleteAfterSeconds: HOUR });
  await boss.createQueue(DEAD_LETTER_QUEUE, { policy: 'short', retentionSeconds: 365 * DAY });
  return boss;
}

async function createQueues(boss: PgBoss, crm: string): Promise<void> {
  // key_strict_fifo gives one active job per key, like `singleton`. But `singleton` fetches by a cached list of active
  // keys: while one is active a whole fetch that meets it comes back empty. Its known drawback, a key that stays blocked
  // after a terminal failure, cannot occur: we settle every job ourselves, and crashes never use up this retry limit.
  await boss.createQueue(syncQueueName(crm), { policy: 'key_strict_fifo', ...SHARED, ...TIMING });
  await boss.createQueue(resolveQueueName(crm), { ...SHARED, ...TIMING, ...LOOK_UP });
}

/** Lets pg-boss run its statements inside our transaction. */
export function asBossDb(db: Db): { executeSql(text: string, values?: unknown[]): Promise<{ rows: object[] }> } {
  return { executeSql: async (text, values) => ({ rows: [...(await db.query<object>(text, values))] }) };
}
