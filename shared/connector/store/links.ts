import type { Base, IsoInstant, Link, LinkDirection, SharingLevel } from '../../core/model/index.ts';
import type { Db } from './db.ts';

interface LinkRow {
  readonly opportunity_id: string;
  readonly direction: LinkDirection;
  readonly referral_id: string | null;
  readonly engagement_id: string | null;
  readonly microsoft_referral_id: string | null;
  readonly sharing: SharingLevel;
  readonly base: Base | null;
  readonly last_success_at: IsoInstant | null;
}

/** Writes links of one CRM, all in one statement; of the same opportunity the row is replaced. */
export async function saveLinks(db: Db, crm: string, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map((link) => ({
    opportunity_id: link.opportunityId,
    direction: link.direction,
    referral_id: link.referralId,
    engagement_id: link.engagementId,
    microsoft_referral_id: link.microsoftReferralId,
    sharing: link.sharing,
    base: link.base,
    last_success_at: link.lastSuccessAt,
  }));
  await db.query(
    `insert into cosell.links
       (crm, opportunity_id, direction, referral_id, engagement_id, microsoft_referral_id, sharing, base, last_success_at)
     select $1, opportunity_id, direction, referral_id, engagement_id, microsoft_referral_id, sharing, base, last_success_at
     from jsonb_to_recordset($2::jsonb) as row (
       opportunity_id text, direction text, referral_id text, engagement_id text, microsoft_referral_id text,
       sharing text, base jsonb, last_success_at timestamptz)
     on conflict (crm, opportunity_id) do update set
       direction = excluded.direction, referral_id = excluded.referral_id, engagement_id = excluded.engagement_id,
       microsoft_referral_id = excluded.microsoft_referral_id, sharing = excluded.sharing, base = excluded.base,
       last_success_at = excluded.last_success_at, updated_at = now()`,
    [crm, JSON.stringify(rows)],
  );
}

/** Forgets links, and intents with them: their opportunities are gone. */
export async function deleteLinks(db: Db, crm: string, opportunityIds: readonly string[]): Promise<void> {
  if (opportunityIds.length === 0) return;
  await db.query(
    `with gone as (delete from cosell.intents where crm = $1 and opportunity_id = any($2))
     delete from cosell.links where crm = $1 and opportunity_id = any($2)`,
    [crm, opportunityIds],
  );
}

/** The columns of a link as JSON text, for the one query that loads links and intents together. */
export const LINK_AS_JSON = `json_build_object(
  'opportunity_id', l.opportunity_id, 'direction', l.direction, 'referral_id', l.referral_id,
  'engagement_id', l.engagement_id, 'microsoft_referral_id', l.microsoft_referral_id, 'sharing', l.sharing,
  'base', l.base, 'last_success_at', to_char(l.last_success_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

/** Reads what `LINK_AS_JSON` gave. */
export function linkFromRow(row: LinkRow): Link {
  return {
    opportunityId: row.opportunity_id,
    direction: row.direction,
    referralId: row.referral_id,
    engagementId: row.engagement_id,
    microsoftReferralId: row.microsoft_referral_id,
    sharing: row.sharing,
    base: row.base,
    lastSuccessAt: row.last_success_at,
  };
}

export type { LinkRow };
