import type { FormColumn, FormTable, TableName } from '../boot.ts';
import { type CellValue, type Values, isLookup } from './values.ts';

/** A row in the Web API's JSON, with annotations. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** A row as the form shows it. */
export interface FormRow {
  readonly values: Values;
  /** As the server formats them. */
  readonly formatted: Readonly<Record<string, string>>;
}

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const TABLE = '@Microsoft.Dynamics.CRM.lookuplogicalname';

export function readRow(table: FormTable, json: JsonRow): FormRow {
  const values: Record<string, CellValue> = {};
  const formatted: Record<string, string> = {};
  for (const column of Object.values(table.columns)) {
    const name = column.type === 'lookup' ? `_${column.name}_value` : column.name;
    const shown = text(json[name + FORMATTED]);
    if (shown !== '') formatted[column.name] = shown;
    values[column.name] = column.type === 'lookup' ? readLookup(json, name, shown) : primitive(json[name]);
  }
  return { values, formatted };
}

function readLookup(json: JsonRow, name: string, shown: string): CellValue {
  const id = text(json[name]);
  return id === '' ? null : { id, name: shown, entityType: text(json[name + TABLE]) };
}

/** What a save sends: lookups by their navigation property, everything else by its column. */
export function toPayload(
  table: FormTable,
  tables: Readonly<Record<string, TableName>>,
  changes: Values,
): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(changes)) {
    const column = table.columns[name];
    if (column?.type !== 'lookup') payload[name] = value;
    else payload[`${navigationOf(column, value)}@odata.bind`] = isLookup(value) ? address(tables, value) : null;
  }
  return payload;
}

/** A lookup on several tables has one navigation property for each; emptying any of them empties the lookup. */
function navigationOf({ name, targets = {} }: FormColumn, value: CellValue): string {
  return (isLookup(value) ? targets[value.entityType] : Object.values(targets)[0]) ?? name;
}

function address(
  tables: Readonly<Record<string, TableName>>,
  { id, entityType }: { id: string; entityType: string },
): string {
  return `/${tables[entityType]?.entitySet ?? entityType}(${id})`;
}

function primitive(value: unknown): CellValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
