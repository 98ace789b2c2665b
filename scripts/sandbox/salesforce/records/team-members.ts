import type { Org } from '../org.ts';
import { TEAM_MEMBER } from '../schema/standard-objects.ts';
import type { ObjectDefinition } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import type { Changes } from './writable-fields.ts';

/** What may change of a member who is there: neither opportunity nor user. */
export function withoutEnds(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !/^(opportunity|user)id$/i.test(name)));
}

/**
 * The member of this opportunity's team that a new row would repeat: the platform changes that one instead.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunityteammember.htm
 */
export function existingMember(org: Org, object: ObjectDefinition, changes: Changes): Row | undefined {
  const { OpportunityId, UserId } = changes;
  if (object.name !== TEAM_MEMBER || typeof OpportunityId !== 'string') return undefined;
  return org.store.find(object, 'OpportunityId', OpportunityId).find((row) => row.UserId === UserId);
}
