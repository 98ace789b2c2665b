import type { Deal, SharingLevel } from './deal.ts';
import type { IsoInstant } from './scalars.ts';

/**
 * The last agreed values, as each side stores them. Both are kept because a side may hold a shorter or rounded form
 * (a 2,000-character description, two decimals): comparing each side with its own form keeps that from looking like an edit.
 */
export interface Base {
  readonly crm: Deal;
  readonly partnerCenter: Deal;
}

export type LinkDirection = 'outbound' | 'inbound';

/** An opportunity tied to a referral: what the connector remembers between two syncs. */
export interface Link {
  readonly opportunityId: string;
  readonly direction: LinkDirection;
  readonly referralId: string | null;
  readonly engagementId: string | null;
  /** Microsoft's own referral in the same engagement (co-sell only). */
  readonly microsoftReferralId: string | null;
  readonly sharing: SharingLevel;
  /** `null` until both sides have agreed once. */
  readonly base: Base | null;
  /**
   * Fields that the last run wrote to the CRM and nobody has read back yet: the CRM may have rounded them, which the next run must not
   * take for an edit.
   */
  readonly unconfirmed?: readonly string[];
  readonly lastSuccessAt: IsoInstant | null;
}
