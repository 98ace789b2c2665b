import { queryError, unknownProperty } from '../errors.ts';
import type { Column, Table } from '../schema/index.ts';
import { type Principal, may, mayReadColumn } from '../security/principal.ts';
import { etagOf } from '../store/etag.ts';
import { type Row, type Value, isReference, referenceOf } from '../store/values.ts';
import { findNavigation } from '../write/payload.ts';
import { formatted } from './format.ts';
import { compileFilter } from './filter.ts';
import type { ExpandItem, QueryOptions } from './options.ts';
import { collectionRows } from './collection.ts';
import { sorted } from './order.ts';
import type { QueryScope } from './property.ts';

export interface ReadScope extends QueryScope {
  readonly who: Principal;
  readonly now: Date;
  /** `Prefer: odata.include-annotations`. */
  readonly annotations: boolean;
}

export type JsonRow = Record<string, unknown>;
type Shaper = (row: Row) => JsonRow;

/** Dataverse allows this many `$expand` in a query. */
const MOST_EXPANDS = 15;

/**
 * Turns rows into the JSON of the Web API. All names are checked here, once, before any row is read.
 * @throws DataverseError (400) for unknown columns and navigation properties.
 */
export function compileShape(scope: ReadScope, table: Table, options: QueryOptions): Shaper {
  if (options.expand.length > MOST_EXPANDS) {
    throw queryError(`The number of $expand options (${options.expand.length}) is above the limit of ${MOST_EXPANDS}.`);
  }
  const columns = selectedColumns(table, options.select);
  const expansions = options.expand.map((item) => compileExpand(scope, table, item));
  return (row) => {
    const json: JsonRow = { '@odata.etag': etagOf(row) };
    for (const column of columns) writeColumn(scope, table, row, column, json);
    for (const expand of expansions) expand(row, json);
    return json;
  };
}

function selectedColumns(table: Table, select: readonly string[] | null): Column[] {
  const readable = [...table.columns.values()].filter((column) => column.writeOnly !== true);
  if (select === null || select.length === 0) return readable;
  const chosen = select.map((name) => {
    const lookup = /^_(.+)_value$/.exec(name)?.[1];
    const column = readable.find((item) => item.name === (lookup ?? name));
    const navigation = lookup === undefined && column?.type === 'lookup' && findNavigation(table, name) !== null;
    if (!column || ((column.type === 'lookup') !== (lookup !== undefined) && !navigation))
      throw unknownProperty(name, table.name);
    return column;
  });
  return readable.filter((column) => column.name === table.primaryId || chosen.includes(column));
}

function writeColumn(
  { schema, store, who, annotations }: ReadScope,
  table: Table,
  row: Row,
  column: Column,
  json: JsonRow,
): void {
  const readable = mayReadColumn(who, table, column);
  const value = readable ? (row.values[column.name] ?? null) : null;
  const name = column.type === 'lookup' ? `_${column.name}_value` : column.name;
  if (annotations && value !== null) {
    const text = formatted(schema, store, row, column);
    if (text !== null) json[`${name}@OData.Community.Display.V1.FormattedValue`] = text;
    if (isReference(value)) {
      json[`${name}@Microsoft.Dynamics.CRM.associatednavigationproperty`] = column.targets?.[value.table];
      json[`${name}@Microsoft.Dynamics.CRM.lookuplogicalname`] = value.table;
    }
  }
  json[name] = toJson(column, value);
}

function toJson(column: Column, value: Value): string | number | boolean | null {
  if (isReference(value)) return value.id;
  if (value !== null && (column.type === 'money' || column.type === 'decimal')) return Number(value);
  return value;
}

function compileExpand(
  scope: ReadScope,
  table: Table,
  { navigation, options }: ExpandItem,
): (row: Row, json: JsonRow) => void {
  const single = findNavigation(table, navigation);
  if (single) {
    const shapes = new Map(
      single.targets.map((name) => [
        name,
        compileShape(scope, tableNamed(scope, name), principalOptions(single.targets, options)),
      ]),
    );
    return (row, json) => {
      const reference = referenceOf(row, single.column.name);
      const target = reference && scope.store.get(reference.table, reference.id);
      const visible = target && may(scope.who, tableNamed(scope, target.table), target, 'Read');
      json[navigation] = visible ? (shapes.get(target.table)?.(target) ?? null) : null;
    };
  }
  return compileCollection(scope, table, navigation, options);
}

/** `ownerid` leads to a principal, which has no columns of users or teams to select: those are behind `owninguser` and `owningteam`. */
function principalOptions(targets: readonly string[], options: QueryOptions): QueryOptions {
  if (targets.length === 1 || options.select === null) return options;
  const [unknown] = options.select.filter((name) => name !== 'ownerid');
  if (unknown !== undefined) throw unknownProperty(unknown, 'principal');
  return { ...options, select: null };
}

function compileCollection(
  scope: ReadScope,
  table: Table,
  navigation: string,
  options: QueryOptions,
): (row: Row, json: JsonRow) => void {
  const collection = table.collections.get(navigation);
  if (!collection) throw unknownProperty(navigation, table.name);
  const target = tableNamed(scope, collection.through?.table ?? collection.table);
  const shape = compileShape(scope, target, options);
  const keep = options.filter === null ? () => true : compileFilter(scope, target, options.filter, scope.now);
  const order = sorted(scope, target, options.orderBy);
  return (row, json) => {
    const rows = collectionRows(scope, collection, row).filter(
      (item) => may(scope.who, target, item, 'Read') && keep(item),
    );
    json[navigation] = order(rows)
      .slice(0, options.top ?? undefined)
      .map(shape);
  };
}

function tableNamed({ schema }: QueryScope, name: string): Table {
  const table = schema.tables.get(name);
  if (!table) throw queryError(`The table '${name}' is not in this environment.`);
  return table;
}
