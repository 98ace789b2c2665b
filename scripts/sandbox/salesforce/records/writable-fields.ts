import { SalesforceError } from '../errors.ts';
import type { OrgUser } from '../org.ts';
import { fieldOf } from '../schema/lookup.ts';
import type { FieldDefinition, FieldValue, ObjectDefinition } from '../schema/types.ts';
import { toStored } from './values.ts';

/** What a request body wants to write, by API name. */
export type Changes = Readonly<Record<string, FieldValue>>;

/**
 * Reads a request body against the schema and the writer's field permissions.
 * @throws SalesforceError INVALID_FIELD for fields that do not exist (or that the writer may not see),
 *   INVALID_FIELD_FOR_INSERT_UPDATE for those that exist and may not be written, and what `toStored` throws.
 */
export function readChanges(
  user: OrgUser,
  object: ObjectDefinition,
  body: Readonly<Record<string, unknown>>,
  kind: 'create' | 'update',
): Changes {
  const named = Object.entries(body)
    .filter(([name]) => name !== 'attributes')
    .map(([name, value]) => ({ field: visibleField(user, object, name), value }));
  const forbidden = named.filter(({ field }) => !isWritable(user, object, field, kind)).map(({ field }) => field.name);
  if (forbidden.length > 0) {
    throw new SalesforceError(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${forbidden.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      forbidden,
    );
  }
  return Object.fromEntries(named.map(({ field, value }) => [field.name, toStored(field, value)]));
}

export function isWritable(
  user: OrgUser,
  object: ObjectDefinition,
  field: FieldDefinition,
  kind: 'create' | 'update',
): boolean {
  return (kind === 'create' ? field.createable : field.updateable) && user.permissions.field(object, field).edit;
}

/** @throws SalesforceError INVALID_FIELD */
export function visibleField(user: OrgUser, object: ObjectDefinition, name: string): FieldDefinition {
  const field = fieldOf(object, name);
  if (field && user.permissions.field(object, field).read) return field;
  throw new SalesforceError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}
