import { CODES, DataverseError, queryError } from '../errors.ts';
import type { Schema, Table } from '../schema/index.ts';
import type { Row, Value } from '../store/values.ts';
import type { Store } from '../store/store.ts';
import { GUID, toStored } from './value.ts';

/** One row as an address names it: by id or by an alternate key. */
export interface RowAddress {
  readonly table: Table;
  readonly id: string | null;
  /** Column values of the alternate key; `null` when addressed by id. */
  readonly key: Readonly<Record<string, Value>> | null;
}

/**
 * Reads `opportunities(…)`. Inside the brackets: a GUID, or `column=value,…` of an alternate key.
 * @throws DataverseError 404 for an unknown set, 400 for a bad key.
 */
export function parseRowAddress(schema: Schema, segment: string): RowAddress {
  const [, set = '', inner = ''] = /^([A-Za-z_0-9]+)\((.*)\)$/s.exec(segment) ?? [];
  const table = tableOfSet(schema, set === '' ? segment : set);
  const id = inner.trim().replace(/^\{(.*)\}$/, '$1');
  if (GUID.test(id)) return { table, id: id.toLowerCase(), key: null };
  if (!inner.includes('=')) {
    throw queryError(
      `Bad Request - Error in query syntax. '${inner}' is neither a GUID nor an alternate key of '${table.name}'.`,
    );
  }
  return { table, id: null, key: parseKey(table, inner) };
}

export function tableOfSet(schema: Schema, set: string): Table {
  const table = schema.bySet.get(set);
  if (!table) throw new DataverseError(404, CODES.unknownSegment, `Resource not found for the segment '${set}'.`);
  return table;
}

function parseKey(table: Table, inner: string): Record<string, Value> {
  const parts = [...inner.matchAll(/\s*([A-Za-z_0-9]+)\s*=\s*('(?:[^']|'')*'|[^,]*)\s*(?:,|$)/g)];
  const key = Object.fromEntries(parts.map(([, name = '', literal = '']) => [name, keyValue(table, name, literal)]));
  const names = Object.keys(key).sort().join();
  if (!table.keys.some(({ columns }) => [...columns].sort().join() === names)) {
    throw queryError(
      `The key property '${names}' is not valid for '${table.name}': no alternate key has exactly these columns.`,
    );
  }
  return key;
}

function keyValue(table: Table, name: string, literal: string): Value {
  const column = table.columns.get(name);
  if (!column)
    throw queryError(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table.name}'.`);
  const quoted = /^'(.*)'$/s.exec(literal)?.[1];
  if (column.type === 'string' && quoted === undefined)
    throw queryError(`The key value '${literal}' of '${name}' needs single quotes.`);
  return toStored(table, column, quoted === undefined ? Number(literal) : quoted.replaceAll("''", "'"));
}

/** The row at an address, if there is one. Text keys compare without case, as the database's collation does. */
export function findRow(store: Store, { table, id, key }: RowAddress): Row | undefined {
  if (id !== null) return store.get(table.name, id);
  return findByKey(store, table, key ?? {});
}

export function findByKey(store: Store, table: Table, key: Readonly<Record<string, Value>>): Row | undefined {
  for (const row of store.rows(table.name)) {
    if (Object.entries(key).every(([name, value]) => sameKeyValue(row.values[name], value))) return row;
  }
  return undefined;
}

function sameKeyValue(left: Value | undefined, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase();
  return left === right;
}
