import type { IsoInstant, NewReferral, Referral, ReferralPatchOperation } from '../core/model/index.ts';

export interface ReferralQuery {
  readonly updatedSince?: IsoInstant;
  /** Inclusive; only together with `updatedSince`. */
  readonly updatedUntil?: IsoInstant;
  readonly engagementId?: string;
  readonly status?: string;
  readonly direction?: 'Incoming' | 'Outgoing';
  readonly top?: number;
}

/** What the connector needs of Partner Center. Every method throws CosellError; every call is bounded in time. */
export interface ReferralsPort {
  /**
   * Pages through referrals, oldest change first when `updatedSince` is given. When an entry cannot be read, the others
   * are handed out and the list then ends with an error: it is never silently incomplete.
   */
  list(query: ReferralQuery): AsyncIterable<readonly Referral[]>;
  /** `null` when there is none with this id. */
  get(id: string): Promise<Referral | null>;
  /**
   * Sent again by the client only after it was certainly refused or never arrived; a failure with `mayHaveActed` means
   * "look before you POST again".
   */
  create(referral: NewReferral): Promise<Referral>;
  /** JSON Patch with If-Match; returns the referral after the change. `partner-center-conflict` when the eTag is stale. */
  patch(id: string, operations: readonly ReferralPatchOperation[], eTag: string): Promise<Referral>;
}

/** Where the refresh token lives; `update` is exclusive across processes and stores what `change` returns before it resolves. */
export interface RefreshTokenStore {
  read(): Promise<string | null>;
  /** Runs `change` while no other process can; single flight for the rotation. */
  update(change: (current: string | null) => Promise<string>): Promise<string>;
}
