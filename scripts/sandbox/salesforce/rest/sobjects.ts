import { notFound } from '../errors.ts';
import { type Org, type OrgUser } from '../org.ts';
import { createRecord, deleteRecord, findRow, updateRecord } from '../records/write.ts';
import { visibleField } from '../records/writable-fields.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import { attributesOf, jsonValue } from '../soql/project.ts';
import type { Row } from '../store/store.ts';
import { findByExternalId, requireJsonObject, requireSObject } from './body.ts';
import type { RestContext, RestRequest, RestResponse, Route } from './types.ts';

/** `/sobjects/{Type}` and below. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_basic_info.htm */
export const SOBJECT_ROUTES: readonly Route[] = [
  { method: 'POST', path: ['sobjects', null], handler: create },
  { method: 'GET', path: ['sobjects', null, null], handler: read },
  { method: 'PATCH', path: ['sobjects', null, null], handler: update },
  { method: 'DELETE', path: ['sobjects', null, null], handler: remove },
  { method: 'GET', path: ['sobjects', null, null, null], handler: readByExternalId },
  { method: 'PATCH', path: ['sobjects', null, null, null], handler: upsert },
  { method: 'DELETE', path: ['sobjects', null, null, null], handler: removeByExternalId },
];

function create({ path, body }: RestRequest, { org, session }: RestContext): RestResponse {
  const object = requireSObject(org, session.user, path[1] ?? '');
  const id = createRecord(org, session.user, object, requireJsonObject(body));
  return created(object, id, session.version, {});
}

function created(object: ObjectDefinition, id: string, version: string, more: object): RestResponse {
  return {
    status: 201,
    body: { id, success: true, errors: [], ...more },
    headers: { Location: attributesOf(object.name, id, version).url },
  };
}

function read({ path, query }: RestRequest, { org, session }: RestContext): RestResponse {
  const object = requireSObject(org, session.user, path[1] ?? '');
  const row = visibleRow(org, session.user, object, path[2] ?? '');
  return { status: 200, body: recordBody(session.user, object, row, session.version, query.get('fields')) };
}

/** Reading a deleted record answers NOT_FOUND, writing it ENTITY_IS_DELETED. */
function visibleRow(org: Org, user: OrgUser, object: ObjectDefinition, id: string): Row {
  try {
    return findRow(org, user, object, id);
  } catch {
    throw notFound();
  }
}

/** A record with all the fields that the user may see, or with those asked for. @throws SalesforceError INVALID_FIELD */
export function recordBody(
  user: OrgUser,
  object: ObjectDefinition,
  row: Row,
  version: string,
  wanted: string | null,
): object {
  const fields: readonly FieldDefinition[] =
    wanted === null
      ? [...object.fields.values()].filter((field) => user.permissions.field(object, field).read)
      : ['Id', ...wanted.split(',')].map((name) => visibleField(user, object, name.trim()));
  return {
    attributes: attributesOf(object.name, row.Id, version),
    ...Object.fromEntries(fields.map((field) => [field.name, jsonValue(object, row, { field, label: false })])),
  };
}

function update({ path, body }: RestRequest, { org, session }: RestContext): RestResponse {
  const object = requireSObject(org, session.user, path[1] ?? '');
  updateRecord(org, session.user, object, path[2] ?? '', requireJsonObject(body));
  return { status: 204 };
}

function remove({ path }: RestRequest, { org, session }: RestContext): RestResponse {
  const object = requireSObject(org, session.user, path[1] ?? '');
  deleteRecord(org, session.user, object, path[2] ?? '');
  return { status: 204 };
}

function readByExternalId({ path, query }: RestRequest, { org, session }: RestContext): RestResponse {
  const [, type = '', field = '', value = ''] = path;
  const object = requireSObject(org, session.user, type);
  const row = findByExternalId(org, session.user, object, field, value) ?? fail();
  return { status: 200, body: recordBody(session.user, object, row, session.version, query.get('fields')) };
}

function removeByExternalId({ path }: RestRequest, { org, session }: RestContext): RestResponse {
  const [, type = '', field = '', value = ''] = path;
  const object = requireSObject(org, session.user, type);
  deleteRecord(org, session.user, object, (findByExternalId(org, session.user, object, field, value) ?? fail()).Id);
  return { status: 204 };
}

function upsert({ path, body }: RestRequest, { org, session }: RestContext): RestResponse {
  const [, type = '', field = '', value = ''] = path;
  const object = requireSObject(org, session.user, type);
  const { id, isNew } = upsertRecord(org, session.user, object, field, value, requireJsonObject(body));
  if (isNew) return created(object, id, session.version, { created: true });
  return { status: 200, body: { id, success: true, errors: [], created: false } };
}

/** Updates the row with the external id, or makes one. @throws SalesforceError */
export function upsertRecord(
  org: Org,
  user: OrgUser,
  object: ObjectDefinition,
  field: string,
  value: string,
  body: Readonly<Record<string, unknown>>,
): { readonly id: string; readonly isNew: boolean } {
  const row = findByExternalId(org, user, object, field, value);
  if (!row) return { id: createRecord(org, user, object, { ...body, [field]: value }), isNew: true };
  updateRecord(org, user, object, row.Id, body);
  return { id: row.Id, isNew: false };
}

function fail(): never {
  throw notFound();
}
