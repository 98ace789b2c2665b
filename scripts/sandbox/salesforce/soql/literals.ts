import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import { SalesforceError } from '../errors.ts';
import { parseDateTime } from '../records/dates.ts';
import type { FieldDefinition } from '../schema/types.ts';
import { normaliseId } from '../store/ids.ts';
import { type TimeRange, dateLiteralRange } from './date-literals.ts';
import { invalidField, malformedQuery } from './errors.ts';

/** A literal of a query, ready to be compared with a field's values. */
export type Literal =
  | { readonly kind: 'null' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'time'; readonly range: TimeRange };

interface Written {
  readonly value: string;
  readonly type: LiteralType | undefined;
}

const TYPE_NAMES: Partial<Record<FieldDefinition['type'], string>> = {
  currency: 'double',
  percent: 'double',
  datetime: 'dateTime',
};

/** @throws SalesforceError INVALID_FIELD when the literal is of another type than the field, as Salesforce words it. */
export function readLiteral(soql: string, field: FieldDefinition, { value, type }: Written, now: number): Literal {
  if (type === 'NULL') return { kind: 'null' };
  const wrong = (quotes: 'should' | 'should not') =>
    invalidField(
      soql,
      field.name,
      `value of filter criterion for field '${field.name}' must be of type ${TYPE_NAMES[field.type] ?? field.type} and ${quotes} be enclosed in quotes`,
    );
  switch (field.type) {
    case 'boolean':
      if (type !== 'BOOLEAN') throw wrong('should not');
      return { kind: 'boolean', boolean: value.toUpperCase() === 'TRUE' };
    case 'currency':
    case 'percent':
    case 'double':
      if (type !== 'INTEGER' && type !== 'DECIMAL') throw wrong('should not');
      return { kind: 'number', number: Number(value) };
    case 'date':
    case 'datetime':
      return { kind: 'time', range: timeRange(field, value, type, now) ?? fail(wrong('should not')) };
    case 'id':
    case 'reference':
      if (type !== 'STRING') throw wrong('should');
      return { kind: 'text', text: idOf(soql, unquote(value)) };
    case 'address':
      throw malformedQuery(`field '${field.name}' can not be filtered in a query call`);
    case 'string':
    case 'textarea':
    case 'picklist':
    case 'email':
    case 'phone':
    case 'url':
      if (type !== 'STRING') throw wrong('should');
      return { kind: 'text', text: unquote(value) };
  }
}

function timeRange(
  field: FieldDefinition,
  value: string,
  type: LiteralType | undefined,
  now: number,
): TimeRange | null {
  if (type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL') return dateLiteralRange(value, now);
  if (field.type === 'date' && type === 'DATE') return instant(`${value}T00:00:00Z`);
  if (field.type === 'datetime' && type === 'DATETIME') return parseDateTime(value) === null ? null : instant(value);
  return null;
}

/** A point in time is a range without length: `=` then compares with its start. */
function instant(text: string): TimeRange | null {
  const start = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(start) ? null : { start, end: start };
}

function idOf(soql: string, text: string): string {
  if (text === '') return '';
  return (
    normaliseId(text) ??
    fail(new SalesforceError('INVALID_QUERY_FILTER_OPERATOR', `\n${soql.slice(0, 80)}\ninvalid ID field: ${text}`))
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text between the quotes, with its escapes undone; `\_` and `\%` stay for LIKE. */
function unquote(value: string): string {
  return value
    .replace(/^'|'$/g, '')
    .replace(/\\([^%_])/g, (_match, character: string) => ESCAPES[character.toLowerCase()] ?? character);
}

function fail(error: Error): never {
  throw error;
}
