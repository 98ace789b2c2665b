import type { Row } from '../store/store.ts';
import type { Filter } from './filter.ts';
import type { Scope } from './scope.ts';

/** The rows that can match: from an index when the filter names ids or other indexed values, otherwise all rows. */
export function candidateRows(scope: Scope, filter: Filter | null): Iterable<Row> {
  const { org, object, deletedToo } = scope;
  const live = (filter && indexedRows(scope, filter)) ?? org.store.rows(object);
  return deletedToo ? [...live, ...org.store.deletedRows(object)] : live;
}

function indexedRows({ org, object }: Scope, filter: Filter): readonly Row[] | null {
  const conditions = filter.kind === 'and' ? filter.parts : [filter];
  for (const part of conditions) {
    if (part.kind !== 'condition') continue;
    const { path, oneOf } = part.condition;
    if (path.steps.length > 0 || oneOf === null || !org.store.isIndexed(object, path.field.name)) continue;
    const rows = new Map<string, Row>();
    for (const value of oneOf) {
      for (const row of org.store.find(object, path.field.name, value)) rows.set(row.Id, row);
    }
    return [...rows.values()];
  }
  return null;
}
