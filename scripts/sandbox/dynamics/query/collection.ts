import type { Collection } from '../schema/index.ts';
import { type Row, referenceOf } from '../store/values.ts';
import type { QueryScope } from './property.ts';

/** The rows that a collection-valued navigation property of `row` shows. */
export function collectionRows({ store }: QueryScope, collection: Collection, row: Row): Row[] {
  const children = [...store.rows(collection.table)].filter(
    (child) => referenceOf(child, collection.column)?.id === row.id,
  );
  const { through } = collection;
  if (!through) return children;
  return children.flatMap((child) => {
    const reference = referenceOf(child, through.column);
    const target = reference && store.get(reference.table, reference.id);
    return target ? [target] : [];
  });
}
