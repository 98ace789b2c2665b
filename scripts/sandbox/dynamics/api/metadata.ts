import { queryError } from '../errors.ts';
import type { Environment } from '../environment.ts';
import type { Column, ColumnType, Schema, Table } from '../schema/index.ts';
import { unknownSegment } from './functions.ts';
import type { ApiContext, ApiRequest, ApiResponse } from './types.ts';

/** Dataverse's AttributeType of each of our column types. */
const ATTRIBUTE_TYPES: Readonly<Record<ColumnType, string>> = {
  guid: 'Uniqueidentifier',
  string: 'String',
  memo: 'Memo',
  money: 'Money',
  decimal: 'Decimal',
  integer: 'Integer',
  bigint: 'BigInt',
  boolean: 'Boolean',
  choice: 'Picklist',
  state: 'State',
  status: 'Status',
  date: 'DateTime',
  datetime: 'DateTime',
  lookup: 'Lookup',
};

/**
 * The part of the metadata API that a connection check needs: `EntityDefinitions(LogicalName='…')`, with `/Attributes`, one attribute
 * or `/Keys`, with `$select`.
 * @throws DataverseError (404) for an unknown table, column or address.
 */
export function readMetadata(
  { schema }: Environment,
  context: ApiContext,
  request: ApiRequest,
  segments: readonly string[],
): ApiResponse {
  const select =
    request.query
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()) ?? null;
  const [definition = '', part, ...rest] = segments;
  if (definition === 'EntityDefinitions')
    return list(context, 'EntityDefinitions', [...schema.tables.values()].map(describeTable), select);
  const table = tableOf(schema, definition);
  if (part === undefined) return one(context, 'EntityDefinitions', describeTable(table), select);
  if (rest.length > 0) throw unknownSegment(rest.join('/'));
  if (part === 'Keys') {
    const keys = table.keys.map(({ name, columns }) => ({
      LogicalName: name,
      KeyAttributes: columns,
      EntityKeyIndexStatus: 'Active',
    }));
    return list(context, `${definition}/Keys`, keys, select);
  }
  if (part === 'Attributes')
    return list(context, `${definition}/Attributes`, [...table.columns.values()].map(describeColumn), select);
  if (part === 'ManyToOneRelationships') return list(context, `${definition}/${part}`, manyToOne(table), select);
  const name = /^Attributes\(LogicalName='(\w+)'\)$/.exec(part)?.[1];
  const column = table.columns.get(name ?? '');
  if (!column) throw unknownSegment(part);
  return one(context, `${definition}/Attributes`, describeColumn(column), select);
}

function tableOf(schema: Schema, definition: string): Table {
  const name = /^EntityDefinitions\(LogicalName='(\w+)'\)$/.exec(definition)?.[1];
  const table = schema.tables.get(name ?? '');
  if (!table) throw unknownSegment(definition);
  return table;
}

function describeTable(table: Table): Record<string, unknown> {
  return {
    LogicalName: table.name,
    EntitySetName: table.entitySet,
    PrimaryIdAttribute: table.primaryId,
    PrimaryNameAttribute: table.primaryName,
    ObjectTypeCode: table.typeCode,
    OwnershipType: table.owned ? 'UserOwned' : 'OrganizationOwned',
    DisplayName: label(table.label),
  };
}

function describeColumn(column: Column): Record<string, unknown> {
  return {
    LogicalName: column.name,
    AttributeType: ATTRIBUTE_TYPES[column.type],
    DisplayName: label(column.label),
    RequiredLevel: { Value: column.required ? 'ApplicationRequired' : 'None' },
    IsValidForCreate: column.creatable,
    IsValidForRead: column.writeOnly !== true,
    IsValidForUpdate: column.updatable,
    IsSecured: column.secured,
    ...(column.maxLength !== undefined && { MaxLength: column.maxLength }),
    ...(column.targets && { Targets: Object.keys(column.targets) }),
  };
}

function manyToOne(table: Table): Record<string, unknown>[] {
  return [...table.columns.values()].flatMap((column) =>
    Object.entries(column.targets ?? {}).map(([target, navigation]) => ({
      SchemaName: `${target}_${table.name}_${column.name}`,
      ReferencedEntity: target,
      ReferencedAttribute: `${target}id`,
      ReferencingEntity: table.name,
      ReferencingAttribute: column.name,
      ReferencingEntityNavigationPropertyName: navigation,
    })),
  );
}

function label(text: string): unknown {
  const localized = { Label: text, LanguageCode: 1033 };
  return { LocalizedLabels: [localized], UserLocalizedLabel: localized };
}

function pick(description: Record<string, unknown>, select: readonly string[] | null): Record<string, unknown> {
  if (select === null) return description;
  return Object.fromEntries(select.map((name) => [name, description[name] ?? null]));
}

function list(
  { base }: ApiContext,
  path: string,
  items: readonly Record<string, unknown>[],
  select: readonly string[] | null,
): ApiResponse {
  if (select?.includes('')) throw queryError('Empty name in $select.');
  return {
    status: 200,
    headers: {},
    body: { '@odata.context': `${base}/$metadata#${path}`, value: items.map((item) => pick(item, select)) },
  };
}

function one(
  { base }: ApiContext,
  path: string,
  item: Record<string, unknown>,
  select: readonly string[] | null,
): ApiResponse {
  return {
    status: 200,
    headers: {},
    body: { '@odata.context': `${base}/$metadata#${path}/$entity`, ...pick(item, select) },
  };
}
