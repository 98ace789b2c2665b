import { CODES, DataverseError } from '../errors.ts';
import type { Table } from '../schema/index.ts';
import type { Store } from '../store/store.ts';
import type { Values } from '../store/values.ts';
import { findByKey } from './address.ts';

/** @throws DataverseError (412) when another row already has the values of an alternate key. Empty values never clash. */
export function checkKeys(store: Store, table: Table, id: string, values: Values): void {
  for (const { columns } of table.keys) {
    const key = Object.fromEntries(columns.map((name) => [name, values[name] ?? null]));
    if (Object.values(key).includes(null)) continue;
    const other = findByKey(store, table, key);
    if (!other || other.id === id) continue;
    const labels = columns.map((name) => table.columns.get(name)?.label ?? name).join(', ');
    throw new DataverseError(
      412,
      CODES.duplicateKey,
      `Entity Key ${labels} violated. A record with the same value for ${labels} already exists. A duplicate record cannot be created. Select one or more unique values and try again.`,
    );
  }
}
