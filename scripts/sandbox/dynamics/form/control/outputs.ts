import type { FormColumn } from '../boot.ts';
import type { CellValue, Values } from '../data/values.ts';
import { isLookup } from '../data/values.ts';
import type { Host } from './types.ts';

const NUMBERS: readonly FormColumn['type'][] = ['money', 'decimal', 'integer', 'bigint', 'choice', 'state', 'status'];

/**
 * What the control hands back, by column. The platform takes bound properties only and drops what does not fit their type; here that
 * is an error, because it is a mistake of the control.
 * @throws Error naming the property
 */
export function outputChanges(
  { boot, control, binding }: Pick<Host, 'boot' | 'control' | 'binding'>,
  outputs: Readonly<Record<string, unknown>>,
): Values {
  const changes: Record<string, CellValue> = {};
  for (const [name, value] of Object.entries(outputs)) {
    const property = control.properties.find((item) => item.name === name);
    if (property?.usage !== 'bound') throw new Error(`getOutputs() has ${name}, which the manifest does not bind.`);
    const bound = binding.parameters[name];
    if (bound === undefined || !('column' in bound)) continue;
    const column = boot.table.columns[bound.column];
    if (column) changes[column.name] = toCell(name, column, value);
  }
  return changes;
}

function toCell(name: string, column: FormColumn, value: unknown): CellValue {
  if (value === undefined || value === null || value === '') return null;
  if (column.type === 'boolean' && typeof value === 'boolean') return value;
  if (NUMBERS.includes(column.type) && typeof value === 'number') return value;
  if ((column.type === 'string' || column.type === 'memo') && typeof value === 'string') return value;
  if (column.type === 'date' && value instanceof Date) return value.toISOString().slice(0, 10);
  if (column.type === 'datetime' && value instanceof Date) return value.toISOString();
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  if (column.type === 'lookup' && isLookup(first as CellValue)) return first as CellValue;
  throw new Error(`getOutputs() has a ${typeof value} for ${name}, whose column ${column.name} is a ${column.type}.`);
}
