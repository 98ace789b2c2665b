import type { ReferralContent } from './schema.ts';

/** What only the service sets on a referral. */
export interface ServiceFacts {
  readonly id: string;
  readonly engagementId: string;
  /** Whose referral it is. */
  readonly organizationId: string;
  readonly organizationName: string;
  readonly createdDateTime: string;
  readonly updatedDateTime: string;
  readonly expirationDateTime: string | null;
  readonly acceptedDateTime: string | null;
  readonly closedDateTime: string | null;
  readonly direction: 'Incoming' | 'Outgoing';
  /** With its inner quotes. */
  readonly eTag: string;
}

/** A referral as it is kept: never changed, only replaced. */
export type StoredReferral = ServiceFacts & ReferralContent;

export interface PropertyChange {
  /** JSON pointer. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** One entry of a referral's history, for the people's pages. */
export interface HistoryEntry {
  readonly time: string;
  /** The client that signed in, or `service`. */
  readonly clientId: string;
  readonly via: Channel;
  readonly what: 'created' | 'changed';
  readonly changes: readonly PropertyChange[];
}

export type Channel = 'API' | 'page' | 'service';

export interface ReferralRecord {
  readonly referral: StoredReferral;
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
}

/** Referrals by id. */
export type ReferralStore = Map<string, ReferralRecord>;
