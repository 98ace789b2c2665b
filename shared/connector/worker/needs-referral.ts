import type { CrmOpportunity } from '../../core/model/index.ts';
import type { SyncPolicy } from '../../core/policy/index.ts';
import type { Item } from './item.ts';

/**
 * Whether the referral has to be read before one can plan. Not for an opportunity that was never shared, and not while
 * Sync is off: what happens to a referral then is none of the opportunity's business. But while the CRM does not show the
 * referral, only a look tells whether it still has to be shown or is forgotten on both sides.
 */
export function needsReferral(policy: SyncPolicy, { opportunity, link }: Pick<Item, 'opportunity' | 'link'>): boolean {
  if (link?.referralId == null) return false;
  return isSyncOn(policy, opportunity) || !opportunity.values[policy.fields.referralId];
}

/** Whether the seller has ticked Sync. */
export function isSyncOn(policy: SyncPolicy, { values }: Pick<CrmOpportunity, 'values'>): boolean {
  const sync = values[policy.fields.sync];
  return sync === true || sync === 1 || sync === 'true';
}
