import type { Deal, Link, Referral, SharingLevel } from '../model/index.ts';

/** Lowest first. */
export const SHARING_LEVELS = ['private', 'partner-led', 'co-sell'] as const satisfies readonly SharingLevel[];

/** How much a deal asks to be shared; `deal` is in the form of the place `createInPartnerCenter`. Help means co-sell. */
export function wantedLevel(deal: Pick<Deal, 'help' | 'visibleToMicrosoft'>): SharingLevel {
  if (deal.help !== null) return 'co-sell';
  return deal.visibleToMicrosoft ? 'partner-led' : 'private';
}

/**
 * How much is shared already: co-sell only once Microsoft has its own referral, so that a deal whose second POST is missing is seen as
 * unfinished. Never less than the link remembers, because the levels only go up.
 */
export function reachedLevel(link: Link, referral: Referral, microsoft: Referral | null): SharingLevel {
  if (link.microsoftReferralId !== null || microsoft !== null) return 'co-sell';
  const visible = referral.consent?.consentToShareReferralWithMicrosoftSellers === true;
  return higherLevel(link.sharing, visible ? 'partner-led' : 'private');
}

export function higherLevel(a: SharingLevel, b: SharingLevel): SharingLevel {
  return SHARING_LEVELS.indexOf(a) >= SHARING_LEVELS.indexOf(b) ? a : b;
}

/** Whether `wanted` shows Microsoft more than `reached`. */
export function isHigher(wanted: SharingLevel, reached: SharingLevel): boolean {
  return SHARING_LEVELS.indexOf(wanted) > SHARING_LEVELS.indexOf(reached);
}
