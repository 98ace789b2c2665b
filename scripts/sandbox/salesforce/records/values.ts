import { Big } from 'big.js';
import { SalesforceError, jsonParserError } from '../errors.ts';
import type { FieldDefinition, FieldValue } from '../schema/types.ts';
import { normaliseId } from '../store/ids.ts';
import { parseDate, parseDateTime } from './dates.ts';

/**
 * A JSON value as the field stores it: text trimmed, numbers rounded to the field's scale, ids in their long form.
 * @throws SalesforceError with the code that Salesforce uses for the first thing that is wrong.
 */
export function toStored(field: FieldDefinition, value: unknown): FieldValue {
  if (value === null || value === undefined) {
    if (field.type === 'boolean') throw cannotRead('boolean', value);
    return null;
  }
  switch (field.type) {
    case 'boolean':
      return toBoolean(value);
    case 'currency':
    case 'percent':
    case 'double':
      return toNumber(field, value);
    case 'date':
      return parseDate(textOf('date', value)) ?? fail(cannotRead('date', value));
    case 'datetime':
      return parseDateTime(textOf('datetime', value)) ?? fail(cannotRead('datetime', value));
    case 'id':
    case 'reference':
      return toId(field, value);
    case 'picklist':
      return toPicklistValue(field, textOf('string', value).trim());
    case 'email':
      return toEmail(field, toText(field, value));
    case 'string':
    case 'textarea':
    case 'phone':
    case 'url':
    case 'address':
      return toText(field, value);
  }
}

function toBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw cannotRead('boolean', value);
}

function toNumber(field: FieldDefinition, value: unknown): number {
  const name = field.type === 'percent' ? 'percent' : field.type;
  if (typeof value !== 'number' && typeof value !== 'string') throw cannotRead(name, value);
  const text = String(value).trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) throw cannotRead(name, value);
  const rounded = new Big(text.replace(/^\+/, '')).round(field.scale, Big.roundHalfUp);
  if (rounded.abs().gte(new Big(10).pow(field.precision - field.scale))) {
    throw new SalesforceError(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `${field.label}: value outside of valid range on numeric field: ${text}`,
      [field.name],
    );
  }
  return rounded.toNumber();
}

function toId(field: FieldDefinition, value: unknown): string | null {
  const text = textOf('id', value).trim();
  if (text === '') return null;
  const id = normaliseId(text);
  if (id === null) {
    throw new SalesforceError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${text}`, [field.name]);
  }
  return id;
}

function toPicklistValue(field: FieldDefinition, text: string): string | null {
  if (text === '') return null;
  const known = field.picklist.find(({ value }) => value.toLowerCase() === text.toLowerCase());
  if (known) return known.value;
  if (field.restricted) {
    throw new SalesforceError(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${text}`,
      [field.name],
    );
  }
  return toText(field, text);
}

function toText(field: FieldDefinition, value: unknown): string | null {
  const text = textOf('string', value).trim();
  if (text.length > field.length) {
    throw new SalesforceError(
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${text.slice(0, 255)} (max length=${field.length})`,
      [field.name],
    );
  }
  return text === '' ? null : text;
}

function toEmail(field: FieldDefinition, text: string | null): string | null {
  if (text === null || /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$/.test(text)) return text;
  throw new SalesforceError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name]);
}

function textOf(type: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw cannotRead(type, value);
}

function cannotRead(type: string, value: unknown): SalesforceError {
  return jsonParserError(
    `Cannot deserialize instance of ${type} from ${tokenOf(value)} value ${JSON.stringify(value) ?? 'null'} or request may be missing a required field at [line:1, column:2]`,
  );
}

function tokenOf(value: unknown): string {
  if (Array.isArray(value)) return 'START_ARRAY';
  if (value === null || value === undefined) return 'VALUE_NULL';
  if (typeof value === 'object') return 'START_OBJECT';
  if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  return 'VALUE_STRING';
}

function fail(error: SalesforceError): never {
  throw error;
}
