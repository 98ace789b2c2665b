import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { CrmKind, CrmOpportunity, Person } from '../../core/model/index.ts';
import { needsOnlyContact } from '../../core/readiness/only-contact.ts';

/**
 * The opportunity as the connector will read it: where nobody was chosen and help is asked for, the account's contact stands in. As if
 * Sync were on, because what is asked before sharing is what is read once it is.
 */
export function withStandIn(
  opportunity: CrmOpportunity,
  accountContact: Person | null,
  crm: CrmKind,
  fields: SectionFieldNames,
): CrmOpportunity {
  const { values, contacts } = opportunity;
  const stands = needsOnlyContact(crm, fields, { values: { ...values, [fields.sync]: true }, contacts });
  return stands && accountContact !== null ? { ...opportunity, contacts: [accountContact] } : opportunity;
}
