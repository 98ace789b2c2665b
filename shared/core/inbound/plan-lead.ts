import { dealFromReferral } from '../mapping/deal-from-referral.ts';
import type { Address, Person, Referral } from '../model/index.ts';
import type { SyncPolicy } from '../policy/types.ts';
import type { NewOpportunity } from './types.ts';

/** A lead to be entered. Its fields are the platform's own, so they are in no mapping. */
export interface NewLead {
  readonly referralId: string;
  readonly subject: string;
  readonly company: string;
  /** Never without a last name. */
  readonly person: Person & { readonly lastName: string };
  readonly address: Address;
  readonly description: string | null;
  readonly owner: NewOpportunity['owner'];
}

const NO_ADDRESS: Address = { line1: null, line2: null, city: null, state: null, postalCode: null, country: null };
const NOBODY: Person = { firstName: null, lastName: null, email: null, phone: null };

/** The lead for a marketplace or qualified lead of Partner Center (partner-center-referrals.md §7). */
export function planNewLead(referral: Referral, policy: SyncPolicy, owner: NewOpportunity['owner']): NewLead {
  const { name, notes, customer, contacts, dealValue } = dealFromReferral(referral, policy);
  const company = customer?.name ?? 'Unknown';
  const [person = NOBODY] = contacts;
  const value = dealValue === null ? null : `Value in Partner Center: ${dealValue.amount} ${dealValue.currency}`;
  const told = [notes, value].filter((text) => text !== null);
  return {
    referralId: referral.id,
    subject: name ?? company,
    company,
    person: { ...person, lastName: person.lastName ?? person.firstName ?? person.email ?? company },
    address: customer?.address ?? NO_ADDRESS,
    description: told.length === 0 ? null : told.join('\n'),
    owner,
  };
}
