import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { Db, TransactionalDb } from '../store/db.ts';
import { asBossDb } from './boss.ts';

/** Remembers that this process works on these jobs. */
export async function claim(db: Db, instance: string, queue: string, jobIds: readonly string[]): Promise<string> {
  const batch = randomUUID();
  await db.query('insert into cosell.claims (batch, instance, queue, job_ids) values ($1, $2, $3, $4)', [
    batch,
    instance,
    queue,
    jobIds,
  ]);
  return batch;
}

export async function dropClaim(db: Db, batch: string): Promise<void> {
  await db.query('delete from cosell.claims where batch = $1', [batch]);
}

/**
 * Gives back the jobs of connector processes that died, so that they are taken again at once. A process lives as long as
 * it holds the advisory lock of its instance number (store/presence.ts).
 *
 * @returns how many jobs were given back
 */
export async function releaseDeadClaims(boss: PgBoss, db: TransactionalDb): Promise<number> {
  return db.transaction(async (tx) => {
    const claims = await tx.query<{ queue: string; job_ids: string[] }>(
      `with instances as materialized (select distinct instance from cosell.claims),
            dead as materialized (select instance from instances where pg_try_advisory_xact_lock(instance))
       delete from cosell.claims c using dead where c.instance = dead.instance returning c.queue, c.job_ids`,
    );
    let released = 0;
    for (const { queue, job_ids } of claims) {
      if (job_ids.length === 0) continue;
      const reason = { message: 'the connector process that worked on it died' };
      await boss.fail(queue, job_ids, reason, { db: asBossDb(tx) });
      released += job_ids.length;
    }
    return released;
  });
}

/** At the end of a process: what it has not finished was given back already. */
export async function dropAllClaims(db: Db, instance: string): Promise<void> {
  await db.query('delete from cosell.claims where instance = $1', [instance]);
}
