import type { CustomValue } from '../model/index.ts';

/** The four places where a mapping applies, each customisable on its own. */
export const PLACES = ['createInCrm', 'updateInCrm', 'createInPartnerCenter', 'updateInPartnerCenter'] as const;
export type Place = (typeof PLACES)[number];

/** Who wins when both sides changed a field apart since they last agreed. */
export type ConflictRule = 'crm' | 'partner-center' | 'latest' | 'ask';

/** CRM field paths of a row by part; the first path that holds a value counts, writes go to the first. */
export type CrmPaths = Readonly<Record<string, readonly string[]>>;

/** What a place does with a row; `null` switches the row off in that place. */
export interface PlaceRule {
  /** CRM value → referral value, for choices and free text that need translating. */
  readonly valueMap: Readonly<Record<string, string>> | null;
  /** Used in this place when the source is empty. */
  readonly default: CustomValue;
}

/** One field of a deal: where it lives on both sides, where it flows, and who wins. */
export interface MappingRow {
  /** A field of `Deal`, or the name of a custom row. */
  readonly field: string;
  /** JSON pointer into the referral by part, e.g. `{ amount: '/details/dealValue', currency: '/details/currency' }`. */
  readonly referral: Readonly<Record<string, string>>;
  readonly crm: CrmPaths;
  readonly places: Readonly<Record<Place, PlaceRule | null>>;
  readonly conflict: ConflictRule;
  /** Longest text the CRM field holds; longer text is cut with an ellipsis on the way in. `null`: no limit. */
  readonly crmMaxLength: number | null;
}

export type Mapping = readonly MappingRow[];
