import type { OrgUser } from '../org.ts';
import type { Org } from '../org.ts';
import { isJsonObject } from '../rest/body.ts';
import { requireObject } from '../schema/lookup.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';

/** What is wrong with an argument: its name in the schema's words. */
export class BadArgument extends Error {}

interface Names {
  readonly org: Org;
  readonly user: OrgUser;
}

const OPERATORS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  like: 'LIKE',
  in: 'IN',
  nin: 'NOT IN',
};

/**
 * `where` as a SOQL condition; `null` when it says nothing.
 * https://developer.salesforce.com/docs/platform/graphql/guide/filter-fields.html
 * @throws BadArgument
 */
export function soqlCondition(names: Names, object: ObjectDefinition, where: unknown, prefix = ''): string | null {
  if (where === null || where === undefined) return null;
  if (!isJsonObject(where)) throw new BadArgument(`argument 'where' is not an object of '${object.name}_Filter'`);
  const parts = Object.entries(where).map(([name, value]) => conditionOn(names, object, name, value, prefix));
  return joined(parts, 'AND');
}

function conditionOn(
  names: Names,
  object: ObjectDefinition,
  name: string,
  value: unknown,
  prefix: string,
): string | null {
  if (name === 'and' || name === 'or') {
    const parts = [value].flat().map((inner) => soqlCondition(names, object, inner, prefix));
    return joined(parts, name === 'and' ? 'AND' : 'OR');
  }
  if (name === 'not') {
    const inner = soqlCondition(names, object, value, prefix);
    return inner === null ? null : `(NOT ${inner})`;
  }
  const readable = [...object.fields.values()].filter((field) => names.user.permissions.field(object, field).read);
  const field = readable.find((candidate) => candidate.name === name);
  if (field) return fieldCondition(field, value, `${prefix}${field.name}`);
  const step = readable.find(({ relationshipName }) => relationshipName === name);
  if (typeof step?.referenceTo === 'string') {
    return soqlCondition(names, requireObject(names.org.schema, step.referenceTo), value, `${prefix}${name}.`);
  }
  throw new BadArgument(`argument 'where' contains a field not in '${object.name}_Filter': '${name}'`);
}

function fieldCondition(field: FieldDefinition, operators: unknown, path: string): string | null {
  if (!isJsonObject(operators)) throw new BadArgument(`argument 'where.${field.name}' is not an object of operators`);
  const parts = Object.entries(operators).map(([name, operand]) => {
    const operator = OPERATORS[name];
    if (operator === undefined)
      throw new BadArgument(`argument 'where.${field.name}' contains a field not in its operators: '${name}'`);
    if (name !== 'in' && name !== 'nin') return `${path} ${operator} ${literal(field, operand)}`;
    const list = Array.isArray(operand) ? operand : [operand];
    // SOQL knows no empty list: nothing is in it, everything is out of it.
    if (list.length === 0) return name === 'in' ? "Id = ''" : "Id != ''";
    return `${path} ${operator} (${list.map((item) => literal(field, item)).join(', ')})`;
  });
  return joined(parts, 'AND');
}

function literal(field: FieldDefinition, operand: unknown): string {
  if (operand === null || operand === undefined) return 'NULL';
  if (isJsonObject(operand)) return dateLiteral(field, operand);
  if (field.type === 'date' || field.type === 'datetime') {
    throw new BadArgument(
      `argument 'where.${field.name}' takes dates as { value: "…" }, { literal: … } or { range: … }`,
    );
  }
  if (typeof operand === 'number' || typeof operand === 'boolean') return String(operand);
  if (typeof operand !== 'string')
    throw new BadArgument(`argument 'where.${field.name}' has a value of the wrong type`);
  return quoted(operand);
}

/** `{ value: "2026-11-20" }`, `{ literal: TODAY }`, `{ range: { last_n_days: 7 } }` */
function dateLiteral(
  field: FieldDefinition,
  { value, literal: name, range }: Readonly<Record<string, unknown>>,
): string {
  if (typeof value === 'string') return value;
  if (typeof name === 'string') return name;
  const [entry] = isJsonObject(range) ? Object.entries(range) : [];
  if (!entry) throw new BadArgument(`argument 'where.${field.name}' has a value of the wrong type`);
  return `${entry[0].toUpperCase()}:${Number(entry[1])}`;
}

export const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, (character) => `\\${character}`)}'`;

function joined(parts: readonly (string | null)[], operator: 'AND' | 'OR'): string | null {
  const given = parts.filter((part) => part !== null);
  if (given.length < 2) return given[0] ?? null;
  return `(${given.join(` ${operator} `)})`;
}

/** `orderBy: { CreatedDate: { order: DESC, nulls: LAST } }` as ORDER BY. @throws BadArgument */
export function soqlOrder(names: Names, object: ObjectDefinition, orderBy: unknown, prefix = ''): readonly string[] {
  if (orderBy === null || orderBy === undefined) return [];
  return [orderBy].flat().flatMap((clause: unknown) => {
    if (!isJsonObject(clause)) throw new BadArgument(`argument 'orderBy' is not an object of '${object.name}_OrderBy'`);
    return Object.entries(clause).flatMap(([name, value]) => {
      const readable = [...object.fields.values()].filter((field) => names.user.permissions.field(object, field).read);
      const step = readable.find(({ relationshipName }) => relationshipName === name);
      if (typeof step?.referenceTo === 'string') {
        return soqlOrder(names, requireObject(names.org.schema, step.referenceTo), value, `${prefix}${name}.`);
      }
      if (!readable.some((field) => field.name === name) || !isJsonObject(value)) {
        throw new BadArgument(`argument 'orderBy' contains a field not in '${object.name}_OrderBy': '${name}'`);
      }
      const direction = value.order === 'DESC' ? 'DESC' : 'ASC';
      return [`${prefix}${name} ${direction}${value.nulls === 'LAST' ? ' NULLS LAST' : ''}`];
    });
  });
}
