import { SalesforceError, jsonParserError } from '../errors.ts';
import type { Org } from '../org.ts';
import { createRecord, deleteRecord, findRow, updateRecord } from '../records/write.ts';
import type { ObjectDefinition } from '../schema/types.ts';
import { type JsonObject, isJsonObject, objectOfRecord, requireJsonObject, requireSObject } from './body.ts';
import { recordBody, upsertRecord } from './sobjects.ts';
import type { RestContext, RestRequest, RestResponse, Route } from './types.ts';

const MOST_WRITES = 200;
const MOST_READS = 2000;
const MOST_CHUNKS = 10;

/** sObject collections. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm */
export const COLLECTION_ROUTES: readonly Route[] = [
  { method: 'POST', path: ['composite', 'sobjects'], handler: createMany },
  { method: 'PATCH', path: ['composite', 'sobjects'], handler: updateMany },
  { method: 'DELETE', path: ['composite', 'sobjects'], handler: deleteMany },
  { method: 'GET', path: ['composite', 'sobjects', null], handler: readMany },
  { method: 'POST', path: ['composite', 'sobjects', null], handler: readMany },
  { method: 'PATCH', path: ['composite', 'sobjects', null, null], handler: upsertMany },
];

interface RecordResult {
  readonly id?: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors: readonly object[];
}

function createMany({ body }: RestRequest, { org, session }: RestContext): RestResponse {
  const { records, allOrNone } = recordsOf(body);
  return writeEach(org, records, allOrNone, (record) => ({
    id: createRecord(org, session.user, objectOfRecord(org, session.user, record), record),
  }));
}

function updateMany({ body }: RestRequest, { org, session }: RestContext): RestResponse {
  const { records, allOrNone } = recordsOf(body);
  return writeEach(org, records, allOrNone, (record) => {
    const object = objectOfRecord(org, session.user, record);
    const { id: lower, Id: upper = lower, ...changes } = record;
    if (typeof upper !== 'string') throw new SalesforceError('MISSING_ARGUMENT', 'Id not specified in an update call');
    const { Id } = findInCollection(() => findRow(org, session.user, object, upper));
    updateRecord(org, session.user, object, Id, changes);
    return { id: Id };
  });
}

function upsertMany({ path, body }: RestRequest, { org, session }: RestContext): RestResponse {
  const object = requireSObject(org, session.user, path[2] ?? '');
  const fieldName = path[3] ?? '';
  const { records, allOrNone } = recordsOf(body);
  return writeEach(org, records, allOrNone, (record) => {
    const { [fieldName]: value, ...changes } = record;
    if (typeof value !== 'string' || value === '') {
      throw new SalesforceError('MISSING_ARGUMENT', `${fieldName} not specified`, [fieldName]);
    }
    const { id, isNew } = upsertRecord(org, session.user, object, fieldName, value, changes);
    return { id, created: isNew };
  });
}

function deleteMany({ query }: RestRequest, { org, session }: RestContext): RestResponse {
  const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
  checkCount(ids.length, MOST_WRITES);
  return writeEach(org, ids, query.get('allOrNone') === 'true', (id) => {
    const object = objectByPrefix(org, id);
    const { Id } = findInCollection(() => findRow(org, session.user, object, id));
    deleteRecord(org, session.user, object, Id);
    return { id: Id };
  });
}

function readMany({ path, query, body }: RestRequest, { org, session }: RestContext): RestResponse {
  const object = requireSObject(org, session.user, path[2] ?? '');
  const asked = isJsonObject(body)
    ? body
    : { ids: query.get('ids')?.split(','), fields: query.get('fields')?.split(',') };
  const ids = textsOf(asked.ids);
  const fields = textsOf(asked.fields);
  checkCount(ids.length, MOST_READS);
  if (fields.length === 0) throw new SalesforceError('MISSING_ARGUMENT', 'fields parameter is missing');
  const records = ids.map((id) => {
    try {
      return recordBody(
        session.user,
        object,
        findRow(org, session.user, object, id),
        session.version,
        fields.join(','),
      );
    } catch (error) {
      if (error instanceof SalesforceError && error.errorCode !== 'INVALID_FIELD') return null;
      throw error;
    }
  });
  return { status: 200, body: records };
}

/** Each record in a transaction of its own; with `allOrNone` in one, undone when any fails. */
function writeEach<Input>(
  org: Org,
  inputs: readonly Input[],
  allOrNone: boolean,
  write: (input: Input) => { readonly id: string; readonly created?: boolean },
): RestResponse {
  const results: RecordResult[] = [];
  const writeAll = (): void => {
    for (const input of inputs) results.push(attempt(() => org.store.transaction(() => write(input))));
    if (allOrNone && results.some(({ success }) => !success)) throw new RolledBack();
  };
  try {
    org.store.transaction(writeAll);
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return { status: 200, body: results.map((result) => (result.success ? ROLLED_BACK : result)) };
  }
  return { status: 200, body: results };
}

class RolledBack extends Error {}

const ROLLED_BACK: RecordResult = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
};

function attempt(work: () => { readonly id: string; readonly created?: boolean }): RecordResult {
  try {
    return { ...work(), success: true, errors: [] };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { success: false, errors: [{ statusCode: error.errorCode, message: error.message, fields: error.fields }] };
  }
}

/** In a collection, an id that leads nowhere is a wrong reference, not a missing resource. */
function findInCollection<Found>(find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof SalesforceError) || error.errorCode !== 'NOT_FOUND') throw error;
    throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }
}

function objectByPrefix(org: Org, id: string): ObjectDefinition {
  const object = [...org.schema.objects.values()].find(({ keyPrefix }) => id.startsWith(keyPrefix));
  if (!object) throw new SalesforceError('MALFORMED_ID', `bad id ${id}`);
  return object;
}

function recordsOf(body: unknown): { readonly records: readonly JsonObject[]; readonly allOrNone: boolean } {
  const { records, allOrNone } = requireJsonObject(body);
  if (!Array.isArray(records) || !records.every(isJsonObject))
    throw jsonParserError('records must be a list of records');
  if (allOrNone !== undefined && typeof allOrNone !== 'boolean') throw jsonParserError('allOrNone must be a boolean');
  checkCount(records.length, MOST_WRITES);
  checkChunks(records);
  return { records, allOrNone: allOrNone ?? false };
}

function checkCount(count: number, most: number): void {
  if (count <= most) return;
  throw new SalesforceError(
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${most} records in this request`,
  );
}

/** Records of one kind that follow each other are one chunk. */
function checkChunks(records: readonly JsonObject[]): void {
  const types = records.map(({ attributes }) => (isJsonObject(attributes) ? attributes.type : undefined));
  const chunks = types.filter((type, index) => index === 0 || type !== types[index - 1]).length;
  if (chunks <= MOST_CHUNKS) return;
  throw new SalesforceError(
    'LIMIT_EXCEEDED',
    `Cannot have more than ${MOST_CHUNKS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
  );
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').map((item) => item.trim()) : [];
}
