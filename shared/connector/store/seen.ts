import type { IsoInstant } from '../../core/model/index.ts';
import type { Db } from './db.ts';

/** The versions that a sync found in agreement. `null`: not known, because something was written since it was read. */
export interface Seen {
  readonly opportunityId: string;
  /** The opportunity's version as the CRM gave it. */
  readonly crm: string | null;
  /** When the referral changed last; `null` leaves what is known. */
  readonly referral: IsoInstant | null;
  /** The same of Microsoft's referral in the engagement. */
  readonly microsoft: IsoInstant | null;
}

/** What comparisons need of the marks. Kept small: the testkit has it in memory. */
export interface SeenMarks {
  compareReferrals(listed: readonly ListedReferral[]): Promise<ComparedReferrals>;
  compareOpportunities(crm: string, listed: readonly ListedOpportunity[]): Promise<readonly string[]>;
  linksWithout(crms: readonly string[], listedIds: readonly string[]): Promise<readonly LinkKey[]>;
}

/** The marks as the store has them. */
export function seenMarks(db: Db): SeenMarks {
  return {
    compareReferrals: (listed) => compareReferrals(db, listed),
    compareOpportunities: (crm, listed) => compareOpportunities(db, crm, listed),
    linksWithout: (crms, listedIds) => linksWithout(db, crms, listedIds),
  };
}

/** Remembers what syncs have seen, in one statement. Opportunities without a link are left out. */
export async function saveSeen(db: Db, crm: string, seen: readonly Seen[]): Promise<void> {
  if (seen.length === 0) return;
  await db.query(
    `update cosell.links set crm_seen = s.crm, referral_seen = coalesce(s.referral, referral_seen),
       microsoft_seen = coalesce(s.microsoft, microsoft_seen)
     from jsonb_to_recordset($2::jsonb) as s ("opportunityId" text, crm text, referral timestamptz, microsoft timestamptz)
     where links.crm = $1 and opportunity_id = s."opportunityId"`,
    [crm, JSON.stringify(seen)],
  );
}

/** The next comparison finds every deal of these CRMs different. */
export async function forgetSeen(db: Db, crms: readonly string[]): Promise<void> {
  await db.query(
    'update cosell.links set crm_seen = null, referral_seen = null, microsoft_seen = null where crm = any($1)',
    [crms],
  );
}

/** A referral as a list shows it. */
export interface ListedReferral {
  readonly id: string;
  readonly updatedDateTime: IsoInstant | null;
}

/** An opportunity as a list shows it. */
export interface ListedOpportunity {
  readonly opportunityId: string;
  readonly version: string | null;
}

export interface LinkKey {
  readonly crm: string;
  readonly opportunityId: string;
}

/** Linked, and changed since it was seen. */
export interface ChangedReferral {
  readonly crm: string;
  readonly opportunityId: string;
  readonly changedAt: IsoInstant;
  /** Ours, not Microsoft's of the same engagement. */
  readonly own: boolean;
}

export interface ComparedReferrals {
  /** Linked, and other than when it was seen last. */
  readonly changed: readonly ChangedReferral[];
  /** No link leads from them to an opportunity. */
  readonly unknown: readonly string[];
}

/** Compares listed referrals with what was seen of them. */
async function compareReferrals(db: Db, listed: readonly ListedReferral[]): Promise<ComparedReferrals> {
  const rows = await db.query<{
    id: string;
    crm: string | null;
    opportunity_id: string | null;
    own: boolean;
    changed: boolean;
  }>(
    `with listed as (
       select id, "updatedDateTime" as changed_at
       from jsonb_to_recordset($1::jsonb) as l (id text, "updatedDateTime" timestamptz))
     select l.id, coalesce(own.crm, theirs.crm) as crm, coalesce(own.opportunity_id, theirs.opportunity_id) as opportunity_id,
       own.crm is not null as own,
       case when own.crm is not null then own.referral_seen is distinct from l.changed_at
            else theirs.microsoft_seen is distinct from l.changed_at end as changed
     from listed l
     left join cosell.links own on own.referral_id = l.id
     left join cosell.links theirs on own.crm is null and theirs.remembered ->> 'microsoftReferralId' = l.id`,
    [JSON.stringify(listed)],
  );
  const changedAt = new Map(
    listed.map(({ id, updatedDateTime }) => [id, updatedDateTime ?? new Date(0).toISOString()]),
  );
  return {
    changed: rows.flatMap(({ id, crm, opportunity_id: opportunityId, own, changed }) =>
      changed && crm !== null && opportunityId !== null
        ? [{ crm, opportunityId, changedAt: changedAt.get(id) ?? '', own }]
        : [],
    ),
    unknown: rows.filter(({ crm }) => crm === null).map(({ id }) => id),
  };
}

/** Of the opportunities listed with their versions, those that differ from what was seen or were never synced. */
async function compareOpportunities(
  db: Db,
  crm: string,
  listed: readonly ListedOpportunity[],
): Promise<readonly string[]> {
  const rows = await db.query<{ opportunity_id: string }>(
    `select l."opportunityId" as opportunity_id
     from jsonb_to_recordset($2::jsonb) as l ("opportunityId" text, version text)
     left join cosell.links on links.crm = $1 and links.opportunity_id = l."opportunityId"
     where links.crm_seen is null or links.crm_seen is distinct from l.version`,
    [crm, JSON.stringify(listed)],
  );
  return rows.map((row) => row.opportunity_id);
}

/** Links whose referral a complete list did not hold: deleted in Partner Center, or no longer visible to us. */
async function linksWithout(
  db: Db,
  crms: readonly string[],
  listedIds: readonly string[],
): Promise<readonly LinkKey[]> {
  const rows = await db.query<{ crm: string; opportunity_id: string }>(
    `select crm, opportunity_id from cosell.links
     where crm = any($1) and referral_id is not null and not referral_id = any($2)`,
    [crms, listedIds],
  );
  return rows.map((row) => ({ crm: row.crm, opportunityId: row.opportunity_id }));
}
