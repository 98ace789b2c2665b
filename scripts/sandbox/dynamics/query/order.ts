import type { Table } from '../schema/index.ts';
import type { Row } from '../store/values.ts';
import { compare } from './compare.ts';
import type { QueryOptions } from './options.ts';
import { type QueryScope, resolveProperty } from './property.ts';

/** `$orderby`; equal rows keep the order of creation. @throws DataverseError (400) for an unknown column. */
export function sorted(scope: QueryScope, table: Table, orderBy: QueryOptions['orderBy']): (rows: Row[]) => Row[] {
  const keys = orderBy.map(({ path, descending }) => ({
    property: resolveProperty(scope, table, path),
    sign: descending ? -1 : 1,
  }));
  if (keys.length === 0) return (rows) => rows;
  return (rows) =>
    rows.sort((left, right) => {
      for (const { property, sign } of keys) {
        const order = compare(property.column.type, property.read(left), property.read(right));
        if (order !== 0) return order * sign;
      }
      return 0;
    });
}
