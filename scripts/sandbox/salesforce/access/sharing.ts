import { requireObject } from '../schema/lookup.ts';
import { TEAM_MEMBER } from '../schema/standard-objects.ts';
import type { ObjectDefinition, Schema } from '../schema/types.ts';
import type { Row, Store } from '../store/store.ts';
import type { Permissions } from './permissions.ts';

/** How far somebody gets with one row. */
export type RowAccess = 'none' | 'read' | 'edit' | 'all';

const LEVELS: readonly RowAccess[] = ['none', 'read', 'edit', 'all'];
export const atLeast = (access: RowAccess, wanted: RowAccess): boolean =>
  LEVELS.indexOf(access) >= LEVELS.indexOf(wanted);

interface Viewer {
  readonly id: string;
  readonly permissions: Permissions;
}

/**
 * Access to a row under private sharing: the owner, the opportunity team, and who has "view all" or "modify all".
 * Object permissions cap what sharing gives.
 */
export function accessTo(schema: Schema, store: Store, viewer: Viewer, object: ObjectDefinition, row: Row): RowAccess {
  const { read, edit, viewAll, modifyAll } = viewer.permissions.object(object);
  if (!read) return 'none';
  if (modifyAll) return 'all';
  const shared = sharedAccess(schema, store, viewer, object, row);
  const seen = viewAll && shared === 'none' ? 'read' : shared;
  return atLeast(seen, 'edit') && !edit ? 'read' : seen;
}

function sharedAccess(schema: Schema, store: Store, viewer: Viewer, object: ObjectDefinition, row: Row): RowAccess {
  const parent = (name: string, id: unknown): RowAccess => {
    const parentObject = requireObject(schema, name);
    const parentRow = typeof id === 'string' ? store.get(parentObject, id) : undefined;
    return parentRow ? accessTo(schema, store, viewer, parentObject, parentRow) : 'none';
  };
  if (row.OwnerId === viewer.id) return 'all';
  switch (object.sharing) {
    case 'read':
      return 'read';
    case 'parent': {
      const master = [...object.fields.values()].find(({ masterDetail }) => masterDetail);
      return master?.referenceTo ? parent(master.referenceTo, row[master.name]) : 'none';
    }
    case 'account':
      return parent('Account', row.AccountId);
    case 'private':
      if (object.name === 'Opportunity') return teamAccess(schema, store, viewer, row);
      return object.name === 'Account' && ownsOpportunityOf(schema, store, viewer, row) ? 'read' : 'none';
  }
}

function teamAccess(schema: Schema, store: Store, viewer: Viewer, opportunity: Row): RowAccess {
  const object = schema.objects.get(TEAM_MEMBER.toLowerCase());
  if (object === undefined) return 'none';
  const members = store.find(object, 'OpportunityId', opportunity.Id);
  const mine = members.find(({ UserId }) => UserId === viewer.id);
  if (!mine) return 'none';
  return mine.OpportunityAccessLevel === 'Edit' ? 'edit' : 'read';
}

/** Implicit sharing: who owns an opportunity may see its account. */
function ownsOpportunityOf(schema: Schema, store: Store, viewer: Viewer, account: Row): boolean {
  const opportunities = store.find(requireObject(schema, 'Opportunity'), 'AccountId', account.Id);
  return opportunities.some(({ OwnerId }) => OwnerId === viewer.id);
}
