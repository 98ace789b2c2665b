import { CODES, DataverseError, payloadError } from '../errors.ts';
import type { Environment } from '../environment.ts';
import type { Table } from '../schema/index.ts';
import { etagOf } from '../store/etag.ts';
import type { Row } from '../store/values.ts';
import { type RowAddress, findRow } from '../write/address.ts';
import { createRow } from '../write/create.ts';
import { deleteRow } from '../write/delete.ts';
import { readPayload } from '../write/payload.ts';
import { checkVersion, updateRow } from '../write/update.ts';
import { readPreferences } from './preferences.ts';
import { appliedHeader, existingRow, representation } from './read.ts';
import { inSession } from './session.ts';
import type { ApiContext, ApiRequest, ApiResponse } from './types.ts';

/** `POST opportunities` */
export function create(environment: Environment, context: ApiContext, request: ApiRequest, table: Table): ApiResponse {
  return inSession(environment, context, request, (session) => {
    const values = readPayload(session.schema, session.store, table, request.body, 'create');
    return written(environment, context, request, table, createRow(session, table, values), true);
  });
}

/**
 * `PATCH opportunities(…)`: an upsert. `If-Match: *` never creates, `If-None-Match: *` never updates, `If-Match: <etag>` updates this
 * version only (learn.microsoft.com power-apps/developer/data-platform/webapi/perform-conditional-operations-using-web-api).
 */
export function upsert(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  address: RowAddress,
): ApiResponse {
  const { table } = address;
  const ifMatch = request.headers['if-match'];
  const row = ifMatch === undefined ? findRow(environment.store, address) : existingRow(environment, address);
  return inSession(environment, context, request, (session) => {
    if (!row) {
      const values = readPayload(session.schema, session.store, table, request.body, 'create');
      const key = address.id === null ? address.key : { [table.primaryId]: address.id };
      return written(environment, context, request, table, createRow(session, table, { ...values, ...key }), true);
    }
    if (request.headers['if-none-match'] === '*') {
      throw new DataverseError(412, CODES.duplicateId, 'A record with matching key values already exists.');
    }
    checkVersion(row, ifMatch);
    const values = readPayload(session.schema, session.store, table, request.body, 'update');
    return written(environment, context, request, table, updateRow(session, table, row, values), false);
  });
}

/** `PUT opportunities(…)/name` with `{"value": …}`. */
export function writeProperty(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  address: RowAddress,
  name: string,
): ApiResponse {
  const { body } = request;
  if (typeof body !== 'object' || body === null || !('value' in body))
    throw payloadError(address.table.entitySet, 'The body must be {"value": …}.');
  return upsert(
    environment,
    context,
    { ...request, headers: { ...request.headers, 'if-match': '*' }, body: { [name]: body.value } },
    address,
  );
}

/** `DELETE opportunities(…)`, or of one property of it. */
export function remove(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  address: RowAddress,
  property: string | null,
): ApiResponse {
  if (property !== null)
    return writeProperty(environment, context, { ...request, body: { value: null } }, address, property);
  return inSession(environment, context, request, (session) => {
    const row = existingRow(environment, address);
    checkVersion(row, request.headers['if-match']);
    deleteRow(session, address.table, row);
    return { status: 204, headers: {} };
  });
}

function written(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  row: Row,
  created: boolean,
): ApiResponse {
  const url = `${context.base}/${table.entitySet}(${row.id})`;
  const preferences = readPreferences(request.headers.prefer);
  const headers = { 'odata-entityid': url, ...(created && { location: url }) };
  if (!preferences.representation) return { status: 204, headers };
  return {
    status: created ? 201 : 200,
    headers: { ...headers, ...appliedHeader(preferences.applied), etag: etagOf(row) },
    body: representation(environment, context, request, table, row),
  };
}
