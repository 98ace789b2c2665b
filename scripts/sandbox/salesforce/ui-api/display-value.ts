import { requireObject } from '../schema/lookup.ts';
import type { FieldDefinition, FieldValue } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import type { Org } from '../org.ts';

/** A field's value as the User Interface API and GraphQL answer it: raw, and as the person reads it (`null` where that is the same). */
export interface ShownValue {
  readonly value: FieldValue;
  readonly displayValue: string | null;
}

/** The org's time zone is GMT; sample users have no other. */
const TIME_ZONE = 'UTC';

/** @param locale BCP 47, as the caller asks for it */
export function shownValue(row: Row, field: FieldDefinition, locale: string): ShownValue {
  const stored = row[field.name] ?? null;
  if (stored === null) return { value: null, displayValue: null };
  switch (field.type) {
    case 'picklist':
      return {
        value: stored,
        displayValue: field.picklist.find(({ value }) => value === stored)?.label ?? String(stored),
      };
    case 'currency':
      return { value: stored, displayValue: money(Number(stored), row.CurrencyIsoCode ?? 'USD', field.scale, locale) };
    case 'percent':
      return {
        value: stored,
        displayValue: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: field.scale }).format(
          Number(stored) / 100,
        ),
      };
    case 'double':
      return {
        value: stored,
        displayValue: new Intl.NumberFormat(locale, { maximumFractionDigits: field.scale }).format(Number(stored)),
      };
    case 'date':
      return {
        value: stored,
        displayValue: new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE }).format(
          new Date(`${String(stored)}T00:00:00Z`),
        ),
      };
    case 'datetime': {
      const value = isoInstant(stored);
      const format = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' });
      return { value, displayValue: value === null ? null : format.format(new Date(value)) };
    }
    case 'reference':
    case 'id':
    case 'string':
    case 'textarea':
    case 'boolean':
    case 'email':
    case 'phone':
    case 'url':
    case 'address':
      return { value: stored, displayValue: null };
  }
}

/** These APIs write `…Z` where the REST API writes `…+0000`. */
export const isoInstant = (value: FieldValue | undefined): string | null =>
  typeof value === 'string' ? value.replace(/\+0000$/, 'Z') : null;

/** What a link to the row is called. */
export function nameOf(org: Org, objectName: string, id: FieldValue): string | null {
  const row = typeof id === 'string' ? org.store.get(requireObject(org.schema, objectName), id) : undefined;
  return typeof row?.Name === 'string' ? row.Name : null;
}

function money(value: number, currency: FieldValue, scale: number, locale: string): string {
  const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
  return new Intl.NumberFormat(locale, { style: 'currency', currency: String(currency), ...digits }).format(value);
}
