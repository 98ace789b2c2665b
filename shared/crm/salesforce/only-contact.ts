import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { CrmOpportunity, Person } from '../../core/model/index.ts';
import { needsOnlyContact } from '../../core/readiness/only-contact.ts';
import type { SalesforceConnection } from './connection.ts';
import { childrenOf, personOf } from './people.ts';
import { accountContactsQuery } from './soql.ts';

/** An opportunity as read, with the id of its account. */
export interface OfAccount {
  readonly opportunity: CrmOpportunity;
  readonly accountId: string | null;
}

/**
 * The opportunities, with the only contact of their account as customer contact where `needsOnlyContact` says so: no call when
 * it does so of none, else one more for all of up to 200.
 */
export async function withOnlyContacts(
  connection: SalesforceConnection,
  fields: SectionFieldNames,
  read: readonly OfAccount[],
): Promise<readonly CrmOpportunity[]> {
  const needs = ({ opportunity }: OfAccount): boolean => needsOnlyContact('salesforce', fields, opportunity);
  const accountIds = new Set(read.filter(needs).flatMap(({ accountId }) => accountId ?? []));
  if (accountIds.size === 0) return read.map(({ opportunity }) => opportunity);
  const { accounts } = await connection.queries({ accounts: { soql: accountContactsQuery([...accountIds]) } });
  const onlyContacts = new Map<unknown, Person>();
  for (const account of accounts ?? []) {
    const [first, second] = childrenOf(account.Contacts).records;
    const person = personOf(first);
    if (person !== null && second === undefined) onlyContacts.set(account.Id, person);
  }
  return read.map((each) => {
    const onlyContact = onlyContacts.get(each.accountId);
    return onlyContact !== undefined && needs(each)
      ? { ...each.opportunity, contacts: [onlyContact] }
      : each.opportunity;
  });
}
