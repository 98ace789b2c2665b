import { queryError } from '../errors.ts';
import type { Table } from '../schema/index.ts';
import type { Row } from '../store/values.ts';
import { collectionRows } from './collection.ts';
import { compare, requireComparable } from './compare.ts';
import { type Token, byPrecedence, child, isToken, parseFilter } from './expression.ts';
import { queryFunction } from './functions.ts';
import { literalValue } from './literal.ts';
import { type Property, type QueryScope, resolveProperty } from './property.ts';

export type Predicate = (row: Row) => boolean;

interface Context {
  readonly scope: QueryScope;
  readonly table: Table;
  readonly now: Date;
  /** The lambda variable in front of every path inside `any(x:…)`. */
  readonly alias: string | null;
}

const COMPARISONS: Readonly<Record<string, { name: string; holds: (order: number) => boolean }>> = {
  EqualsExpression: { name: 'Equal', holds: (order) => order === 0 },
  NotEqualsExpression: { name: 'NotEqual', holds: (order) => order !== 0 },
  LesserThanExpression: { name: 'LessThan', holds: (order) => order < 0 },
  LesserOrEqualsExpression: { name: 'LessThanOrEqual', holds: (order) => order <= 0 },
  GreaterThanExpression: { name: 'GreaterThan', holds: (order) => order > 0 },
  GreaterOrEqualsExpression: { name: 'GreaterThanOrEqual', holds: (order) => order >= 0 },
};

/** `$filter` as a predicate on rows. @throws DataverseError (400) for bad syntax, unknown names and operands that don't fit. */
export function compileFilter(scope: QueryScope, table: Table, text: string, now: Date): Predicate {
  return compileLogic({ scope, table, now, alias: null }, parseFilter(text));
}

function compileLogic(context: Context, token: Token): Predicate {
  const alternatives = byPrecedence(token).map((conjunction) =>
    conjunction.map(({ negated, operand }) => {
      const holds = compileOperand(context, operand);
      return negated ? (row: Row) => !holds(row) : holds;
    }),
  );
  return (row) => alternatives.some((conjunction) => conjunction.every((holds) => holds(row)));
}

function compileOperand(context: Context, token: Token): Predicate {
  if (token.type in COMPARISONS) return compileComparison(context, token);
  if (token.type === 'MethodCallExpression') return compileMethod(context, token);
  // A bracketed function arrives wrapped once more than a bracketed comparison.
  const bracketed = token.type === 'CommonExpression' && isToken(token.value) && token.value.type === 'ParenExpression';
  if (bracketed) return compileOperand(context, token.value);
  if ((token.type === 'BoolParenExpression' || token.type === 'ParenExpression') && isToken(token.value)) {
    return compileLogic(context, token.value);
  }
  const lambda = /^(\w+)\/(any|all)\((\w+):(.+)\)$/s.exec(token.raw);
  if (lambda) return compileLambda(context, lambda);
  if (token.raw.startsWith('Microsoft.Dynamics.CRM.'))
    return queryFunction(context.scope, context.table, token, context.now);
  throw queryError(`The expression '${token.raw}' is not supported here.`);
}

function compileComparison(context: Context, token: Token): Predicate {
  const comparison = COMPARISONS[token.type];
  const [left, right] = [child(token, 'left'), child(token, 'right')];
  if (!comparison || right.type !== 'Literal') {
    throw queryError(`The expression '${token.raw}' is not supported: Dataverse compares a property with a literal.`);
  }
  const property = propertyOf(context, left);
  const literal = literalValue(String(right.value), right.raw);
  requireComparable(property.column, literal.kind, comparison.name);
  const { type } = property.column;
  const ordered = token.type.startsWith('Lesser') || token.type.startsWith('Greater');
  return (row) => {
    const value = property.read(row);
    if (ordered && (value === null || literal.value === null)) return false;
    return comparison.holds(compare(type, value, literal.value));
  };
}

function compileMethod(context: Context, token: Token): Predicate {
  const { method, parameters } = token.value as { method: string; parameters: readonly Token[] };
  const [subject, argument] = parameters;
  if (!subject || argument?.type !== 'Literal') throw queryError(`The function '${token.raw}' is not supported here.`);
  const property = propertyOf(context, subject);
  const { value, kind } = literalValue(String(argument.value), argument.raw);
  if (kind !== 'text' || !['string', 'memo'].includes(property.column.type)) {
    throw queryError(`No function signature for the function with name '${method}' matches the specified arguments.`);
  }
  const wanted = String(value).toLowerCase();
  const test = methodNamed(method);
  return (row) => test(String(property.read(row) ?? '').toLowerCase(), wanted);
}

function methodNamed(method: string): (text: string, wanted: string) => boolean {
  if (method === 'contains') return (text, wanted) => text.includes(wanted);
  if (method === 'startswith') return (text, wanted) => text.startsWith(wanted);
  if (method === 'endswith') return (text, wanted) => text.endsWith(wanted);
  throw queryError(`The function '${method}' is not supported: Dataverse has contains, startswith and endswith.`);
}

function propertyOf({ scope, table, alias }: Context, token: Token): Property {
  const path = alias === null ? token.raw : token.raw.replace(new RegExp(`^${alias}/`), '');
  return resolveProperty(scope, table, path);
}

function compileLambda(context: Context, [, name = '', operator, alias = '', inner = '']: RegExpExecArray): Predicate {
  const { scope, table } = context;
  const collection = table.collections.get(name);
  const childTable = scope.schema.tables.get(collection?.through?.table ?? collection?.table ?? '');
  if (!collection || !childTable)
    throw queryError(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table.name}'.`);
  const holds = compileLogic({ ...context, table: childTable, alias }, parseFilter(inner));
  return (row) => {
    const rows = collectionRows(scope, collection, row);
    return operator === 'any' ? rows.some(holds) : rows.every(holds);
  };
}
