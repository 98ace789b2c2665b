import type { CrmOpportunity, Person } from '../../core/model/index.ts';
import { CONTACT_COLUMNS, type Connected, contactOf, USER_COLUMNS, userOf } from './people.ts';
import type { ColumnPath } from './query.ts';
import { type Row, expandedRow, optionalText, textOf } from './row.ts';
import { canonicalValue, type ColumnType, isoInstant } from './values.ts';

const ACCOUNT = '_parentaccountid_value';
const OWNING_TEAM = '_owningteam_value';
const PRIMARY_CONTACT = 'parentcontactid';
const OWNER = 'owninguser';

/**
 * What a read of opportunities selects and expands: the mapped paths, and what the people around a deal are found by. The
 * connector and the section read the same, so that what the section previews is what the connector sends.
 */
export function opportunityColumns(paths: readonly ColumnPath[]): {
  select: ReadonlySet<string>;
  expand: Map<string, Set<string>>;
} {
  const select = new Set(['opportunityid', 'modifiedon', ACCOUNT, OWNING_TEAM]);
  const expand = new Map([
    [PRIMARY_CONTACT, new Set(CONTACT_COLUMNS)],
    [OWNER, new Set(USER_COLUMNS)],
  ]);
  for (const { navigation, column } of paths) {
    if (navigation === null) select.add(column);
    else expand.set(navigation, (expand.get(navigation) ?? new Set()).add(column));
  }
  return { select, expand };
}

/** The row as an opportunity whose team is not known yet. @param typeOf what the metadata says of a path's column */
export function opportunityWithoutTeam(
  row: Row,
  connected: Connected | undefined,
  paths: readonly ColumnPath[],
  typeOf: (path: ColumnPath) => ColumnType | undefined,
): Omit<CrmOpportunity, 'team'> {
  return {
    id: textOf(row, 'opportunityid'),
    version: textOf(row, '@odata.etag'),
    modifiedAt: isoInstant(textOf(row, 'modifiedon')),
    values: Object.fromEntries(
      paths.map((path) => {
        const source = path.navigation === null ? row : expandedRow(row, path.navigation);
        return [path.path, canonicalValue(source?.[path.column], typeOf(path))];
      }),
    ),
    contacts: contactsOf(row, connected),
  };
}

function contactsOf(row: Row, connected: Connected | undefined): readonly Person[] {
  const primary = expandedRow(row, PRIMARY_CONTACT);
  return [...new Map([...(primary ? [contactOf(primary)] : []), ...(connected?.contacts ?? [])]).values()];
}

type People = readonly (readonly [string, Person])[];

/** The owner, then the members of the owning team. */
export function ownersOf(row: Row, members: People): People {
  const owner = expandedRow(row, OWNER);
  return owner ? [userOf(owner), ...members] : members;
}

/** Those who own it first, then the users who are connected; each once. */
export function teamOf(owners: People, connected: Connected | undefined): readonly Person[] {
  return [...new Map([...owners, ...(connected?.users ?? [])]).values()];
}

/** The account whose only contact may stand in. */
export function accountIdOf(row: Row): string | null {
  return optionalText(row, ACCOUNT);
}

export function owningTeamOf(row: Row): string | null {
  return optionalText(row, OWNING_TEAM);
}
