import type { FieldValue } from '../model/fields.ts';
import type { Base, Deal, IsoInstant, LinkDirection } from '../model/index.ts';
import type { SyncPolicy } from '../policy/types.ts';

/** Who can join and leave the sales team in the CRM, by `personKey`. */
export interface TeamReach {
  readonly joins: ReadonlySet<string>;
  readonly leaves: ReadonlySet<string>;
}

export interface MergeInput {
  readonly policy: SyncPolicy;
  readonly direction: LinkDirection;
  /** `null`: the two sides meet for the first time. */
  readonly base: Base | null;
  readonly crm: Deal;
  readonly partnerCenter: Deal;
  readonly crmChangedAt: IsoInstant;
  readonly partnerCenterChangedAt: IsoInstant | null;
  /** The referral has ended: nothing goes to Partner Center any more. */
  readonly closed: boolean;
  readonly reach: TeamReach;
  /** Fields whose CRM value can't be sent as it is (see readiness); they wait. */
  readonly held: ReadonlySet<string>;
}

/** A value that goes to one side, in that side's form. */
export interface FieldWrite {
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
  /** Whether `from` was itself an edit since the two sides last agreed: the loser of a conflict. */
  readonly overwrites: boolean;
}

/** A field that stays different until a person decides. */
export interface Conflict {
  readonly field: string;
  readonly crm: string | null;
  readonly partnerCenter: string | null;
}

/** A CRM edit that Partner Center will never get. */
export interface Ignored {
  readonly field: string;
  readonly reason: 'closed' | 'create-only' | 'sharing';
  readonly crm: string | null;
  readonly partnerCenter: string | null;
}

/** What the merge says about one field; `base` is what both sides hold once the writes to Partner Center are done. */
export interface FieldMerge {
  readonly toPartnerCenter?: FieldWrite;
  readonly toCrm?: FieldWrite;
  readonly conflict?: Conflict;
  readonly ignored?: Ignored;
  /** Whether a CRM edit is kept back because it can't be sent as it is. */
  readonly waits?: boolean;
  /** The field's base now, before any write; `null` keeps the old one. */
  readonly base: FieldBase | null;
  /** Its base after the write to Partner Center, where there is one. */
  readonly sentBase?: FieldBase;
  /** Whether Partner Center's side of `sentBase` is to be replaced by what it answers. */
  readonly settles?: boolean;
}

export interface FieldBase {
  readonly crm: FieldValue;
  readonly partnerCenter: FieldValue;
}
