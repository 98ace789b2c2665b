import { choiceFromCrm } from '../../core/mapping/choices.ts';
import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { CrmOpportunity, CrmValue, RequestAction, SyncStatus } from '../../core/model/index.ts';
import { byField, EDITABLE_FIELDS, type FieldValues, type RequestRow } from '../contract/index.ts';
import type { SectionRecord, SectionState } from '../contract/index.ts';

type Fields = readonly (keyof SectionFieldNames)[];

/** What only the connector writes: when one of these moves, it has answered. */
const CONNECTORS: Fields = ['referralId', 'referralLink', 'audit', 'status', 'microsoftCrmId', 'lastSync', 'details'];

/** The section's fields as the administrator named them; the shipped names while the connection is not known. */
export function fieldsOf({ connection, shippedFields }: SectionState): SectionFieldNames {
  return connection === null || connection === 'none' ? shippedFields : connection.policy.fields;
}

/** Whether two values mean the same; empty and "off" are one. */
export function sameValue(a: CrmValue | undefined, b: CrmValue | undefined): boolean {
  const plain = (value: CrmValue | undefined) => (value === undefined || value === false ? '' : String(value ?? ''));
  return plain(a) === plain(b);
}

/** The stored values of the fields that people edit here. */
export function storedValues(record: SectionRecord, fields: SectionFieldNames): FieldValues {
  const { values } = record.opportunity;
  return byField((field) => values[fields[field]] ?? null);
}

/** These values by the paths of their fields. */
export function byPath(values: Partial<FieldValues>, fields: SectionFieldNames): CrmOpportunity['values'] {
  return Object.fromEntries(
    EDITABLE_FIELDS.filter((field) => field in values).map((field) => [fields[field], values[field] ?? null]),
  );
}

/** The record with these values, by path, in the place of its own. */
export function withValues(record: SectionRecord, values: CrmOpportunity['values']): SectionRecord {
  const { opportunity } = record;
  return { ...record, opportunity: { ...opportunity, values: { ...opportunity.values, ...values } } };
}

/** Text that differs exactly when the connector has written something. */
export function connectorMark(record: SectionRecord, fields: SectionFieldNames): string {
  return JSON.stringify(CONNECTORS.map((field) => record.opportunity.values[fields[field]] ?? null));
}

/** Text that differs exactly when people have changed something that may matter to Microsoft. */
export function peopleMark(record: SectionRecord, fields: SectionFieldNames): string {
  const { values, contacts, team } = record.opportunity;
  const ours = new Set(Object.values(fields) as readonly string[]);
  const edited = new Set(EDITABLE_FIELDS.map((field) => fields[field]));
  const rest = Object.keys(values)
    .filter((path) => edited.has(path) || !ours.has(path))
    .sort()
    .map((path) => [path, values[path] ?? null]);
  return JSON.stringify([rest, contacts, team]);
}

export function statusOf(record: SectionRecord, state: SectionState): SyncStatus | null {
  const value = record.opportunity.values[fieldsOf(state).status];
  return choiceFromCrm(state.crm, 'status', value) as SyncStatus | null;
}

/** Whether the deal has been shared: from then on, sync is paused and resumed instead of begun. */
export function isShared(record: SectionRecord, fields: SectionFieldNames): boolean {
  return !sameValue(record.opportunity.values[fields.referralId], null);
}

/** The newest row of this action that nobody has answered. */
export function openRow(record: SectionRecord, action?: RequestAction): RequestRow | null {
  return (
    record.requests.find(
      (row) => (row.status === 'queued' || row.status === 'working') && (action === undefined || row.action === action),
    ) ?? null
  );
}
