import { CODES, DataverseError, notFound, payloadError } from '../errors.ts';
import type { Column, Schema, Table } from '../schema/index.ts';
import type { Store } from '../store/store.ts';
import type { Reference, Value } from '../store/values.ts';
import { findRow, parseRowAddress } from './address.ts';
import { toStored } from './value.ts';

const BIND = '@odata.bind';

/**
 * The JSON of a create or update as column values. Lookups are set by `{navigation}@odata.bind`; columns that the act may not
 * write (`createdon`, `modifiedby` …) are ignored, as the platform does; unknown names are refused.
 * @throws DataverseError (400) with the platform's words; 404 when a bound row doesn't exist.
 */
export function readPayload(
  schema: Schema,
  store: Store,
  table: Table,
  body: unknown,
  act: 'create' | 'update',
): Record<string, Value> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw payloadError(table.entitySet, 'The request message is not valid JSON, or it is not an object.');
  }
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(body)) {
    if (name.endsWith(BIND)) {
      const { column, reference } = readBind(schema, store, table, name.slice(0, -BIND.length), value);
      if (act === 'create' ? column.creatable : column.updatable) values[column.name] = reference;
    } else if (!name.includes('@')) {
      const column = table.columns.get(name);
      if (!column) throw unknownName(table, name);
      if (act === 'create' ? column.creatable : column.updatable) values[name] = toStored(table, column, value);
      else if (column.type === 'state' && value !== 0) throw noStateOnCreate(table, value);
    }
  }
  return values;
}

function unknownName(table: Table, name: string): DataverseError {
  const lookup = /^_(.+)_value$/.exec(name)?.[1];
  if (lookup !== undefined && table.columns.get(lookup)?.type === 'lookup') {
    return new DataverseError(
      400,
      CODES.notSupported,
      'CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.',
    );
  }
  return payloadError(
    table.entitySet,
    `The property '${name}' does not exist on type 'Microsoft.Dynamics.CRM.${table.name}'. Make sure to only use property names that are defined by the type.`,
  );
}

function noStateOnCreate(table: Table, value: unknown): DataverseError {
  return new DataverseError(
    400,
    CODES.invalidStatus,
    `A new ${table.name} can't have the state ${JSON.stringify(value)}: statecode is not valid for create.`,
  );
}

function readBind(
  schema: Schema,
  store: Store,
  table: Table,
  navigation: string,
  value: unknown,
): { column: Column; reference: Reference | null } {
  const found = findNavigation(table, navigation);
  if (!found) {
    throw payloadError(
      table.entitySet,
      `An undeclared property '${navigation}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.`,
    );
  }
  if (value === null) return { column: found.column, reference: null };
  if (typeof value !== 'string')
    throw payloadError(table.entitySet, `The value of '${navigation}${BIND}' must be the address of a row.`);
  const segment = decodeURIComponent(value).replace(/^.*\/(?=[^/]*\()/, '');
  const address = parseRowAddress(schema, segment);
  if (!found.targets.includes(address.table.name)) {
    throw payloadError(
      table.entitySet,
      `Invalid entity set '${address.table.entitySet}' for the navigation property '${navigation}': it takes ${found.targets.join(', ')}.`,
    );
  }
  const row = findRow(store, address);
  if (!row) throw notFound(address.table.name, address.id ?? segment);
  return { column: found.column, reference: { table: row.table, id: row.id } };
}

/** The lookup behind a single-valued navigation property, with the tables it points to. Names are case-sensitive. */
export function findNavigation(table: Table, navigation: string): { column: Column; targets: string[] } | null {
  for (const column of table.columns.values()) {
    const targets = Object.entries(column.targets ?? {})
      .filter(([, name]) => name === navigation)
      .map(([target]) => target);
    if (targets.length > 0) return { column, targets };
  }
  return null;
}
