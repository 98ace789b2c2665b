import type { CrmOpportunity, Person } from '../../core/model/index.ts';
import { CONTACT_COLUMNS, type Connected, contactOf, USER_COLUMNS, userOf } from './people.ts';
import { type ColumnPath, groupByNavigation } from './query.ts';
import { type Row, expandedRow, optionalText, textOf } from './rows.ts';
import { canonicalValue, type ColumnType, isoInstant } from './values.ts';

const ACCOUNT = '_parentaccountid_value';
const OWNING_TEAM = '_owningteam_value';
const PRIMARY_CONTACT = 'parentcontactid';
const OWNER = 'owninguser';

/**
 * What a read of opportunities selects and expands: the mapped paths, and what the people around a deal are found by. The
 * connector and the section read the same, so that what the section previews is what the connector sends.
 */
export function opportunityColumns(paths: readonly ColumnPath[]): ReturnType<typeof groupByNavigation> {
  return groupByNavigation([
    ...paths,
    ...['opportunityid', 'modifiedon', ACCOUNT, OWNING_TEAM].map((column) => ({
      path: column,
      navigation: null,
      column,
    })),
    ...CONTACT_COLUMNS.map((column) => ({ path: '', navigation: PRIMARY_CONTACT, column })),
    ...USER_COLUMNS.map((column) => ({ path: '', navigation: OWNER, column })),
  ]);
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
