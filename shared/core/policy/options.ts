import type { CrmKind } from '../model/index.ts';
import type { ConflictRule, Place, PlaceRule } from '../mapping/types.ts';
import type { SectionFieldNames } from '../mapping/section-fields.ts';
import type { InboundPolicy, StageNames, SyncPolicy } from './types.ts';

/** What an administrator may say; everything but the kind of CRM has a default. */
export interface PolicyOptions {
  readonly crm: CrmKind;
  /** API names, where this organisation has others than we deploy. */
  readonly fields?: Partial<SectionFieldNames>;
  readonly stages?: Partial<StageNames>;
  /** By row: a shipped row is changed, any other name makes a row of one's own. */
  readonly mapping?: Readonly<Record<string, RowOptions>>;
  /** ISO 4217. */
  readonly defaultCurrency?: string | null;
  /** IANA name; default `UTC`. */
  readonly partnerCenterTimeZone?: string;
  readonly referralLinkTemplate?: string;
  readonly consent?: Partial<SyncPolicy['consent']>;
  readonly extraSolutionIdPattern?: string | null;
  readonly auditMaxLength?: number;
  readonly inbound?: Partial<InboundPolicy>;
}

/** How a row differs from the shipped one, or what a row of one's own is. */
export interface RowOptions {
  /** JSON pointer into the referral; only for rows of one's own. */
  readonly referral?: string;
  /** A field path, several to try in order, or either of them by part (`{ country: 'Account.BillingCountryCode' }`). */
  readonly crm?: string | readonly string[] | Readonly<Record<string, string | readonly string[]>>;
  /** `false` switches the row off in that place, `true` on; an object sets value map and default. */
  readonly places?: Readonly<Partial<Record<Place, boolean | Partial<PlaceRule>>>>;
  readonly conflict?: ConflictRule;
  readonly crmMaxLength?: number | null;
}
