import type Big from 'big.js';
import type { CrmValue, IsoInstant } from '../../core/model/index.ts';
import { parseDecimal } from '../../core/model/money.ts';
import type { ExactJson } from './exact-json.ts';

/** `AttributeType` of a column as the metadata names it: `Money`, `Picklist`, `DateTime` … */
export type ColumnType = string;

const DECIMALS = new Set<ColumnType>(['Money', 'Decimal', 'Double', 'BigInt']);

/** Whether the column holds a number that canonical form keeps as text. */
export function isDecimal(type: ColumnType | undefined): boolean {
  return type !== undefined && DECIMALS.has(type);
}

/**
 * A column's value in canonical form: money and decimals as decimal text, choices and whole numbers as numbers, dates
 * (`YYYY-MM-DD`) untouched, times as ISO instants. `undefined` (a lookup that points nowhere) is `null`.
 */
export function canonicalValue(value: ExactJson | undefined, type: ColumnType | undefined): CrmValue {
  if (value === null || value === undefined) return null;
  if (isBig(value)) return parseDecimal(value.toFixed());
  if (typeof value === 'number') return isDecimal(type) ? parseDecimal(value) : value;
  if (typeof value === 'string') return type === 'DateTime' && value.includes('T') ? isoInstant(value) : value;
  return typeof value === 'boolean' ? value : JSON.stringify(value);
}

/** Without the library itself: the section bundles this file, and its numbers are plain ones. */
function isBig(value: ExactJson): value is Big {
  return typeof value === 'object' && value !== null && 'toFixed' in value && typeof value.toFixed === 'function';
}

/** Dataverse sends whole seconds in UTC; an unreadable time passes through. */
export function isoInstant(text: string): IsoInstant {
  const time = new Date(text);
  return Number.isNaN(time.valueOf()) ? text : time.toISOString();
}
