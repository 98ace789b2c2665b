import type { PgBoss } from 'pg-boss';
import type { ErrorCode } from '../../core/errors/index.ts';
import type { IsoInstant } from '../../core/model/index.ts';
import type { Db, TransactionalDb } from '../store/db.ts';
import { asBossDb } from './boss.ts';
import { byCrm } from './by-crm.ts';
import { DEAD_LETTER_QUEUE, QUEUE_SCHEMA } from './names.ts';
import { insertSyncJobs } from './sync-jobs.ts';

/** A change that was given up. The opportunity is synced again when it changes, or when the letter is replayed. */
export interface DeadLetter {
  readonly crm: string;
  readonly opportunityId: string;
  readonly errorCode: ErrorCode;
  readonly message: string;
  readonly cure: string;
  readonly reference: string | null;
  readonly failures: number;
  readonly at: IsoInstant;
}

const keyOf = (crm: string, opportunityId: string): string => `${crm}:${opportunityId}`;

/** Puts a letter aside; an older one of the same opportunity is replaced. */
export async function insertDeadLetter(boss: PgBoss, db: Db, letter: DeadLetter): Promise<void> {
  await deleteDeadLetters(db, letter.crm, [letter.opportunityId]);
  const row = { data: letter, singletonKey: keyOf(letter.crm, letter.opportunityId) };
  await boss.insert(DEAD_LETTER_QUEUE, [row], { db: asBossDb(db), returnId: false });
}

/** Oldest first. */
export async function listDeadLetters(boss: PgBoss): Promise<readonly DeadLetter[]> {
  const jobs = await boss.findJobs<DeadLetter>(DEAD_LETTER_QUEUE, { queued: true });
  return jobs.map((job) => job.data).sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
}

const orderOf = ({ at, crm, opportunityId }: DeadLetter): string => `${at} ${crm} ${opportunityId}`;

/** The letters of opportunities that are in order again. */
export async function deleteDeadLetters(db: Db, crm: string, opportunityIds: readonly string[]): Promise<void> {
  await db.query(`delete from ${QUEUE_SCHEMA}.job where name = $1 and singleton_key = any($2)`, [
    DEAD_LETTER_QUEUE,
    opportunityIds.map((id) => keyOf(crm, id)),
  ]);
}

/** Puts the opportunities of these letters back into the queue, with all their attempts ahead of them. */
export async function replayDeadLetters(
  boss: PgBoss,
  db: TransactionalDb,
  letters: readonly Pick<DeadLetter, 'crm' | 'opportunityId'>[],
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const [crm, ofCrm] of byCrm(letters)) {
      const ids = ofCrm.map((letter) => letter.opportunityId);
      await deleteDeadLetters(tx, crm, ids);
      await insertSyncJobs(
        boss,
        tx,
        // What a letter was about is not known any more: both referrals are looked at.
        ids.map((opportunityId) => ({ crm, opportunityId, urgent: false, microsoftChanged: true })),
      );
    }
  });
}
