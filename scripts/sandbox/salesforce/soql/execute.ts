import { type Query, type QueryBase, parseQuery } from '@jetstreamapp/soql-parser-js';
import { SalesforceError } from '../errors.ts';
import { type Org, type OrgUser, canSee } from '../org.ts';
import type { Row } from '../store/store.ts';
import { candidateRows } from './candidates.ts';
import { malformedQuery } from './errors.ts';
import { compileFilter, matches } from './filter.ts';
import { compileOrder } from './order.ts';
import { attributesOf, jsonValue } from './project.ts';
import { type Scope, parentOf, queriedObject, resolvePath, valueAt } from './scope.ts';
import { type ChildQuery, type Selection, compileSelect } from './select.ts';
import { queryUserRecordAccess } from './user-record-access.ts';

/** A query's answer before it is cut into pages. */
export interface QueryAnswer {
  readonly totalSize: number;
  readonly records: readonly object[];
}

export interface QueryOptions {
  /** API version, for the addresses in the answer. */
  readonly version: string;
  readonly deletedToo?: boolean;
}

const LONGEST_QUERY = 100_000;
const HIGHEST_OFFSET = 2000;

/**
 * Runs a SOQL query as `user`: with that person's fields and records only.
 * @throws SalesforceError MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, INVALID_QUERY_FILTER_OPERATOR
 */
export function executeQuery(
  org: Org,
  user: OrgUser,
  soql: string,
  { version, deletedToo = false }: QueryOptions,
): QueryAnswer {
  const query = parse(soql);
  if (query.sObject?.toLowerCase() === 'userrecordaccess') {
    const records = queryUserRecordAccess(org, user, soql, query, version);
    return { totalSize: records.length, records };
  }
  const object = queriedObject(org, user, query.sObject ?? '');
  const scope: Scope = { org, user, soql, object, alias: query.sObjectAlias ?? null, deletedToo };
  if (isCount(query)) return { totalSize: selectRows(scope, query).length, records: [] };
  const selection = compileSelect(scope, query.fields ?? [], false);
  const rows = selectRows(scope, query);
  return { totalSize: rows.length, records: rows.map((row) => project(scope, selection, row, version)) };
}

function parse(soql: string): Query {
  if (soql.length > LONGEST_QUERY)
    throw malformedQuery(`SOQL statements cannot be longer than ${LONGEST_QUERY} characters.`);
  try {
    const query = parseQuery(soql);
    if (query.groupBy || query.having) throw malformedQuery('GROUP BY is not known to this stand-in');
    return query;
  } catch (error) {
    if (error instanceof SalesforceError) throw error;
    const [, token] = /found: '?([^'\n]*)'?/.exec(String(error)) ?? [];
    throw malformedQuery(`\n${soql.slice(0, 120)}\nERROR at Row:1:Column:1\nunexpected token: '${token ?? '<EOF>'}'`);
  }
}

function isCount({ fields }: QueryBase): boolean {
  const [only] = fields ?? [];
  if (only?.type !== 'FieldFunctionExpression' || only.isAggregateFn !== true) return false;
  if (only.functionName.toUpperCase() === 'COUNT' && only.parameters.length === 0 && fields?.length === 1) return true;
  throw malformedQuery(`the aggregate ${only.functionName} is not known to this stand-in`);
}

/** Rows that the user may see and that match, in order, within LIMIT and OFFSET. `within` narrows to children of one row. */
function selectRows(scope: Scope, query: QueryBase, within?: readonly Row[]): readonly Row[] {
  const filter = query.where ? compileFilter(scope, query.where, (inner) => semiJoin(scope, inner)) : null;
  const order = compileOrder(scope, query.orderBy);
  const { offset = 0, limit = Infinity } = query;
  if (offset > HIGHEST_OFFSET)
    throw new SalesforceError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${HIGHEST_OFFSET}`);
  const found: Row[] = [];
  for (const row of within ?? candidateRows(scope, filter)) {
    if ((!filter || matches(scope, filter, row)) && canSee(scope.org, scope.user, scope.object, row)) found.push(row);
  }
  return found.sort(order).slice(offset, offset + limit);
}

function semiJoin(outer: Scope, query: Query): readonly string[] {
  const object = queriedObject(outer.org, outer.user, query.sObject ?? '');
  const scope: Scope = { ...outer, object, alias: query.sObjectAlias ?? null };
  const [column, ...more] = query.fields ?? [];
  if (!column || more.length > 0 || !('field' in column)) {
    throw malformedQuery('a semi-join selects exactly one field');
  }
  const path = resolvePath(scope, 'rawValue' in column && column.rawValue ? column.rawValue : column.field);
  return selectRows(scope, query).map((row) => String(valueAt(scope.org, row, path) ?? ''));
}

function project(scope: Scope, selection: Selection, row: Row, version: string): object {
  const { object, columns, parents, children } = selection;
  const answer: Record<string, unknown> = { attributes: attributesOf(object.name, row.Id, version) };
  for (const [key, column] of columns) answer[key] = jsonValue(object, row, column);
  for (const [name, { step, selection: above }] of parents) {
    const parent = parentOf(scope.org, row, step);
    answer[name] = parent ? project(scope, above, parent, version) : null;
  }
  for (const [name, child] of children) answer[name] = projectChildren(child, row, version);
  return answer;
}

function projectChildren({ scope, field, query, selection }: ChildQuery, parent: Row, version: string): object | null {
  const rows = selectRows(scope, query, scope.org.store.find(scope.object, field, parent.Id));
  if (rows.length === 0) return null;
  return { totalSize: rows.length, done: true, records: rows.map((row) => project(scope, selection, row, version)) };
}
