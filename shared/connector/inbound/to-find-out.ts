import { routeReferral, type InboundRules } from '../../core/inbound/index.ts';
import type { Referral } from '../../core/model/index.ts';
import type { ReferralJob } from '../queue/referral-jobs.ts';

/**
 * Of referrals that a list showed whole and no link knows, those whose meaning is still to be found out. The others (over, not ours to
 * enter, made for an opportunity) stay in every list for ever, and must not cost a read each time.
 */
export function toFindOut(referrals: readonly Referral[], rules: InboundRules): readonly ReferralJob[] {
  return referrals
    .filter((referral) => !['ignored', 'claimed'].includes(routeReferral(referral, rules).kind))
    .map(({ id, updatedDateTime }) => ({
      referralId: id.toLowerCase(),
      changedAt: new Date(updatedDateTime ?? 0).toISOString(),
    }));
}
