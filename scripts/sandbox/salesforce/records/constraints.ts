import { accessOf, canSee, type Org, type OrgUser } from '../org.ts';
import { atLeast } from '../access/sharing.ts';
import { SalesforceError } from '../errors.ts';
import { requireObject } from '../schema/lookup.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import type { Changes } from './writable-fields.ts';

/** @throws SalesforceError REQUIRED_FIELD_MISSING naming every required field that would be empty. */
export function checkRequired(object: ObjectDefinition, values: Changes): void {
  const missing = [...object.fields.values()]
    .filter((field) => field.required && (values[field.name] ?? null) === null)
    .map(({ name }) => name);
  if (missing.length === 0) return;
  throw new SalesforceError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}

/** @throws SalesforceError DUPLICATE_VALUE when another row has the value of a unique field. */
export function checkUnique(org: Org, object: ObjectDefinition, id: string, changes: Changes): void {
  for (const field of object.fields.values()) {
    const value = changes[field.name];
    if (!field.unique || value === null || value === undefined) continue;
    const other = org.store.find(object, field.name, String(value)).find((row) => row.Id !== id);
    if (other) {
      throw new SalesforceError(
        'DUPLICATE_VALUE',
        `duplicate value found: ${field.name} duplicates value on record with id: ${other.Id}`,
        [field.name],
      );
    }
  }
}

/**
 * Checks that look-ups point to rows that exist and that the writer may see; a master row must be editable.
 * @throws SalesforceError INVALID_CROSS_REFERENCE_KEY, INACTIVE_OWNER_OR_USER or INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY
 */
export function checkReferences(org: Org, user: OrgUser, object: ObjectDefinition, changes: Changes): void {
  for (const field of object.fields.values()) {
    const id = changes[field.name];
    if (field.type !== 'reference' || typeof id !== 'string' || field.referenceTo === null) continue;
    const target = requireObject(org.schema, field.referenceTo);
    if (!id.startsWith(target.keyPrefix)) throw wrongType(field, id);
    const row = org.store.get(target, id);
    if (!row) throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
    if (target.name === 'User' && row.IsActive === false) throw inactive(row);
    if (!mayReference(org, user, target, row, field.masterDetail)) {
      throw new SalesforceError(
        'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`,
        [field.name],
      );
    }
  }
}

function mayReference(org: Org, user: OrgUser, target: ObjectDefinition, row: Row, masterDetail: boolean): boolean {
  return masterDetail ? atLeast(accessOf(org, user, target, row), 'edit') : canSee(org, user, target, row);
}

const inactive = ({ Id }: Row): SalesforceError =>
  new SalesforceError('INACTIVE_OWNER_OR_USER', `operation performed with inactive user [${Id}]`);

const wrongType = (field: FieldDefinition, id: string): SalesforceError =>
  new SalesforceError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
