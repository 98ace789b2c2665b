import type { Db } from './db.ts';

/** The opportunity that a referral leads to. */
export interface FoundLink {
  /** The id or engagement that was asked for. */
  readonly asked: string;
  readonly crm: string;
  readonly opportunityId: string;
  /** Whether it is our own referral that was asked for, not Microsoft's. */
  readonly own: boolean;
}

/** Opportunities tied to these referrals, by our own referral's id or by that of Microsoft's in the same engagement. */
export function findByReferrals(db: Db, referralIds: readonly string[]): Promise<readonly FoundLink[]> {
  return db.query<FoundLink>(
    `select referral_id as asked, crm, opportunity_id as "opportunityId", true as own
     from cosell.links where referral_id = any($1)
     union
     select remembered ->> 'microsoftReferralId', crm, opportunity_id, false
     from cosell.links where remembered ->> 'microsoftReferralId' = any($1)`,
    [referralIds],
  );
}

/** Opportunities whose deal is shared in these engagements. */
export function findByEngagements(db: Db, engagementIds: readonly string[]): Promise<readonly FoundLink[]> {
  return db.query<FoundLink>(
    `select engagement_id as asked, crm, opportunity_id as "opportunityId", false as own
     from cosell.links where engagement_id = any($1)`,
    [engagementIds],
  );
}
