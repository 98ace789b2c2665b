import { HELP_CODES } from '../model/help.ts';
import { dealFromCrm } from '../mapping/deal-from-crm.ts';
import { dealForPartnerCenter, rowOf } from '../mapping/place.ts';
import { countryCodeOfName, isCountryCode } from '../model/country.ts';
import type { CrmOpportunity, Deal, Person } from '../model/index.ts';
import { fitsJsonNumber, isCurrency, signOf } from '../model/money.ts';
import { isEmail } from '../model/person.ts';
import { isSolutionId } from '../model/solution.ts';
import type { SyncPolicy } from '../policy/types.ts';
import type { Lack, MissingCode } from './types.ts';

/** How a check names the CRM field to fill: the first path of a row's part. */
type FieldOf = (field: string, part?: string) => string;

/**
 * What keeps this opportunity from being shared, in the order of the form, without sentences; `[]` when it is ready. Rules:
 * microsoft-connector.md §6 "Required to share" and the flags of partner-center-referrals.md §5. Value maps and defaults of
 * `createInPartnerCenter` count.
 */
export function findMissing(opportunity: CrmOpportunity, policy: SyncPolicy): readonly Lack[] {
  const deal = dealForPartnerCenter(dealFromCrm(opportunity, policy), policy, 'createInPartnerCenter');
  const fieldOf: FieldOf = (field, part = 'value') => rowOf(policy, field).crm[part]?.[0] ?? field;
  return [
    ...lackIf(deal.phase === 'won' || deal.phase === 'lost', 'already-closed', fieldOf('phase', 'stage')),
    ...lackIf(deal.name === null, 'name-missing', fieldOf('name')),
    ...inCustomer(deal, fieldOf),
    ...inSolutions(deal, policy, fieldOf('solutions')),
    ...inValue(deal, fieldOf),
    ...lackIf(deal.closeDate === null, 'close-date-missing', fieldOf('closeDate')),
    ...inHelp(deal, policy, fieldOf('help')),
    ...lackIf(!policy.consent.shareInfoWithOthers || !policy.consent.contact, 'consent-missing', 'consent'),
  ];
}

function lackIf(
  isLacking: boolean,
  code: MissingCode,
  field: string,
  wrong: Pick<Lack, 'value' | 'suggestion'> = {},
): readonly Lack[] {
  return isLacking ? [{ code, field, ...wrong }] : [];
}

function inCustomer({ customer }: Deal, fieldOf: FieldOf): readonly Lack[] {
  const field = fieldOf('customer', 'country');
  const nameless = lackIf((customer?.name ?? null) === null, 'customer-name-missing', fieldOf('customer', 'name'));
  const country = customer?.address.country ?? null;
  if (country === null) return [...nameless, { code: 'country-missing', field }];
  const code = isCountryCode(country) ? null : countryCodeOfName(country);
  const wrong = { value: country, ...(code === null ? {} : { suggestion: code }) };
  return [...nameless, ...lackIf(!isCountryCode(country), 'country-invalid', field, wrong)];
}

function inSolutions({ solutions }: Deal, policy: SyncPolicy, field: string): readonly Lack[] {
  return [
    ...lackIf(solutions.length === 0, 'solution-missing', field),
    ...solutions.flatMap(({ id }) =>
      lackIf(!isSolutionId(id, policy.extraSolutionIdPattern), 'solution-invalid', field, { value: id }),
    ),
  ];
}

function inValue({ dealValue }: Deal, fieldOf: FieldOf): readonly Lack[] {
  const amountField = fieldOf('dealValue', 'amount');
  const currencyField = fieldOf('dealValue', 'currency');
  if (dealValue === null || signOf(dealValue.amount) === 0) return [{ code: 'value-missing', field: amountField }];
  const { amount, currency } = dealValue;
  return [
    ...lackIf(signOf(amount) < 0 || !fitsJsonNumber(amount), 'value-invalid', amountField, { value: amount }),
    ...lackIf(currency === '', 'currency-missing', currencyField),
    ...lackIf(currency !== '' && !isCurrency(currency), 'currency-invalid', currencyField, { value: currency }),
  ];
}

function inHelp({ help, contacts }: Deal, policy: SyncPolicy, field: string): readonly Lack[] {
  if (help === null || rowOf(policy, 'help').places.createInPartnerCenter === null) return [];
  const isKnown = (HELP_CODES as readonly string[]).includes(help);
  const someComplete = contacts.some(isComplete);
  return [
    ...lackIf(!isKnown, 'help-unknown', field, { value: help }),
    ...lackIf(contacts.length === 0, 'contact-missing', 'contacts'),
    ...lackIf(contacts.length > 0 && !someComplete, 'contact-incomplete', 'contacts'),
  ];
}

function isComplete(person: Person): boolean {
  return person.lastName !== null && isEmail(person.email);
}
