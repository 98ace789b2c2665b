import { getField, withField } from '../model/fields.ts';
import type { Base } from '../model/index.ts';
import { mergeList } from './merge-list.ts';
import { mergeValue } from './merge-value.ts';
import { type FieldSides, isAlike, sidesOf } from './sides.ts';
import type { Conflict, FieldBase, FieldMerge, FieldWrite, Ignored, MergeInput } from './types.ts';

export interface MergeResult {
  readonly toPartnerCenter: readonly FieldWrite[];
  readonly toCrm: readonly FieldWrite[];
  readonly conflicts: readonly Conflict[];
  readonly ignored: readonly Ignored[];
  /** Fields that both sides changed alike since the base: typed twice, or sent by a run that could not tell of it. */
  readonly agreed: readonly FieldWrite[];
  /** Fields whose CRM edit is kept back. */
  readonly waiting: readonly string[];
  /** The base when nothing is written now: agreements and noted differences are in it. */
  readonly base: Base;
  /** The base once `toPartnerCenter` is written, and the fields of it that Partner Center's answer settles. */
  readonly sentBase: Base;
  readonly settles: readonly string[];
}

const LISTS: readonly string[] = ['contacts', 'team', 'solutions'];
/** Sharing goes one way only and has its own rules (plan/plan-sharing.ts). */
const NOT_MERGED: readonly string[] = ['help'];

/** Field-by-field three-way merge of one deal. Pure: it says what to write where, and what both sides have agreed on. */
export function merge(input: MergeInput): MergeResult {
  const fields = input.policy.mapping
    .filter((row) => !NOT_MERGED.includes(row.field))
    .map((row) => {
      const sides = sidesOf(row, input);
      return {
        field: row.field,
        merged: LISTS.includes(row.field) ? mergeList(row, sides, input) : mergeValue(row, sides, input),
        agreed: agreedChange(sides, input),
      };
    });
  const merges = fields.map(({ merged }) => merged);
  const pick = <K extends keyof FieldMerge>(key: K) =>
    merges.flatMap((merged): NonNullable<FieldMerge[K]>[] => {
      const value = merged[key];
      return value === undefined || value === null ? [] : [value];
    });
  const start = input.base ?? { crm: input.crm, partnerCenter: input.partnerCenter };
  const withBases = (baseOf: (merged: FieldMerge) => FieldBase | null) =>
    fields.reduce((base, { field, merged }) => withFieldBase(base, field, baseOf(merged)), start);
  return {
    toPartnerCenter: pick('toPartnerCenter'),
    toCrm: pick('toCrm'),
    conflicts: pick('conflict'),
    ignored: pick('ignored'),
    agreed: fields.flatMap(({ agreed }) => agreed ?? []),
    waiting: fields.filter(({ merged }) => merged.waits === true).map(({ field }) => field),
    base: withBases((merged) => merged.base),
    sentBase: withBases((merged) => merged.sentBase ?? merged.base),
    settles: fields.filter(({ merged }) => merged.settles === true).map(({ field }) => field),
  };
}

function agreedChange(sides: FieldSides, { base }: MergeInput): FieldWrite | null {
  const { field, crm, crmChanged, partnerCenterChanged } = sides;
  const changed = base !== null && crmChanged && partnerCenterChanged && isAlike(sides);
  return changed ? { field, from: getField(base.crm, field), to: crm, overwrites: false } : null;
}

export function withFieldBase(base: Base, field: string, value: FieldBase | null): Base {
  if (value === null) return base;
  return {
    crm: withField(base.crm, field, value.crm),
    partnerCenter: withField(base.partnerCenter, field, value.partnerCenter),
  };
}
