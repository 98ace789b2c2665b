import { solutionKey, uniqueSolutions } from '../model/solution.ts';
import { objects, solutionOf } from '../mapping/deal-from-referral.ts';
import type { Referral } from '../model/index.ts';
import type { InboundRule, InboundRules, InboundTarget } from './types.ts';

/** What a referral that nobody remembers is, and where it goes. */
export type Route =
  | { readonly kind: 'opportunity' | 'lead'; readonly target: InboundTarget }
  /** Microsoft's half of a co-sell deal: news for the opportunity of its engagement. */
  | { readonly kind: 'related'; readonly engagementId: string }
  /** It says itself which record of a CRM it was made for: our own new deal, whose POST is not remembered yet, for one. */
  | { readonly kind: 'claimed'; readonly externalReferenceId: string }
  | { readonly kind: 'ignored'; readonly reason: 'switched-off' | 'closed' | 'not-shared' };

const MICROSOFT = 'msft';

/**
 * The kinds of referrals are those of learn.microsoft.com/partner-center/developer/referrals-api-introduction
 * (partner-center-referrals.md §7, "category"). A referral that carries a CRM's identifier never becomes a second opportunity.
 */
export function routeReferral(referral: Referral, rules: InboundRules): Route {
  if (referral.organizationId === MICROSOFT) return { kind: 'related', engagementId: referral.engagementId };
  const claim = (referral.externalReferenceId ?? '').trim();
  if (claim !== '') return { kind: 'claimed', externalReferenceId: claim };
  if (!rules.enabled) return { kind: 'ignored', reason: 'switched-off' };
  if (referral.status === 'Closed') return { kind: 'ignored', reason: 'closed' };
  if (isLead(referral)) {
    return rules.leads
      ? { kind: 'lead', target: targetOf(referral, rules) }
      : { kind: 'ignored', reason: 'switched-off' };
  }
  if (referral.type !== 'Shared' && rules.deals === 'shared') return { kind: 'ignored', reason: 'not-shared' };
  return { kind: 'opportunity', target: targetOf(referral, rules) };
}

/** Independent, and either straight from the marketplace or qualified and sent by Microsoft. */
export function isLead(referral: Referral): boolean {
  if (referral.type !== 'Independent') return false;
  if (referral.qualification === 'Direct') return true;
  const qualified = ['SalesQualified', 'MarketingQualified'].includes(referral.qualification ?? '');
  return qualified && invitedBy(referral) === MICROSOFT;
}

/** The first rule that fits; the general target when none does. */
export function targetOf(referral: Referral, { rules, target }: InboundRules): InboundTarget {
  return rules.find((rule) => fits(rule, referral)) ?? target;
}

function fits({ countries, solutions }: InboundRule, referral: Referral): boolean {
  const country = referral.customerProfile?.address?.country?.trim().toUpperCase() ?? '';
  const offered = uniqueSolutions(objects(referral.details?.requirements?.solutions).flatMap(solutionOf)).map(
    solutionKey,
  );
  return (
    (countries.length === 0 || countries.some((code) => code.toUpperCase() === country)) &&
    (solutions.length === 0 || solutions.some((id) => offered.includes(id.toLowerCase())))
  );
}

function invitedBy(referral: Referral): unknown {
  const inviter = referral.inviteContext?.invitedBy;
  return typeof inviter === 'object' && inviter !== null ? (inviter as Record<string, unknown>).organizationId : null;
}
