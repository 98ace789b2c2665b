import type { Link } from '../../core/model/index.ts';
import type { TransactionalDb } from './db.ts';
import { findByReferrals, type FoundLink } from './find-links.ts';
import { saveLinks } from './links.ts';

/** A deal that is to become a record of a CRM. */
export interface Entry {
  readonly referralId: string;
  readonly crm: string;
  readonly kind: 'opportunity' | 'lead';
}

/** What entering new deals needs of the store. Kept small: the testkit has it in memory. */
export interface InboundStore {
  /** Decides where each goes, once and for all: one that was decided before keeps its CRM and kind. Committed when it resolves. */
  decide(entries: readonly Entry[]): Promise<readonly Entry[]>;
  /** Of referrals that are decided. */
  entriesOf(referralIds: readonly string[]): Promise<readonly Entry[]>;
  /** Opportunities tied to these referrals already. */
  linksOf(referralIds: readonly string[]): Promise<readonly FoundLink[]>;
  /** Saves links and forgets that their deals were to be entered, in one transaction. */
  entered(crm: string, links: readonly Link[]): Promise<void>;
  /** There is nothing to enter any more. */
  dropped(referralIds: readonly string[]): Promise<void>;
  /** Runs `work` while no other process enters deals into this CRM: what one makes, the other finds. */
  alone<Result>(crm: string, work: () => Promise<Result>): Promise<Result>;
}

export function createInboundStore(db: TransactionalDb): InboundStore {
  const read = (referralIds: readonly string[]) =>
    db.query<Entry>('select referral_id as "referralId", crm, kind from cosell.inbound where referral_id = any($1)', [
      referralIds,
    ]);
  return {
    decide: async (entries) => {
      await db.query(
        `insert into cosell.inbound (referral_id, crm, kind)
         select "referralId", crm, kind from jsonb_to_recordset($1::jsonb) as e ("referralId" text, crm text, kind text)
         on conflict (referral_id) do nothing`,
        [JSON.stringify(entries)],
      );
      return read(entries.map(({ referralId }) => referralId));
    },
    entriesOf: read,
    linksOf: (referralIds) => findByReferrals(db, referralIds),
    entered: (crm, links) =>
      db.transaction(async (tx) => {
        await saveLinks(tx, crm, links);
        await tx.query('delete from cosell.inbound where referral_id = any($1)', [
          links.map(({ referralId }) => referralId),
        ]);
      }),
    dropped: async (referralIds) => {
      await db.query('delete from cosell.inbound where referral_id = any($1)', [referralIds]);
    },
    // The lock ends with the connection, so a process that dies holds up nobody.
    alone: (crm, work) =>
      db.transaction(async (tx) => {
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`cosell.inbound ${crm}`]);
        return work();
      }),
  };
}
