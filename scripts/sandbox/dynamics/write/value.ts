import Big from 'big.js';
import { CODES, DataverseError, payloadError } from '../errors.ts';
import type { Column, Table } from '../schema/index.ts';
import type { Value } from '../store/values.ts';

export const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A value of the request's JSON as it is stored. Types are taken as OData v4 has them: money is a JSON number (`Edm.Decimal`), a
 * date `YYYY-MM-DD` (`Edm.Date`: no time, no zone), a time an instant with its offset (`Edm.DateTimeOffset`).
 * @throws DataverseError (400) when the type is wrong, the text too long, the number or the choice out of range.
 */
export function toStored(table: Table, column: Column, value: unknown): Value {
  if (value === null) return null;
  switch (column.type) {
    case 'string':
    case 'memo':
      return toText(table, column, value);
    case 'guid':
      return toGuid(table, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(table, value, 'Edm.Boolean');
      return value;
    case 'integer':
    case 'bigint':
      return toInteger(table, column, value);
    case 'choice':
    case 'state':
    case 'status':
      return toChoice(table, column, value);
    case 'money':
    case 'decimal':
      return toDecimal(table, column, value);
    case 'date':
      return toDate(table, value);
    case 'datetime':
      return toInstant(table, value);
    case 'lookup':
      throw payloadError(
        table.entitySet,
        `A 'PrimitiveValue' node was found for the navigation property '${column.name}'; use '${column.name}@odata.bind'.`,
      );
  }
}

function wrongType(table: Table, value: unknown, expected: string): DataverseError {
  return payloadError(
    table.entitySet,
    `Cannot convert the literal '${shown(value)}' to the expected type '${expected}'.`,
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toText(table: Table, column: Column, value: unknown): string | null {
  if (typeof value !== 'string') throw wrongType(table, value, 'Edm.String');
  if (column.maxLength !== undefined && value.length > column.maxLength) {
    throw new DataverseError(
      400,
      CODES.textTooLong,
      `A validation error occurred.  The length of the '${column.name}' attribute of the '${table.name}' entity exceeded the maximum allowed length of '${column.maxLength}'.`,
    );
  }
  // The platform stores empty text as no value.
  return value === '' ? null : value;
}

function toGuid(table: Table, value: unknown): string {
  if (typeof value !== 'string' || !GUID.test(value)) throw wrongType(table, value, 'Edm.Guid');
  return value.toLowerCase();
}

function toInteger(table: Table, column: Column, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(table, value, 'Edm.Int32');
  checkRange(table, column, value);
  return value;
}

function toChoice(table: Table, column: Column, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(table, value, 'Edm.Int32');
  if (!column.options?.some((option) => option.value === value)) {
    throw new DataverseError(
      400,
      CODES.choiceOutOfRange,
      `A validation error occurred.  The value ${value} of '${column.name}' on record of type '${table.name}' is outside the valid range. Accepted Values: ${(column.options ?? []).map((option) => option.value).join(',')}`,
    );
  }
  return value;
}

function toDecimal(table: Table, column: Column, value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(table, value, 'Edm.Decimal');
  checkRange(table, column, value);
  return new Big(value).round(column.precision ?? 2, Big.roundHalfEven).toFixed();
}

function checkRange(table: Table, { name, min, max }: Column, value: number): void {
  if ((min === undefined || value >= min) && (max === undefined || value <= max)) return;
  throw new DataverseError(
    400,
    CODES.numberOutOfRange,
    `A validation error occurred.  The value of '${name}' on record of type '${table.name}' is outside the valid range: ${min} to ${max}.`,
  );
}

function toDate(table: Table, value: unknown): string {
  if (typeof value !== 'string' || !isCalendarDate(value)) throw wrongType(table, value, 'Edm.Date');
  return value;
}

function isCalendarDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().startsWith(`${year}-${month}-${day}`);
}

function toInstant(table: Table, value: unknown): string {
  if (typeof value !== 'string' || !INSTANT.test(value) || Number.isNaN(Date.parse(value))) {
    throw wrongType(table, value, 'Edm.DateTimeOffset');
  }
  return instant(new Date(value));
}

/** Dataverse keeps whole seconds. */
export function instant(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
