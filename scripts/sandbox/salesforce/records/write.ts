import { atLeast } from '../access/sharing.ts';
import { SalesforceError, notFound } from '../errors.ts';
import { type Org, type OrgUser, accessOf, canSee } from '../org.ts';
import { requireObject } from '../schema/lookup.ts';
import type { FieldValue, ObjectDefinition } from '../schema/types.ts';
import { normaliseId } from '../store/ids.ts';
import type { Row } from '../store/store.ts';
import { checkReferences, checkRequired, checkUnique } from './constraints.ts';
import { formatDateTime } from './dates.ts';
import { demoteOtherPrimaries, derivedValues } from './derived.ts';
import { existingMember, withoutEnds } from './team-members.ts';
import { type Changes, readChanges } from './writable-fields.ts';

type Body = Readonly<Record<string, unknown>>;

/** Makes a row as `user`; answers its id. Runs inside the store's transaction. @throws SalesforceError */
export function createRecord(org: Org, user: OrgUser, object: ObjectDefinition, body: Body): string {
  if (!object.writable || !user.permissions.object(object).create)
    throw noAccess(`Cannot create ${object.label} records.`);
  const changes = readChanges(user, object, body, 'create');
  const member = existingMember(org, object, changes);
  if (member !== undefined) {
    updateRecord(org, user, object, member.Id, withoutEnds(body));
    return member.Id;
  }
  const { id, number } = org.newId(object.keyPrefix);
  const values = { ...defaults(object), ...(object.fields.has('ownerid') && { OwnerId: user.id }), ...changes };
  const now = formatDateTime(org.now());
  const row: Row = {
    ...values,
    ...derivedValues(object, null, values),
    ...autoNumber(object, number),
    CreatedDate: now,
    CreatedById: user.id,
    ...modified(user, now),
    IsDeleted: false,
    Id: id,
  };
  checkRequired(object, row);
  checkReferences(org, user, object, changes);
  checkUnique(org, object, id, row);
  org.store.put(object, row);
  afterWrite(org, user, object, null, row);
  return id;
}

/** Changes a row as `user`. @throws SalesforceError */
export function updateRecord(org: Org, user: OrgUser, object: ObjectDefinition, recordId: string, body: Body): void {
  const before = findRow(org, user, object, recordId);
  const changes = readChanges(user, object, body, 'update');
  if (!object.writable || !atLeast(accessOf(org, user, object, before), 'edit'))
    throw noAccess('insufficient access rights on object id');
  org.recordFaults.check(before.Id);
  const values: Changes = { ...before, ...changes };
  checkRequired(object, values);
  checkReferences(org, user, object, changes);
  checkUnique(org, object, before.Id, changes);
  const row: Row = {
    ...values,
    ...derivedValues(object, before, values),
    ...modified(user, formatDateTime(org.now())),
    Id: before.Id,
  };
  org.store.put(object, row);
  afterWrite(org, user, object, before, row);
}

/** What follows from a write: one primary contact only, and a new opportunity's ContactId becomes its primary contact role. */
function afterWrite(org: Org, user: OrgUser, object: ObjectDefinition, before: Row | null, row: Row): void {
  demoteOtherPrimaries(org, object, row);
  if (object.name !== 'Opportunity' || before || typeof row.ContactId !== 'string') return;
  const role = { OpportunityId: row.Id, ContactId: row.ContactId, IsPrimary: true };
  createRecord(org, user, requireObject(org.schema, 'OpportunityContactRole'), role);
}

/** Deletes a row and the rows that it is master of. @throws SalesforceError */
export function deleteRecord(org: Org, user: OrgUser, object: ObjectDefinition, recordId: string): void {
  const row = findRow(org, user, object, recordId);
  if (
    !object.writable ||
    !user.permissions.object(object).remove ||
    !atLeast(accessOf(org, user, object, row), 'all')
  ) {
    throw noAccess('insufficient access rights on object id');
  }
  org.recordFaults.check(row.Id);
  removeWithDetails(org, object, row.Id, modified(user, formatDateTime(org.now())));
}

function removeWithDetails(org: Org, object: ObjectDefinition, id: string, stamp: Changes): void {
  for (const child of object.children) {
    const childObject = requireObject(org.schema, child.object);
    if (childObject.fields.get(child.field.toLowerCase())?.masterDetail !== true) continue;
    for (const row of org.store.find(childObject, child.field, id)) removeWithDetails(org, childObject, row.Id, stamp);
  }
  org.store.remove(object, id, stamp);
}

/** The row, when it exists and the user may see it. @throws SalesforceError NOT_FOUND, ENTITY_IS_DELETED, MALFORMED_ID */
export function findRow(org: Org, user: OrgUser, object: ObjectDefinition, recordId: string): Row {
  const id = normaliseId(recordId);
  if (id === null)
    throw new SalesforceError('MALFORMED_ID', `${object.name} ID: id value of incorrect type: ${recordId}`, ['Id']);
  const row = org.store.get(object, id);
  if (row && canSee(org, user, object, row)) return row;
  if (!row && org.store.wasDeleted(object, id)) throw new SalesforceError('ENTITY_IS_DELETED', 'entity is deleted');
  throw notFound();
}

function defaults(object: ObjectDefinition): Record<string, FieldValue> {
  return Object.fromEntries(
    [...object.fields.values()]
      .filter(({ type }) => type !== 'address')
      .map((field) => [field.name, field.defaultValue]),
  );
}

function autoNumber(object: ObjectDefinition, number: number): Changes {
  const format = object.fields.get('name')?.autoNumber;
  if (format === null || format === undefined) return {};
  return { Name: format.replace(/\{(0+)\}/, (_match, zeros: string) => String(number).padStart(zeros.length, '0')) };
}

const modified = (user: OrgUser, now: string): Changes => ({
  LastModifiedDate: now,
  LastModifiedById: user.id,
  SystemModstamp: now,
});

const noAccess = (message: string): SalesforceError => new SalesforceError('INSUFFICIENT_ACCESS_OR_READONLY', message);
