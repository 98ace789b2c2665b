import type { Person } from '../../core/model/index.ts';
import type { Operation } from './batch-request.ts';
import { CONTACT_COLUMNS, contactOf } from './people.ts';
import { isIn, queryPath } from './query.ts';
import { type Row, expandedRow, textOf } from './rows.ts';

const PRIMARY = 'primarycontactid';
const ACTIVE = 0;

/** Asks for the primary contacts of these accounts, then for two contacts of each: enough to know whether there is only one. */
export function accountContacts(accountIds: readonly string[]): readonly Operation[] {
  if (accountIds.length === 0) return [];
  const primary = queryPath('accounts', {
    select: ['accountid'],
    expand: new Map([[PRIMARY, new Set([...CONTACT_COLUMNS, 'statecode'])]]),
    filter: isIn('accountid', accountIds),
  });
  const contacts = accountIds.map((id) =>
    queryPath('contacts', {
      select: CONTACT_COLUMNS,
      filter: `_parentcustomerid_value eq ${id} and statecode eq ${ACTIVE}`,
      top: 2,
    }),
  );
  return [primary, ...contacts].map((path) => ({ method: 'GET', path }));
}

/**
 * Who stands for each account: its primary contact, which somebody chose; else its only contact. Inactive contacts don't count.
 * @param answers rows that came for `accountContacts(accountIds)`, in order
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
