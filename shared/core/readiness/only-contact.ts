import { choiceFromCrm } from '../mapping/choices.ts';
import type { SectionFieldNames } from '../mapping/section-fields.ts';
import type { CrmKind, CrmOpportunity, SyncStatus } from '../model/index.ts';

/** Statuses under which a deal has a referral, but its sharing may not have come to its end. */
const UNFINISHED: readonly SyncStatus[] = ['not-ready', 'retrying', 'failed'];

/**
 * Whether the only contact of the account stands in for the contact that nobody chose for this opportunity. That is looked up
 * only where it decides something, since it costs a call: help from Microsoft is asked for, which needs a customer contact
 * (partner-center-referrals.md §5), and the deal is not shared yet. Contacts are sent once, with the new referral; what is
 * shared and in sync needs none any more. Of two contacts of an account none is taken: that choice is the seller's.
 */
export function needsOnlyContact(
  crm: CrmKind,
  fields: SectionFieldNames,
  { values, contacts }: Pick<CrmOpportunity, 'values' | 'contacts'>,
): boolean {
  const isEmpty = (field: string): boolean => (values[field] ?? '') === '';
  const status = choiceFromCrm(crm, 'status', values[fields.status]);
  const isShared = !isEmpty(fields.referralId) && !UNFINISHED.some((unfinished) => unfinished === status);
  return contacts.length === 0 && values[fields.sync] === true && !isEmpty(fields.help) && !isShared;
}
