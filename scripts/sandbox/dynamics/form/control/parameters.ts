import type { ControlProperty, FormColumn } from '../boot.ts';
import type { CellValue } from '../data/values.ts';
import { isLookup } from '../data/values.ts';
import { formatCell } from '../data/format.ts';
import { isEditable } from '../record/rules.ts';
import type { Host, Parameter } from './types.ts';

/** Dataverse's names of column types, as `attributes.Type` has them. */
const ATTRIBUTE_TYPES: Readonly<Record<FormColumn['type'], string>> = {
  guid: 'uniqueidentifier',
  string: 'string',
  memo: 'memo',
  money: 'money',
  decimal: 'decimal',
  integer: 'integer',
  bigint: 'bigint',
  boolean: 'boolean',
  choice: 'picklist',
  state: 'state',
  status: 'status',
  date: 'datetime',
  datetime: 'datetime',
  lookup: 'lookup',
};

/** `context.parameters`: every property of the manifest with the value of its column at this moment. */
export function parametersOf(host: Host): Record<string, Parameter> {
  return Object.fromEntries(host.control.properties.map((property) => [property.name, parameterOf(host, property)]));
}

function parameterOf(host: Host, property: ControlProperty): Parameter {
  const bound = host.binding.parameters[property.name];
  const base = { type: property.ofType, error: false, errorMessage: '' };
  if (bound === undefined) return { ...base, raw: constant(property, property.defaultValue) };
  if ('value' in bound) return { ...base, raw: constant(property, bound.value) };
  const column = host.boot.table.columns[bound.column];
  if (column === undefined) throw new Error(`${property.name} is bound to ${bound.column}, which is not a column.`);
  const isNew = host.session.state().id === null;
  const value = column.security.read ? host.session.value(column.name) : null;
  return {
    ...base,
    raw: rawOf(column, value),
    ...(value !== null && { formatted: formatCell(host.boot, column, value, host.session) }),
    security: {
      readable: column.security.read,
      editable: isEditable(host.boot, column.name, isNew),
      secured: column.security.secured,
    },
    attributes: attributesOf(column),
  };
}

/** A constant of the form, or the manifest's default, in the property's type. */
function constant({ ofType }: ControlProperty, value: string | null): unknown {
  if (value === null) return null;
  if (ofType === 'TwoOptions') return value === 'true' || value === '1';
  return ofType.startsWith('Whole') || ofType === 'Decimal' || ofType === 'FP' ? Number(value) : value;
}

function rawOf(column: FormColumn, value: CellValue): unknown {
  if (column.type === 'lookup') return isLookup(value) ? [value] : [];
  if (column.type === 'boolean') return value === true;
  if ((column.type === 'datetime' || column.type === 'date') && typeof value === 'string') return new Date(value);
  return value;
}

function attributesOf(column: FormColumn): Record<string, unknown> {
  const options = column.options?.map(({ value, label }) => ({ Value: value, Label: label, Color: '' }));
  return {
    DisplayName: column.label,
    LogicalName: column.name,
    Description: '',
    Type: ATTRIBUTE_TYPES[column.type],
    RequiredLevel: column.required ? 2 : 0,
    IsSecured: column.security.secured,
    SourceType: 0,
    ...(column.maxLength !== undefined && { MaxLength: column.maxLength }),
    ...(options && { Options: options }),
    ...(column.type === 'boolean' && { DefaultValue: false }),
  };
}
