import type { FormBoot, FormColumn } from '../boot.ts';
import type { RecordSession } from '../record/session.ts';
import { type CellValue, isLookup, sameValue } from './values.ts';

/** A value as people read it: the server's text, or ours while the value has not been saved. */
export function formatCell(boot: FormBoot, column: FormColumn, value: CellValue, session: RecordSession): string {
  const { row } = session.state();
  const known = row && sameValue(row.values[column.name], value) ? row.formatted[column.name] : undefined;
  return known ?? formatValue(boot, column, value);
}

export function formatValue({ settings }: FormBoot, column: FormColumn, value: CellValue): string {
  if (value === null) return '';
  if (isLookup(value)) return value.name;
  const option = column.options?.find((item) => item.value === Number(value));
  if (option) return option.label;
  switch (column.type) {
    case 'date':
      return new Date(`${String(value)}T00:00:00Z`).toLocaleDateString(settings.locale, { timeZone: 'UTC' });
    case 'datetime':
      return new Date(String(value)).toLocaleString(settings.locale, { dateStyle: 'short', timeStyle: 'short' });
    case 'money':
    case 'decimal':
      return Number(value).toLocaleString(settings.locale, { minimumFractionDigits: column.precision ?? 2 });
    case 'integer':
      return Number(value).toLocaleString(settings.locale);
    case 'guid':
    case 'string':
    case 'memo':
    case 'bigint':
    case 'boolean':
    case 'choice':
    case 'state':
    case 'status':
    case 'lookup':
      return String(value);
  }
}
