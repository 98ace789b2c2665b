import { CODES, DataverseError, notFound, unknownProperty } from '../errors.ts';
import type { Environment } from '../environment.ts';
import { LARGEST_PAGE, listRows, readCookie, writeCookie } from '../query/list.ts';
import { readOptions, resolveAliases } from '../query/options.ts';
import { type ReadScope, compileShape } from '../query/shape.ts';
import type { Table } from '../schema/index.ts';
import { requireAccess } from '../security/principal.ts';
import { etagOf } from '../store/etag.ts';
import type { Row } from '../store/values.ts';
import { type RowAddress, findRow } from '../write/address.ts';
import { readPreferences } from './preferences.ts';
import type { ApiContext, ApiRequest, ApiResponse } from './types.ts';

/** `GET opportunities?…` */
export function readList(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  table: Table,
): ApiResponse {
  const preferences = readPreferences(request.headers.prefer);
  const options = readOptions(resolveAliases(request.query));
  const size = preferences.pageSize ?? LARGEST_PAGE;
  const skip = readCookie(request.query.get('$skiptoken') ?? undefined);
  const page = listRows(readScope(environment, context, preferences.annotations), table, options, { skip, size });
  return {
    status: 200,
    headers: appliedHeader(preferences.applied),
    body: {
      '@odata.context': `${context.base}/$metadata#${table.entitySet}${options.select ? `(${options.select.join(',')})` : ''}`,
      ...(options.count && { '@odata.count': Math.min(page.total, LARGEST_PAGE) }),
      value: page.rows,
      ...(page.next !== null && { '@odata.nextLink': nextLink(context, request, writeCookie(page.next, size)) }),
    },
  };
}

function nextLink({ base }: ApiContext, { path, query }: ApiRequest, cookie: string): string {
  const next = [...query]
    .filter(([name]) => name !== '$skiptoken')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${base}/${path}?${[...next, `$skiptoken=${encodeURIComponent(cookie)}`].join('&')}`;
}

/** `GET opportunities(…)`, by id or alternate key. */
export function readOne(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  address: RowAddress,
): ApiResponse {
  const preferences = readPreferences(request.headers.prefer);
  const options = readOptions(resolveAliases(request.query));
  const row = existingRow(environment, address);
  requireAccess(context.who, address.table, row, 'Read');
  if (request.headers['if-none-match'] === etagOf(row)) return { status: 304, headers: {} };
  const shape = compileShape(readScope(environment, context, preferences.annotations), address.table, options);
  const head = `${context.base}/$metadata#${address.table.entitySet}${options.select ? `(${options.select.join(',')})` : ''}/$entity`;
  return {
    status: 200,
    headers: { ...appliedHeader(preferences.applied), etag: etagOf(row) },
    body: { '@odata.context': head, ...shape(row) },
  };
}

/** `GET opportunities(…)/name` */
export function readProperty(
  environment: Environment,
  context: ApiContext,
  address: RowAddress,
  name: string,
): ApiResponse {
  const row = existingRow(environment, address);
  requireAccess(context.who, address.table, row, 'Read');
  if (!address.table.columns.has(name)) throw unknownProperty(name, address.table.name);
  const shape = compileShape(
    readScope(environment, context, false),
    address.table,
    readOptions(new Map([['$select', name]])),
  );
  const value = shape(row)[name] ?? null;
  if (value === null) return { status: 204, headers: {} };
  return {
    status: 200,
    headers: {},
    body: { '@odata.context': `${context.base}/$metadata#${address.table.entitySet}(${row.id})/${name}`, value },
  };
}

/** What a write answers with `Prefer: return=representation`. */
export function representation(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  row: Row,
): unknown {
  const { annotations } = readPreferences(request.headers.prefer);
  const shape = compileShape(
    readScope(environment, context, annotations),
    table,
    readOptions(resolveAliases(request.query)),
  );
  return { '@odata.context': `${context.base}/$metadata#${table.entitySet}/$entity`, ...shape(row) };
}

/** @throws DataverseError (404) in the words for an id or for a key. */
export function existingRow({ store }: Environment, address: RowAddress): Row {
  const row = findRow(store, address);
  if (row) return row;
  if (address.id !== null) throw notFound(address.table.name, address.id);
  throw new DataverseError(
    404,
    CODES.keyNotFound,
    `A record with the specified key values does not exist in ${address.table.name} entity`,
  );
}

function readScope({ schema, store, now }: Environment, { who }: ApiContext, annotations: boolean): ReadScope {
  return { schema, store, who, now: now(), annotations };
}

export function appliedHeader(applied: string | null): Record<string, string> {
  return applied === null ? {} : { 'preference-applied': applied };
}
