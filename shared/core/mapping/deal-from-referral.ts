import { normalCountry } from '../model/country.ts';
import { closeDateOf } from '../model/close-date.ts';
import { isDealField, isEmptyValue } from '../model/fields.ts';
import type { CustomValue, Customer, Deal, Person, Referral, Solution } from '../model/index.ts';
import { moneyOf } from '../model/money.ts';
import { normalPeople } from '../model/person.ts';
import { uniqueSolutions } from '../model/solution.ts';
import { normalText } from '../model/text.ts';
import type { SyncPolicy } from '../policy/types.ts';
import { customValue } from './deal-from-crm.ts';
import { phaseFromReferral } from './phase.ts';
import { isObject, readPointer } from './pointer.ts';

/** The word that Partner Center has for "no help was asked". */
const NO_HELP = 'Unknown';

/** The referral in neutral words, as Partner Center stores it. What we don't understand stays on the referral itself. */
export function dealFromReferral(referral: Referral, policy: SyncPolicy): Deal {
  const { details, customerProfile, consent } = referral;
  const help = normalText(referral.inviteContext?.assistanceRequestCode);
  const custom: Record<string, CustomValue> = {};
  for (const row of policy.mapping) {
    const pointer = row.referral.value;
    if (!isDealField(row.field) && pointer !== undefined)
      custom[row.field] = customValue(readPointer(referral, pointer));
  }
  return {
    name: normalText(referral.name),
    dealValue: moneyOf(details?.dealValue, normalText(details?.currency)),
    closeDate: closeDateOf(details?.closingDateTime, policy.partnerCenterTimeZone),
    notes: normalText(details?.notes),
    phase: phaseFromReferral(referral),
    visibleToMicrosoft: consent?.consentToShareReferralWithMicrosoftSellers === true,
    help: help === NO_HELP ? null : help,
    customer: customerOf(referral),
    contacts: normalPeople(objects(customerProfile?.team).map(personOf)),
    team: normalPeople(objects(referral.team).map(personOf)),
    solutions: uniqueSolutions(objects(details?.requirements?.solutions).flatMap(solutionOf)),
    custom,
  };
}

export function personOf(member: Readonly<Record<string, unknown>>): Person {
  return {
    firstName: normalText(member.firstName),
    lastName: normalText(member.lastName),
    email: normalText(member.email),
    phone: normalText(member.phoneNumber),
  };
}

export function solutionOf(solution: Readonly<Record<string, unknown>>): Solution[] {
  const id = normalText(solution.id);
  return id === null ? [] : [{ id, name: normalText(solution.name) }];
}

/** The elements of a list that are objects; anything else in the answer is not ours to read. */
export function objects(list: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function customerOf(referral: Referral): Customer | null {
  const { name, address } = referral.customerProfile ?? {};
  const customer: Customer = {
    name: normalText(name),
    address: {
      line1: normalText(address?.addressLine1),
      line2: normalText(address?.addressLine2),
      city: normalText(address?.city),
      state: normalText(address?.state),
      postalCode: normalText(address?.postalCode),
      country: normalCountry(normalText(address?.country)),
    },
  };
  return isEmptyValue('customer', customer) ? null : customer;
}
