import type { IsoInstant } from './scalars.ts';

/**
 * A referral as Partner Center sends it. Only what we use is named; everything else passes through unharmed.
 * Source: learn.microsoft.com/partner-center/developer/referral-resources and `../shared/reference/partner-center-referrals.md` §5.
 */
export interface Referral {
  readonly id: string;
  readonly engagementId: string;
  readonly organizationId?: string | null;
  readonly organizationName?: string | null;
  readonly name?: string | null;
  readonly externalReferenceId?: string | null;
  readonly createdDateTime?: IsoInstant;
  readonly updatedDateTime?: IsoInstant;
  readonly expirationDateTime?: IsoInstant | null;
  readonly status: string;
  readonly substatus: string;
  readonly statusReason?: string | null;
  readonly type: string;
  readonly qualification?: string;
  readonly direction?: string;
  readonly target?: readonly ReferralTarget[];
  readonly customerProfile?: CustomerProfile;
  readonly consent?: Consent;
  readonly details?: ReferralDetails;
  readonly team?: readonly Member[];
  readonly inviteContext?: InviteContext | null;
  readonly trackingInfo?: { readonly microsoftMsxId?: string | null } | null;
  readonly referralProgram?: string | null;
  /** Includes its inner quotes; sent back unchanged as If-Match. */
  readonly eTag?: string;
  readonly [unknownProperty: string]: unknown;
}

type SetByTheService = 'id' | 'engagementId' | 'status' | 'substatus';

/** What a POST carries: a referral without what the service sets. (`Omit` would forget all names, because any name is allowed.) */
export type NewReferral = { readonly [K in keyof Referral as K extends SetByTheService ? never : K]: Referral[K] } & {
  readonly engagementId?: string;
  readonly status?: string;
  readonly substatus?: string;
};

export interface ReferralTarget {
  readonly type: string;
  readonly id: string;
}

export interface CustomerProfile {
  readonly name?: string | null;
  readonly address?: {
    readonly addressLine1?: string | null;
    readonly addressLine2?: string | null;
    readonly city?: string | null;
    readonly state?: string | null;
    readonly postalCode?: string | null;
    readonly country?: string | null;
    readonly [unknownProperty: string]: unknown;
  };
  readonly team?: readonly Member[];
  readonly [unknownProperty: string]: unknown;
}

export interface Consent {
  /** Sic: the service spells it with a double "To". */
  readonly consentToToShareInfoWithOthers?: boolean;
  readonly consentToContact?: boolean;
  /** One-way: true cannot go back. */
  readonly consentToShareReferralWithMicrosoftSellers?: boolean;
  readonly [unknownProperty: string]: unknown;
}

export interface ReferralDetails {
  readonly notes?: string | null;
  /** The service sends a number; its documented PATCH sample sends text. Read both. */
  readonly dealValue?: number | string | null;
  readonly currency?: string | null;
  readonly closingDateTime?: IsoInstant | null;
  readonly requirements?: {
    readonly solutions?: readonly ReferralSolution[];
    readonly [unknownProperty: string]: unknown;
  };
  readonly [unknownProperty: string]: unknown;
}

export interface ReferralSolution {
  readonly id: string;
  readonly name?: string | null;
  readonly type?: string;
  readonly [unknownProperty: string]: unknown;
}

export interface Member {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly phoneNumber?: string | null;
  readonly email?: string | null;
  readonly [unknownProperty: string]: unknown;
}

export interface InviteContext {
  readonly notes?: string | null;
  readonly assistanceRequestCode?: string | null;
  readonly [unknownProperty: string]: unknown;
}

/** One operation of an RFC 6902 JSON Patch; the service accepts only these two. */
export interface ReferralPatchOperation {
  readonly op: 'replace' | 'add';
  readonly path: string;
  readonly value: unknown;
}
