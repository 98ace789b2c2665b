import { elements, listXml, readXml, text } from '../schema/xml.ts';

/** How far a privilege reaches: own rows, the business unit, it and those below, everything. */
export type Depth = 'Basic' | 'Local' | 'Deep' | 'Global';

/** Privilege name (`prvReadOpportunity`) → depth. */
export type Privileges = ReadonlyMap<string, Depth>;

const RANK: readonly Depth[] = ['Basic', 'Local', 'Deep', 'Global'];

/** The security roles of the solution, by name. */
export function readSolutionRoles(folder: string): Map<string, Privileges> {
  return new Map(
    listXml(folder, 'Roles').flatMap((path) =>
      elements(readXml(folder, path), 'Role').map((role) => [
        text(role, '@name'),
        new Map(
          elements(role, 'RolePrivileges', 'RolePrivilege').map((privilege) => [
            text(privilege, '@name'),
            toDepth(text(privilege, '@level')),
          ]),
        ),
      ]),
    ),
  );
}

function toDepth(level: string): Depth {
  const depth = RANK.find((known) => known === level);
  if (!depth)
    throw new Error(`A role of the solution has the privilege level "${level}"; known are ${RANK.join(', ')}.`);
  return depth;
}

/** Roles add up: the widest depth counts. */
export function combine(roles: readonly Privileges[]): Privileges {
  const all = new Map<string, Depth>();
  for (const [name, depth] of roles.flatMap((role) => [...role])) {
    const known = all.get(name);
    if (known === undefined || RANK.indexOf(depth) > RANK.indexOf(known)) all.set(name, depth);
  }
  return all;
}

const EVERYTHING = 'Create Read Write Delete Append AppendTo Assign Share';
const SALES_TABLES = 'Opportunity Account Contact Lead Connection Activity';
const SYSTEM_TABLES = 'User Team ConnectionRole Currency BusinessUnit Organization Entity Attribute';

/** The platform's own roles, as far as the sandbox has tables. */
export const PLATFORM_ROLES: Readonly<Record<'Salesperson' | 'System Administrator', Privileges>> = {
  Salesperson: new Map([
    ...grants(EVERYTHING, SALES_TABLES, 'Basic'),
    ...grants('Read', SYSTEM_TABLES, 'Global'),
    ...grants('AppendTo', 'User Team ConnectionRole Currency', 'Global'),
  ]),
  'System Administrator': new Map(grants(EVERYTHING, `${SALES_TABLES} ${SYSTEM_TABLES}`, 'Global')),
};

function grants(actions: string, tables: string, depth: Depth): [string, Depth][] {
  return tables
    .split(' ')
    .flatMap((table) => actions.split(' ').map((action): [string, Depth] => [`prv${action}${table}`, depth]));
}
