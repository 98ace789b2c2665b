import { SalesforceError, notFound } from '../errors.ts';
import type { Org, OrgUser } from '../org.ts';
import { createRecord, findRow, updateRecord } from '../records/write.ts';
import { isJsonObject, requireJsonObject, requireSObject } from '../rest/body.ts';
import type { RestContext, RestRequest, RestResponse, Route } from '../rest/types.ts';
import type { ObjectDefinition } from '../schema/types.ts';
import { normaliseId } from '../store/ids.ts';
import type { Row } from '../store/store.ts';
import { type FieldTree, addFields, emptyTree } from './field-tree.ts';
import { localeOf } from './locale.ts';
import { representation } from './representation.ts';
import { checkUnmodified, inRecordWords } from './save-errors.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_record.htm */
export const RECORD_ROUTES: readonly Route[] = [
  { method: 'GET', path: ['ui-api', 'records', null], handler: read },
  { method: 'PATCH', path: ['ui-api', 'records', null], handler: update },
  { method: 'POST', path: ['ui-api', 'records'], handler: create },
];

function read(request: RestRequest, { org, session: { user } }: RestContext): RestResponse {
  const { path, query } = request;
  const { object, row } = findRecord(org, user, path[2] ?? '');
  const [fields, optionalFields] = [listOf(query.get('fields')), listOf(query.get('optionalFields'))];
  if (fields.length + optionalFields.length === 0) {
    throw new SalesforceError('MISSING_ARGUMENT', 'Either fields, optionalFields, or layoutTypes must be specified.');
  }
  const tree = emptyTree(object);
  addFields(org, user, tree, fields, { optional: false });
  addFields(org, user, tree, optionalFields, { optional: true });
  return { status: 200, body: representation(org, user, row, tree, localeOf(request)) };
}

function update(request: RestRequest, { org, session: { user } }: RestContext): RestResponse {
  const { object, row } = findRecord(org, user, request.path[2] ?? '');
  const { headers } = request;
  // The documentation names one header, the Lightning Data Service sends the other.
  checkUnmodified(org, row, headers['if-modified-since'] ?? headers['if-unmodified-since']);
  const fields = fieldsOf(request.body);
  saving(object, 'update', () => updateRecord(org, user, object, row.Id, fields));
  return { status: 200, body: wholeRecord(request, org, user, object, row.Id) };
}

function create(request: RestRequest, { org, session: { user } }: RestContext): RestResponse {
  const { apiName } = requireJsonObject(request.body);
  if (typeof apiName !== 'string')
    throw new SalesforceError('MISSING_ARGUMENT', 'apiName is required to create a record.');
  const object = requireSObject(org, user, apiName);
  const fields = fieldsOf(request.body);
  const id = saving(object, 'create', () => createRecord(org, user, object, fields));
  return { status: 201, body: wholeRecord(request, org, user, object, id) };
}

/** After a write the answer has the fields of the person's layout: here, all that the person may read. */
function wholeRecord(request: RestRequest, org: Org, user: OrgUser, object: ObjectDefinition, id: string): object {
  const readable = [...object.fields.values()].filter(
    (field) => field.type !== 'address' && user.permissions.field(object, field).read,
  );
  const tree: FieldTree = { ...emptyTree(object), fields: new Map(readable.map((field) => [field.name, field])) };
  return representation(org, user, findRow(org, user, object, id), tree, localeOf(request));
}

/** @throws SalesforceError NOT_FOUND; INSUFFICIENT_ACCESS for what exists and is not for this person */
function findRecord(org: Org, user: OrgUser, recordId: string): { object: ObjectDefinition; row: Row } {
  const id = normaliseId(recordId);
  const object = [...org.schema.objects.values()].find(({ keyPrefix }) => id?.startsWith(keyPrefix));
  if (id === null) {
    throw new SalesforceError('ILLEGAL_QUERY_PARAMETER_VALUE', `Record ID ${recordId} is not a valid record ID.`);
  }
  if (!object || !org.store.get(object, id)) throw notFound();
  try {
    return { object, row: findRow(org, user, object, id) };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    const message = "You don't have access to this record. Ask your administrator for help or to request access.";
    throw new SalesforceError('INSUFFICIENT_ACCESS', message, [], 403);
  }
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  const { fields } = requireJsonObject(body);
  if (!isJsonObject(fields)) throw new SalesforceError('MISSING_ARGUMENT', 'fields is required.');
  // Clients send the id of the record that they update among its fields.
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'Id'));
}

function saving<Result>(object: ObjectDefinition, verb: 'update' | 'create', work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw inRecordWords(error, object, verb);
  }
}

const listOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
