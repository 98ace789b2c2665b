import type { Table } from '../schema/index.ts';
import { type Row, type Value, type Values, isReference } from '../store/values.ts';

/** `[{key, value}]`, as .NET's data contract serialiser writes dictionaries. */
export interface KeyValue {
  readonly key: string;
  readonly value: unknown;
}

const CONTRACTS = 'http://schemas.microsoft.com/xrm/2011/Contracts';

/** A row, or a part of it, as the SDK's `Entity`. */
export function entityOf(table: Table, id: string, values: Values): Record<string, unknown> {
  return {
    __type: `Entity:${CONTRACTS}`,
    Attributes: Object.entries(values)
      .filter(([name]) => table.columns.has(name))
      .map(([name, value]): KeyValue => ({ key: name, value: attributeValue(table, name, value) })),
    EntityState: null,
    FormattedValues: [],
    Id: id,
    KeyAttributes: [],
    LogicalName: table.name,
    RelatedEntities: [],
    RowVersion: null,
  };
}

export function referenceTo(table: string, id: string): Record<string, unknown> {
  return {
    __type: `EntityReference:${CONTRACTS}`,
    Id: id,
    KeyAttributes: [],
    LogicalName: table,
    Name: null,
    RowVersion: null,
  };
}

function attributeValue(table: Table, name: string, value: Value): unknown {
  if (value === null) return null;
  if (isReference(value)) return referenceTo(value.table, value.id);
  const type = table.columns.get(name)?.type;
  if (type === 'choice' || type === 'state' || type === 'status')
    return { __type: `OptionSetValue:${CONTRACTS}`, Value: value };
  if (type === 'money') return { __type: `Money:${CONTRACTS}`, Value: Number(value) };
  if (type === 'decimal') return Number(value);
  if (type === 'date' || type === 'datetime') return jsonDate(new Date(String(value)));
  return value;
}

/** The given columns of a row; `null` ones are left out, as in images. */
export function imageValues(row: Row, columns: readonly string[]): Values {
  return Object.fromEntries(
    columns.map((name) => [name, row.values[name] ?? null] as const).filter(([, value]) => value !== null),
  );
}

/** `/Date(ms)/`; serialised JSON escapes the slashes. */
export function jsonDate(time: Date): string {
  return `/Date(${time.getTime()})/`;
}
