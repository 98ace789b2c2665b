import { CODES, DataverseError, capital, queryError } from '../errors.ts';
import type { Table } from '../schema/index.ts';
import type { Row } from '../store/values.ts';
import { compare } from './compare.ts';
import { type Token, isToken } from './expression.ts';
import { type Property, type QueryScope, resolveProperty } from './property.ts';

const PREFIX = 'Microsoft.Dynamics.CRM.';

/**
 * Dataverse's query functions `In`, `NotIn` and `LastXDays`
 * (learn.microsoft.com power-apps/developer/data-platform/webapi/reference/queryfunctions).
 * @throws DataverseError (400) for a function that the sandbox doesn't have.
 */
export function queryFunction(scope: QueryScope, table: Table, token: Token, now: Date): (row: Row) => boolean {
  const { name, parameters } = readCall(token);
  const property = resolveProperty(scope, table, propertyName(table, String(parameters.get('PropertyName'))));
  const type = property.column.type;
  if (name === 'In' || name === 'NotIn') {
    const values = parameters.get('PropertyValues');
    if (!Array.isArray(values)) throw queryError(`${PREFIX}${name} needs PropertyValues, a list of texts.`);
    return isOneOf(property, values.map(String), name === 'In');
  }
  if (name === 'LastXDays') {
    const days = Number(parameters.get('PropertyValue'));
    const since = new Date(now.getTime() - days * 86_400_000).toISOString();
    return (row) => property.read(row) !== null && compare(type, property.read(row), since) >= 0;
  }
  throw queryError(`The query function '${PREFIX}${name}' is not supported here; known are In, NotIn and LastXDays.`);
}

/**
 * Query functions name the attribute (`record1id`); Dataverse refuses the lookup property (`_record1id_value`).
 * @throws DataverseError (400)
 */
function propertyName(table: Table, attribute: string): string {
  if (!table.columns.has(attribute)) {
    const message = `'${capital(table.name)}' entity doesn't contain attribute with Name = '${attribute}' and NameMapping = 'Logical'.`;
    throw new DataverseError(400, CODES.unknownAttribute, message);
  }
  return table.columns.get(attribute)?.type === 'lookup' ? `_${attribute}_value` : attribute;
}

/** Ids and texts are looked up, so that a list of hundreds costs no more than a short one. */
function isOneOf({ column, read }: Property, wanted: readonly string[], expected: boolean): (row: Row) => boolean {
  if (!['guid', 'lookup', 'string'].includes(column.type)) {
    return (row) => wanted.some((value) => compare(column.type, read(row), value) === 0) === expected;
  }
  const known = new Set(wanted.map((value) => value.toLowerCase()));
  return (row) => {
    const value = read(row);
    return (typeof value === 'string' && known.has(value.toLowerCase())) === expected;
  };
}

function readCall(token: Token): { name: string; parameters: ReadonlyMap<string, unknown> } {
  const call = token.raw.startsWith(PREFIX) ? token.raw.slice(PREFIX.length) : '';
  const [, name, inner] = /^(\w+)\((.*)\)$/s.exec(call) ?? [];
  if (name === undefined || inner === undefined) throw queryError(`The function '${token.raw}' is not supported here.`);
  const list: unknown[] = [];
  collectParameters(token.value, list);
  return { name, parameters: new Map(list.filter(isToken).map(readParameter)) };
}

function collectParameters(value: unknown, found: unknown[]): void {
  if (isToken(value) && value.type === 'FunctionExpressionParameter') found.push(value);
  else if (Array.isArray(value)) value.forEach((item) => collectParameters(item, found));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (key !== 'metadata') collectParameters(item, found);
  }
}

function readParameter(token: Token): [string, unknown] {
  const [, name = '', text = ''] = /^(\w+)=(.*)$/s.exec(token.raw) ?? [];
  if (text.startsWith("'")) return [name, text.slice(1, -1).replaceAll("''", "'")];
  try {
    return [name, JSON.parse(text)];
  } catch {
    throw queryError(`The value of the parameter '${name}' can't be read: ${text}`);
  }
}
