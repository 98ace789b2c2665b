import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import { EDITABLE_FIELDS, type FieldValues, type SectionRecord, type SectionState } from '../contract/index.ts';
import { byPath, fieldsOf, peopleMark, sameValue, storedValues, withValues } from './record.ts';

/** What is left of a draft once these values are stored. */
export function remainingDraft(draft: Partial<FieldValues>, stored: Partial<FieldValues>): Partial<FieldValues> {
  const left = EDITABLE_FIELDS.filter((field) => field in draft && !(field in stored && same(field, draft, stored)));
  return Object.fromEntries(left.map((field) => [field, draft[field] ?? null]));
}

function same(field: keyof FieldValues, a: Partial<FieldValues>, b: Partial<FieldValues>): boolean {
  return sameValue(a[field], b[field]);
}

export function hasDraft({ draft }: Pick<SectionState, 'draft'>): boolean {
  return Object.keys(draft).length > 0;
}

/**
 * The state with a record that arrived. While the person has typed something that is not stored, values that other people changed are
 * held back in `newer`; what the connector writes is shown at once, because nobody types that. `isSettled`: the draft is on its way or
 * has just been stored, so what arrives is no surprise.
 */
export function arrive(
  state: SectionState,
  arrived: SectionRecord,
  isSettled: boolean,
): Pick<SectionState, 'record' | 'newer' | 'draft'> {
  const fields = fieldsOf(state);
  const draft = remainingDraft(state.draft, storedValues(arrived, fields));
  const shown = state.record;
  const isTyping = Object.keys(draft).length > 0 && !isSettled;
  if (shown === null || !isTyping || peopleMark(shown, fields) === peopleMark(arrived, fields)) {
    return { record: arrived, newer: null, draft };
  }
  return { record: withConnectors(shown, arrived, fields), newer: arrived, draft: state.draft };
}

/** The shown record with what only the connector writes taken from the newer one. */
function withConnectors(shown: SectionRecord, arrived: SectionRecord, fields: SectionFieldNames): SectionRecord {
  const edited = new Set(EDITABLE_FIELDS.map((field) => fields[field]));
  const paths = new Set((Object.values(fields) as readonly string[]).filter((path) => !edited.has(path)));
  const { values } = arrived.opportunity;
  const connectors = Object.fromEntries(Object.entries(values).filter(([path]) => paths.has(path)));
  return { ...withValues(shown, connectors), requests: arrived.requests };
}

/** The record with values that the platform has just stored. */
export function withStored(record: SectionRecord, values: Partial<FieldValues>, state: SectionState): SectionRecord {
  return withValues(record, byPath(values, fieldsOf(state)));
}
