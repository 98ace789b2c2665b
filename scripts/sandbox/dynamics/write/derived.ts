import type { Table } from '../schema/index.ts';
import type { Store } from '../store/store.ts';
import { type Value, type Values, isReference } from '../store/values.ts';
import { settleCurrency } from './opportunity.ts';

/** Columns that the platform itself computes from the others. */
export function derivedColumns(store: Store, table: Table, values: Values): Record<string, Value> {
  if (table.name === 'opportunity') return settleCurrency(store, values);
  if (table.name === 'contact' || table.name === 'lead') return { fullname: fullName(values) };
  if (table.name === 'connection') return { name: nameOf(store, values.record2id), ...recordTypes(values) };
  return {};
}

function fullName(values: Values): string | null {
  const parts = [values.firstname, values.lastname].filter((part) => typeof part === 'string');
  return parts.length === 0 ? null : parts.join(' ');
}

const TYPE_CODES: Readonly<Record<string, number>> = { account: 1, contact: 2, opportunity: 3, systemuser: 8, team: 9 };

function recordTypes(values: Values): Record<string, Value> {
  const code = (value: Value | undefined): number | null =>
    isReference(value) ? (TYPE_CODES[value.table] ?? null) : null;
  return { record1objecttypecode: code(values.record1id), record2objecttypecode: code(values.record2id) };
}

function nameOf(store: Store, value: Value | undefined): Value {
  if (!isReference(value)) return null;
  const row = store.get(value.table, value.id);
  return row?.values.fullname ?? row?.values.name ?? null;
}
