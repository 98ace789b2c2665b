import { higherLevel } from '../lifecycle/sharing.ts';
import { dealFromReferral } from '../mapping/deal-from-referral.ts';
import { getField, withField } from '../model/fields.ts';
import type { Link, Referral } from '../model/index.ts';
import type { SyncPolicy } from '../policy/types.ts';
import type { PartnerCenterStep } from './types.ts';

/** The link of an opportunity that nobody has shared yet. */
export function newLink(opportunityId: string): Link {
  return {
    opportunityId,
    direction: 'outbound',
    referralId: null,
    engagementId: null,
    microsoftReferralId: null,
    sharing: 'private',
    base: null,
    lastSuccessAt: null,
  };
}

/** The page for people. */
export function referralLink(policy: Pick<SyncPolicy, 'referralLinkTemplate'>, referralId: string): string {
  return policy.referralLinkTemplate.replaceAll('{id}', encodeURIComponent(referralId));
}

/** The link with the identity of a referral that belongs to it; used for one just made and for one found again after a crash. */
export function adoptReferral(link: Link, referral: Referral, microsoft: Referral | null): Link {
  const visible = referral.consent?.consentToShareReferralWithMicrosoftSellers === true;
  const sharing = higherLevel(link.sharing, visible ? 'partner-led' : 'private');
  const direction = link.referralId === null && referral.direction === 'Incoming' ? 'inbound' : link.direction;
  // What Microsoft sent, Microsoft knows: it is never asked for its part.
  const isCoSell = direction === 'inbound' || microsoft !== null || link.microsoftReferralId !== null;
  return {
    ...link,
    direction,
    referralId: referral.id,
    engagementId: referral.engagementId,
    microsoftReferralId: microsoft?.id ?? link.microsoftReferralId,
    sharing: isCoSell ? 'co-sell' : sharing,
  };
}

/**
 * The link after a step has succeeded; `referral` is what the step's call returned. What came back of the fields sent is Partner Center's
 * own form of them, so that a value it shortened or rounded never looks like an edit.
 */
export function applyStep(link: Link, step: PartnerCenterStep, referral: Referral): Link {
  const { policy, fields } = step.settlement;
  if (step.kind === 'create-microsoft') {
    return { ...link, microsoftReferralId: referral.id, sharing: 'co-sell', base: step.settlement.base };
  }
  const adopted = adoptReferral(link, referral, null);
  const returned = dealFromReferral(referral, policy);
  let { base } = step.settlement;
  for (const field of base === null ? [] : fields) {
    if (base !== null)
      base = { ...base, partnerCenter: withField(base.partnerCenter, field, getField(returned, field)) };
  }
  return { ...adopted, base };
}
