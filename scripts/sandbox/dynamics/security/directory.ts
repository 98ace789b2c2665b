import { KINDS, sampleId } from '../sample/ids.ts';
import type { Person } from '../sample/people.ts';
import { type FieldPermission, type FieldProfile, readFieldProfiles } from './field-profiles.ts';
import type { Principal } from './principal.ts';
import { PLATFORM_ROLES, combine, readSolutionRoles } from './roles.ts';

/** Users with the rights that the solution's roles and field security profiles give them, by user id. */
export function createDirectory(folder: string, people: readonly Person[]): Map<string, Principal> {
  const roles = readSolutionRoles(folder);
  const profiles = readFieldProfiles(folder);
  return new Map(
    people.map((person, index) => {
      const own = person.roles.map((name) => demand(roles, name, 'security role'));
      const held = person.platformRole === null ? own : [...own, PLATFORM_ROLES[person.platformRole]];
      const principal: Principal = {
        userId: person.id,
        businessUnitId: person.businessUnitId,
        entraObjectId: sampleId(KINDS.entra, index + 1),
        teamIds: person.teamIds,
        roleNames: person.platformRole === null ? person.roles : [...person.roles, person.platformRole],
        privileges: combine(held),
        // The platform's "System Administrator" profile covers every secured column.
        fields: combineProfiles(
          person.platformRole === 'System Administrator'
            ? [...profiles.values()]
            : person.fieldProfiles.map((name) => demand(profiles, name, 'field security profile')),
        ),
      };
      return [person.id, principal];
    }),
  );
}

function demand<T>(known: ReadonlyMap<string, T>, name: string, kind: string): T {
  const found = known.get(name);
  if (found === undefined)
    throw new Error(`The solution has no ${kind} "${name}"; it has ${[...known.keys()].join(', ')}.`);
  return found;
}

/** Profiles add up. */
function combineProfiles(profiles: readonly FieldProfile[]): FieldProfile {
  const all = new Map<string, FieldPermission>();
  for (const [column, { read, create, update }] of profiles.flatMap((profile) => [...profile])) {
    const known = all.get(column) ?? { read: false, create: false, update: false };
    all.set(column, { read: known.read || read, create: known.create || create, update: known.update || update });
  }
  return all;
}
