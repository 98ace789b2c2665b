import type { SyncPolicy } from '../../core/policy/index.ts';
import type { Item } from './item.ts';

/**
 * Whether the referral has to be read before one can plan. Not for an opportunity that was never shared, and not while
 * Sync is off: what happens to a referral then is none of the opportunity's business.
 */
export function needsReferral(policy: SyncPolicy, { opportunity, link }: Pick<Item, 'opportunity' | 'link'>): boolean {
  const sync = opportunity.values[policy.fields.sync];
  return link?.referralId != null && (sync === true || sync === 1 || sync === 'true');
}
