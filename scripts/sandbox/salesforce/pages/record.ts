import { type Org, type OrgUser } from '../org.ts';
import { findRow } from '../records/write.ts';
import { fieldOf, requireObject } from '../schema/lookup.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import type { Row } from '../store/store.ts';

/** An opportunity with what the record page shows around it. */
export interface OpportunityRecord {
  readonly row: Row;
  readonly account: Row | undefined;
  /** The primary contact, or the first. */
  readonly contact: Row | undefined;
  /** Newest first. */
  readonly requests: readonly Row[];
}

/** @throws SalesforceError NOT_FOUND and the like, as the API does */
export function readRecord(org: Org, user: OrgUser, id: string): OpportunityRecord {
  const object = (name: string): ObjectDefinition => requireObject(org.schema, name);
  const row = findRow(org, user, object('Opportunity'), id);
  const roles = org.store.find(object('OpportunityContactRole'), 'OpportunityId', row.Id);
  const role = roles.find(({ IsPrimary }) => IsPrimary === true) ?? roles[0];
  return {
    row,
    account: typeof row.AccountId === 'string' ? org.store.get(object('Account'), row.AccountId) : undefined,
    contact: role && org.store.get(object('Contact'), String(role.ContactId)),
    requests: [...org.store.find(object('Partner_Center_Request__c'), 'Opportunity__c', row.Id)].reverse(),
  };
}

/** A field that the pages rely on. */
export function pageField(org: Org, object: string, name: string): FieldDefinition {
  const field = fieldOf(requireObject(org.schema, object), name);
  if (!field) throw new Error(`The record page shows ${object}.${name}, which is not deployed.`);
  return field;
}

/** Fields that only some orgs have are left out where they are missing. */
export function existingFields(org: Org, object: string, names: readonly string[]): readonly FieldDefinition[] {
  return names.map((name) => fieldOf(requireObject(org.schema, object), name)).filter((field) => field !== undefined);
}
