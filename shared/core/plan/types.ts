import type { AuditEntry } from '../audit/types.ts';
import type { CosellError } from '../errors/index.ts';
import type {
  Base,
  CrmOpportunity,
  CrmUser,
  CrmValue,
  IsoInstant,
  Link,
  NewReferral,
  Referral,
  ReferralPatchOperation,
  RequestStatus,
  SyncRequest,
  SyncStatus,
} from '../model/index.ts';
import type { SyncPolicy } from '../policy/types.ts';

/** Everything `planSync` looks at. It reads no clock and no network: what it needs is here. */
export interface SyncInput {
  readonly now: IsoInstant;
  readonly policy: SyncPolicy;
  readonly opportunity: CrmOpportunity;
  /** `null` until the opportunity was first looked at. */
  readonly link: Link | null;
  /** Our referral, read fresh; `null` when there is none yet. `'gone'` when the link names one that no longer exists. */
  readonly referral: Referral | null | 'gone';
  /** Microsoft's own referral in the engagement, when it is known. */
  readonly microsoftReferral: Referral | null;
  /** Active users of the CRM among the members that `membersToLookUp` names; `[]` where it names none. */
  readonly users: readonly CrmUser[];
  readonly requests: readonly SyncRequest[];
  /** What this run has already done; `[]` on the first call. Each executed step's `audit` is appended by the caller. */
  readonly journal: readonly AuditEntry[];
  /** Set when a step of this run failed: the plan then only reports it (status, audit, answers). */
  readonly failure: {
    readonly error: CosellError;
    readonly attempt: number;
    readonly nextAttemptAt: IsoInstant | null;
  } | null;
}

/** The next thing to do in Partner Center. At most one per plan; after it, plan again with what came back. */
export type PartnerCenterStep = { readonly audit: readonly AuditEntry[]; readonly settlement: Settlement } & (
  | { readonly kind: 'create-own'; readonly body: NewReferral }
  | { readonly kind: 'create-microsoft'; readonly body: NewReferral }
  | {
      readonly kind: 'patch';
      readonly referralId: string;
      readonly eTag: string;
      readonly operations: readonly ReferralPatchOperation[];
    }
);

/** What `applyStep` needs to settle the base when the step has succeeded. Plain data; callers just pass it back. */
export interface Settlement {
  readonly policy: SyncPolicy;
  /** The base after the step, but for what Partner Center makes of the values sent. */
  readonly base: Base | null;
  /** The fields sent: what comes back of them is Partner Center's form of the agreed values. */
  readonly fields: readonly string[];
}

/** Who joins the sales team in the CRM, and who leaves it. */
export interface TeamChanges {
  /** Ids of users. */
  readonly add: readonly string[];
  /** Ids of memberships. */
  readonly remove: readonly string[];
}

export interface PlannedAnswer {
  readonly requestId: string;
  readonly status: Exclude<RequestStatus, 'queued'>;
  readonly message: string;
  readonly errorCode: string | null;
}

/** What to do. With `step`, do it and plan again; without, write `crm` and `team` together, then remember `link`. */
export interface SyncPlan {
  readonly step: PartnerCenterStep | null;
  /** Opportunity fields to write, by field path; empty when the CRM already shows the truth. */
  readonly crm: Readonly<Record<string, CrmValue>>;
  /** `null` when nobody joins or leaves. */
  readonly team: TeamChanges | null;
  readonly answers: readonly PlannedAnswer[];
  /** To be remembered once `crm` and `team` are written. */
  readonly link: Link;
  readonly status: SyncStatus;
  /** The structured entries of this run, newest last, for the log and the history. */
  readonly audit: readonly AuditEntry[];
}
