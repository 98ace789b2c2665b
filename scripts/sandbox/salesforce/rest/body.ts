import { SalesforceError, jsonParserError } from '../errors.ts';
import { canSee, type Org, type OrgUser } from '../org.ts';
import { objectOf } from '../schema/lookup.ts';
import type { ObjectDefinition } from '../schema/types.ts';
import { notFound } from '../errors.ts';
import { findRow } from '../records/write.ts';
import type { Row } from '../store/store.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws SalesforceError JSON_PARSER_ERROR */
export function requireJsonObject(value: unknown): JsonObject {
  if (isJsonObject(value)) return value;
  throw jsonParserError('The HTTP entity body is required, but this request has no entity body.');
}

/** @throws SalesforceError NOT_FOUND when there is no such object, or the user may not see it */
export function requireSObject(org: Org, user: OrgUser, name: string): ObjectDefinition {
  const object = objectOf(org.schema, name);
  if (object && user.permissions.object(object).read) return object;
  throw notFound();
}

/** The object named in a record's `attributes.type`. @throws SalesforceError INVALID_TYPE */
export function objectOfRecord(org: Org, user: OrgUser, record: JsonObject): ObjectDefinition {
  const { attributes } = record;
  const type = isJsonObject(attributes) && typeof attributes.type === 'string' ? attributes.type : '';
  const object = objectOf(org.schema, type);
  if (object && user.permissions.object(object).read) return object;
  throw new SalesforceError('INVALID_TYPE', `sObject type '${type}' is not supported.`);
}

/** The row with an external id. @throws SalesforceError NOT_FOUND, INVALID_FIELD */
export function findByExternalId(
  org: Org,
  user: OrgUser,
  object: ObjectDefinition,
  fieldName: string,
  value: string,
): Row | null {
  const field = object.fields.get(fieldName.toLowerCase());
  if (!field || (!field.externalId && field.name !== 'Id') || !user.permissions.field(object, field).read) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${fieldName}`);
  }
  if (field.name === 'Id') return findRow(org, user, object, value);
  const [row] = org.store.find(object, field.name, value);
  return row && canSee(org, user, object, row) ? row : null;
}
