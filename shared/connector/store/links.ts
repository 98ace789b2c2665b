import type { Link } from '../../core/model/index.ts';
import type { Db } from './db.ts';
import type { Seen } from './seen.ts';

/** Writes links of one CRM, all in one statement; of the same opportunity the row is replaced. */
export async function saveLinks(db: Db, crm: string, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  await db.query(
    `insert into cosell.links (crm, opportunity_id, referral_id, engagement_id, remembered)
     select $1, link ->> 'opportunityId', link ->> 'referralId', link ->> 'engagementId', link
     from jsonb_array_elements($2::jsonb) as link
     on conflict (crm, opportunity_id) do update set
       referral_id = excluded.referral_id, engagement_id = excluded.engagement_id,
       remembered = excluded.remembered, updated_at = now()`,
    [crm, JSON.stringify(links)],
  );
}

/** Links together with what was seen when they were agreed on (`saveSeen`), all in one statement. */
export async function saveSyncedLinks(
  db: Db,
  crm: string,
  synced: readonly { readonly link: Link; readonly seen: Seen }[],
): Promise<void> {
  if (synced.length === 0) return;
  await db.query(
    `insert into cosell.links
       (crm, opportunity_id, referral_id, engagement_id, remembered, crm_seen, referral_seen, microsoft_seen)
     select $1, link ->> 'opportunityId', link ->> 'referralId', link ->> 'engagementId', link,
       seen ->> 'crm', (seen ->> 'referral')::timestamptz, (seen ->> 'microsoft')::timestamptz
     from jsonb_to_recordset($2::jsonb) as synced (link jsonb, seen jsonb)
     on conflict (crm, opportunity_id) do update set
       referral_id = excluded.referral_id, engagement_id = excluded.engagement_id,
       remembered = excluded.remembered, updated_at = now(), crm_seen = excluded.crm_seen,
       referral_seen = coalesce(excluded.referral_seen, links.referral_seen),
       microsoft_seen = coalesce(excluded.microsoft_seen, links.microsoft_seen)`,
    [crm, JSON.stringify(synced)],
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
