import type { Person } from '../../core/model/index.ts';
import { CONTACT_COLUMNS, contactOf } from './people.ts';
import { isIn, queryPath } from './query.ts';
import { type Row, expandedRow, textOf } from './row.ts';

const PRIMARY = 'primarycontactid';
const ACTIVE = 0;

/** Asks for the primary contacts of these accounts, then for two contacts of each: enough to know whether there is only one. */
export function accountContactPaths(accountIds: readonly string[]): readonly string[] {
  if (accountIds.length === 0) return [];
  const primary = queryPath('accounts', {
    select: ['accountid'],
    expand: new Map([[PRIMARY, [...CONTACT_COLUMNS, 'statecode']]]),
    filter: isIn('accountid', accountIds),
  });
  const contacts = accountIds.map((id) =>
    queryPath('contacts', {
      select: CONTACT_COLUMNS,
      filter: `_parentcustomerid_value eq ${id} and statecode eq ${ACTIVE}`,
      top: 2,
    }),
  );
  return [primary, ...contacts];
}

/**
 * Who stands for each account: its primary contact, which somebody chose; else its only contact. Inactive contacts don't count.
 * @param answers rows that came for `accountContactPaths(accountIds)`, in order
 */
export function onlyContacts(
  accountIds: readonly string[],
  [accounts = [], ...contacts]: readonly (readonly Row[])[],
): ReadonlyMap<string, Person> {
  const found = new Map<string, Person>();
  accountIds.forEach((id, index) => {
    const [first, second] = contacts[index] ?? [];
    if (first && !second) found.set(id, contactOf(first)[1]);
  });
  for (const account of accounts) {
    const primary = expandedRow(account, PRIMARY);
    if (primary?.statecode === ACTIVE) found.set(textOf(account, 'accountid'), contactOf(primary)[1]);
  }
  return found;
}
