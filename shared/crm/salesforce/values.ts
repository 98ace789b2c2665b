import { Big } from 'big.js';
import { CosellError } from '../../core/errors/index.ts';
import type { CrmValue, IsoInstant } from '../../core/model/index.ts';

const NUMBER_TYPES = new Set(['currency', 'double', 'percent', 'int', 'long']);

/**
 * A field value from the REST API in canonical form. Numbers become the shortest decimal text that names them (Salesforce
 * keeps at most 18 digits and sends doubles), times `…Z`; dates, picklist API names and text stay as they are.
 * @param type the field's type as `describe` names it
 */
export function fromSalesforce(value: unknown, type: string): CrmValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return decimalText(value);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return JSON.stringify(value);
  return type === 'datetime' ? instantOf(value) : value;
}

/** `1e21` → `"1000000000000000000000"`, `0.30` → `"0.3"`: never an exponent, never a trailing zero. */
export function decimalText(value: number): string {
  return new Big(value).toFixed();
}

/** `2026-11-20T17:00:00.000+0000`, as Salesforce writes it, → `2026-11-20T17:00:00.000Z`. */
export function instantOf(text: string): IsoInstant {
  return new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')).toISOString();
}

/**
 * A canonical value as the REST API takes it.
 * @throws CosellError `value-invalid` when a number field would get something that a number cannot say exactly
 */
export function toSalesforce(value: CrmValue, field: string, type: string): CrmValue {
  if (typeof value !== 'string' || !NUMBER_TYPES.has(type)) return value;
  const number = value.trim() === '' ? NaN : Number(value);
  if (Number.isFinite(number) && new Big(value).eq(decimalText(number))) return number;
  throw new CosellError('value-invalid', {
    message: 'This number cannot be stored in Salesforce exactly.',
    cure: 'Enter a plain number with at most 15 digits.',
    field,
  });
}
