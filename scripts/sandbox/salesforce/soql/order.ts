import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import type { FieldValue } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import { invalidField, malformedQuery } from './errors.ts';
import { compareText } from './filter.ts';
import { type Scope, resolvePath, valueAt } from './scope.ts';

type Comparison = (a: Row, b: Row) => number;

/** ORDER BY as a comparison; empty values come first unless the query says otherwise. Without it: by id. */
export function compileOrder(scope: Scope, clauses: OrderByClause | OrderByClause[] | undefined): Comparison {
  const list = clauses === undefined ? [] : [clauses].flat();
  const comparisons = list.map((clause) => compileClause(scope, clause));
  return (a, b) => {
    for (const compare of comparisons) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return a.Id < b.Id ? -1 : Number(a.Id > b.Id);
  };
}

function compileClause(scope: Scope, clause: OrderByClause): Comparison {
  if (!('field' in clause)) throw malformedQuery('functions in ORDER BY are not known to this stand-in');
  const path = resolvePath(scope, clause.field);
  if (!path.field.filterable) {
    throw invalidField(scope.soql, path.field.name, `field '${path.field.name}' can not be sorted in a query call`);
  }
  const direction = clause.order === 'DESC' ? -1 : 1;
  const nulls = clause.nulls === 'LAST' ? 1 : -1;
  return (a, b) => {
    const [left, right] = [valueAt(scope.org, a, path), valueAt(scope.org, b, path)];
    if (left === null || right === null) return left === right ? 0 : left === null ? nulls : -nulls;
    return direction * compareValues(left, right);
  };
}

function compareValues(a: FieldValue, b: FieldValue): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return Number(a) - Number(b);
}
