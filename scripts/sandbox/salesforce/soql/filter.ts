import type { ConditionWithValueQuery, LiteralType, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { FieldValue } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import { type ConditionTree, toConditionTree } from './condition-tree.ts';
import { invalidField, malformedQuery } from './errors.ts';
import { type Literal, readLiteral } from './literals.ts';
import { type FieldPath, type Scope, resolvePath, valueAt } from './scope.ts';

/** One compiled condition: which field, and what its value must satisfy. */
export interface Condition {
  readonly path: FieldPath;
  readonly holds: (value: FieldValue) => boolean;
  /** Text that the field must equal one of, when the condition says so; lets an index answer it. */
  readonly oneOf: readonly string[] | null;
}

export type Filter = ConditionTree<Condition>;

/** Answers the values of a semi-join: the one column that the inner query selects. */
export type SemiJoin = (query: Query) => readonly string[];

/** @throws SalesforceError MALFORMED_QUERY, INVALID_FIELD, INVALID_QUERY_FILTER_OPERATOR */
export function compileFilter(scope: Scope, where: WhereClause, semiJoin: SemiJoin): Filter {
  const compile = (tree: ConditionTree<ConditionWithValueQuery>): Filter => {
    if (tree.kind === 'condition')
      return { kind: 'condition', condition: compileCondition(scope, tree.condition, semiJoin) };
    if (tree.kind === 'not') return { kind: 'not', part: compile(tree.part) };
    return { kind: tree.kind, parts: tree.parts.map(compile) };
  };
  return compile(toConditionTree(where));
}

export function matches(scope: Scope, filter: Filter, row: Row): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matches(scope, part, row));
    case 'or':
      return filter.parts.some((part) => matches(scope, part, row));
    case 'not':
      return !matches(scope, filter.part, row);
    case 'condition':
      return filter.condition.holds(valueAt(scope.org, row, filter.condition.path));
  }
}

function compileCondition(scope: Scope, condition: ConditionWithValueQuery, semiJoin: SemiJoin): Condition {
  if (!('field' in condition)) throw malformedQuery('functions in WHERE are not known to this stand-in');
  const path = resolvePath(scope, condition.field);
  const { field } = path;
  if (!field.filterable) {
    throw invalidField(scope.soql, field.name, `field '${field.name}' can not be filtered in a query call`);
  }
  const { operator } = condition;
  const negated = operator === 'NOT IN' || operator === '!=';
  if ('valueQuery' in condition) {
    const values = new Set(semiJoin(condition.valueQuery));
    return { path, holds: (value) => values.has(String(value)) !== negated, oneOf: negated ? null : [...values] };
  }
  const literals = literalsOf(scope, path, condition);
  if (operator === '=' || operator === 'IN' || negated) {
    const equals = equality(literals);
    return { path, holds: (value) => equals(value) !== negated, oneOf: negated ? null : textsOf(literals) };
  }
  const [literal] = literals;
  if (literals.length !== 1 || !literal) throw malformedQuery(`unexpected token: '${operator}'`);
  if (operator === 'LIKE') return { path, holds: like(literal), oneOf: null };
  if (operator === 'INCLUDES' || operator === 'EXCLUDES') {
    throw invalidField(scope.soql, field.name, `includes operator is not valid for field '${field.name}'`);
  }
  return { path, holds: ordering(operator, literal), oneOf: null };
}

function literalsOf(
  scope: Scope,
  path: FieldPath,
  condition: { value: string | string[]; literalType?: LiteralType | LiteralType[] },
): readonly Literal[] {
  const { value, literalType } = condition;
  const isList = Array.isArray(value);
  return (isList ? value : [value]).map((item, index) =>
    readLiteral(
      scope.soql,
      path.field,
      { value: item, type: Array.isArray(literalType) ? literalType[index] : literalType },
      scope.org.now(),
    ),
  );
}

function textsOf(literals: readonly Literal[]): readonly string[] | null {
  return literals.every((literal) => literal.kind === 'text') ? literals.map(({ text }) => text) : null;
}

/** Text is compared without case, as Salesforce does. */
function equality(literals: readonly Literal[]): (value: FieldValue) => boolean {
  const texts = new Set(literals.map((literal) => (literal.kind === 'text' ? literal.text.toLowerCase() : null)));
  const others = literals.filter(({ kind }) => kind !== 'text');
  return (value) => {
    if (typeof value === 'string' && texts.has(value.toLowerCase())) return true;
    if (value === null && texts.has('')) return true;
    return others.some((literal) => equalsOne(literal, value));
  };
}

function equalsOne(literal: Literal, value: FieldValue): boolean {
  switch (literal.kind) {
    case 'null':
      return value === null;
    case 'number':
      return value === literal.number;
    case 'boolean':
      return value === literal.boolean;
    case 'time': {
      const { start, end } = literal.range;
      const at = toTime(value);
      return at !== null && (start === end ? at === start : at >= start && at < end);
    }
    case 'text':
      return typeof value === 'string' && value.toLowerCase() === literal.text.toLowerCase();
  }
}

type Ordering = '<' | '<=' | '>' | '>=';

function ordering(operator: Ordering, literal: Literal): (value: FieldValue) => boolean {
  const compare = comparer(literal);
  return (value) => {
    if (value === null || compare === null) return false;
    const result = compare(value, operator);
    return { '<': result < 0, '<=': result <= 0, '>': result > 0, '>=': result >= 0 }[operator];
  };
}

/** Compares a value with a literal; a date literal stands for its first moment with `<` and `>=`, for its last with `>` and `<=`. */
function comparer(literal: Literal): ((value: FieldValue, operator: Ordering) => number) | null {
  switch (literal.kind) {
    case 'number':
      return (value) => Number(value) - literal.number;
    case 'text':
      return (value) => compareText(String(value), literal.text);
    case 'time': {
      const { start, end } = literal.range;
      const last = start === end ? start : end - 1;
      return (value, operator) =>
        (toTime(value) ?? Number.NaN) - (operator === '<' || operator === '>=' ? start : last);
    }
    case 'null':
    case 'boolean':
      return null;
  }
}

export function compareText(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : Number(left > right);
}

function like(literal: Literal): (value: FieldValue) => boolean {
  if (literal.kind !== 'text') return () => false;
  const source = literal.text.replace(
    /\\([%_])|([%_])|([.*+?^${}()|[\]\\])/g,
    (_match, escaped?: string, wild?: string, special?: string) => {
      if (wild !== undefined) return wild === '%' ? '.*' : '.';
      return escaped ?? `\\${special ?? ''}`;
    },
  );
  const pattern = new RegExp(`^${source}$`, 'is');
  return (value) => typeof value === 'string' && pattern.test(value);
}

function toTime(value: FieldValue): number | null {
  if (typeof value !== 'string') return null;
  const time = Date.parse(value.length === 10 ? `${value}T00:00:00Z` : value.replace(/\+0000$/, 'Z'));
  return Number.isNaN(time) ? null : time;
}
