import { TEAM_MEMBER } from '../schema/standard-objects.ts';
import type {
  FieldDefinition,
  FieldPermission,
  ObjectDefinition,
  ObjectPermission,
  PermissionSet,
} from '../schema/types.ts';

/** What a person's profile gives before permission sets: a usual user, all records, or the minimum for an API-only user. */
export type Profile = 'Standard User' | 'System Administrator' | 'Minimum Access - API Only Integrations';

/** What one person may do with objects and fields (not with single rows: see sharing.ts). */
export interface Permissions {
  object(object: ObjectDefinition): ObjectPermission;
  field(object: ObjectDefinition, field: FieldDefinition): FieldPermission;
}

const NOTHING: ObjectPermission = {
  create: false,
  read: false,
  edit: false,
  remove: false,
  viewAll: false,
  modifyAll: false,
};
const USUAL: ObjectPermission = { ...NOTHING, create: true, read: true, edit: true, remove: true };
/** "Modify All Data" reaches every record of every object; fields are still given one by one. */
const ALL: ObjectPermission = { ...USUAL, viewAll: true, modifyAll: true };
const READ_ONLY: ObjectPermission = { ...NOTHING, read: true, viewAll: true };

/** Standard children of the opportunity have no permissions of their own. */
const FOLLOWS_OPPORTUNITY = new Set(['OpportunityContactRole', TEAM_MEMBER]);

/** Permissions add up: a person may do what the profile or any of the permission sets gives. */
export function createPermissions(
  profile: Profile,
  sets: readonly PermissionSet[],
  opportunity: ObjectDefinition,
): Permissions {
  const administrator = profile === 'System Administrator';
  const standardUser = administrator || profile === 'Standard User';

  const ofObject = (object: ObjectDefinition): ObjectPermission => {
    if (FOLLOWS_OPPORTUNITY.has(object.name)) return ofChild(ofObject(opportunity));
    if (!object.writable) return READ_ONLY;
    const granted = sets.map((set) => set.objects.get(object.name)).filter((permission) => permission !== undefined);
    return [administrator ? ALL : standardUser && !object.custom ? USUAL : NOTHING, ...granted].reduce(join);
  };

  return {
    object: ofObject,
    field(object, { permission, custom }) {
      if (permission === null) return { read: true, edit: true };
      if (standardUser && !custom) return { read: true, edit: true };
      const granted = sets.map((set) => set.fields.get(`${object.name}.${permission}`));
      return { read: granted.some((grant) => grant?.read), edit: granted.some((grant) => grant?.edit) };
    },
  };
}

const ofChild = (parent: ObjectPermission): ObjectPermission => ({
  ...parent,
  create: parent.edit,
  remove: parent.edit,
});

const join = (a: ObjectPermission, b: ObjectPermission): ObjectPermission => ({
  create: a.create || b.create,
  read: a.read || b.read,
  edit: a.edit || b.edit,
  remove: a.remove || b.remove,
  viewAll: a.viewAll || b.viewAll,
  modifyAll: a.modifyAll || b.modifyAll,
});
