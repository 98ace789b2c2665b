import { unknownProperty } from '../errors.ts';
import type { Column, Schema, Table } from '../schema/index.ts';
import type { Store } from '../store/store.ts';
import { type Row, type Value, isReference, referenceOf } from '../store/values.ts';
import { findNavigation } from '../write/payload.ts';

/** A property path of a query, such as `name`, `_ownerid_value` or `parentaccountid/name`. */
export interface Property {
  readonly column: Column;
  /** The stored value; a lookup gives its id. */
  readonly read: (row: Row) => Exclude<Value, object>;
}

export interface QueryScope {
  readonly schema: Schema;
  readonly store: Store;
}

/** @throws DataverseError (400) for a name that the table doesn't have; lookups are only known as `_{name}_value`. */
export function resolveProperty({ schema, store }: QueryScope, table: Table, path: string): Property {
  const [first = '', ...rest] = path.split('/');
  if (rest.length > 0) return throughNavigation({ schema, store }, table, first, rest.join('/'));
  const lookup = /^_(.+)_value$/.exec(first)?.[1];
  const column = table.columns.get(lookup ?? first);
  if (!column || (column.type === 'lookup') !== (lookup !== undefined)) throw unknownProperty(first, table.name);
  return {
    column,
    read: (row) => {
      const value = row.values[column.name] ?? null;
      return isReference(value) ? value.id : value;
    },
  };
}

function throughNavigation(scope: QueryScope, table: Table, navigation: string, rest: string): Property {
  const found = findNavigation(table, navigation);
  const target = scope.schema.tables.get(found?.targets[0] ?? '');
  if (!found || !target) throw unknownProperty(navigation, table.name);
  const property = resolveProperty(scope, target, rest);
  return {
    column: property.column,
    read: (row) => {
      const reference = referenceOf(row, found.column.name);
      const parent = reference?.table === target.name ? scope.store.get(target.name, reference.id) : undefined;
      return parent ? property.read(parent) : null;
    },
  };
}
