import type { Column, Schema } from '../schema/index.ts';
import type { Store } from '../store/store.ts';
import { type Row, type Value, isReference, referenceOf, textOf } from '../store/values.ts';

/** A value as people read it (`OData.Community.Display.V1.FormattedValue`), in the environment's language, English; `null`: none. */
export function formatted(schema: Schema, store: Store, row: Row, column: Column): string | null {
  const value = row.values[column.name] ?? null;
  if (value === null) return null;
  if (isReference(value)) return nameOf(schema, store, value.table, value.id);
  if (column.options) return labelOf(column, value);
  switch (column.type) {
    case 'money':
      return money(store, row, String(value));
    case 'integer':
      return Number(value).toLocaleString('en-US');
    case 'date':
      return new Date(String(value)).toLocaleDateString('en-US', { timeZone: 'UTC' });
    case 'datetime':
      return new Date(String(value)).toLocaleString('en-US', {
        timeZone: 'UTC',
        dateStyle: 'short',
        timeStyle: 'short',
      });
    case 'guid':
    case 'string':
    case 'memo':
    case 'decimal':
    case 'bigint':
    case 'boolean':
    case 'choice':
    case 'state':
    case 'status':
    case 'lookup':
      return null;
  }
}

function labelOf({ options }: Column, value: Value): string | null {
  const wanted = typeof value === 'boolean' ? Number(value) : value;
  return options?.find((option) => option.value === wanted)?.label ?? null;
}

/** The primary name of a row; `null` when it is gone. */
export function nameOf(schema: Schema, store: Store, table: string, id: string): string | null {
  const row = store.get(table, id);
  return row ? textOf(row, schema.tables.get(table)?.primaryName ?? '') || null : null;
}

function money(store: Store, row: Row, amount: string): string {
  const currency = referenceOf(row, 'transactioncurrencyid');
  const currencyRow = currency && store.get(currency.table, currency.id);
  const symbol = currencyRow ? textOf(currencyRow, 'currencysymbol') : '';
  const [whole = '0', fraction = ''] = amount.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  return `${sign}${symbol}${BigInt(whole.replace('-', '')).toLocaleString('en-US')}.${fraction.padEnd(2, '0')}`;
}
