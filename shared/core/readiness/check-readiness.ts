import { HELP_CODES } from '../model/index.ts';
import { dealFromCrm } from '../mapping/deal-from-crm.ts';
import { dealForPartnerCenter, rowOf } from '../mapping/place.ts';
import { countryCodeOfName, isCountryCode } from '../model/country.ts';
import type { CrmOpportunity, Deal, Person } from '../model/index.ts';
import { fitsJsonNumber, isCurrency, signOf } from '../model/money.ts';
import { isEmail } from '../model/person.ts';
import { isSolutionId } from '../model/solution.ts';
import type { SyncPolicy } from '../policy/types.ts';
import type { Missing, MissingCode } from './types.ts';

/** How a check names the CRM field to fill: the first path of a row's part. */
type FieldOf = (field: string, part?: string) => string;

/**
 * Everything that keeps this opportunity from being shared, in the order of the form; `[]` when it is ready. Rules: microsoft-connector.md §6
 * "Required to share" and the flags of partner-center-referrals.md §5. Value maps and defaults of `createInPartnerCenter` count.
 */
export function checkReadiness(opportunity: CrmOpportunity, policy: SyncPolicy): readonly Missing[] {
  const deal = dealForPartnerCenter(dealFromCrm(opportunity, policy), policy, 'createInPartnerCenter');
  const fieldOf: FieldOf = (field, part = 'value') => rowOf(policy, field).crm[part]?.[0] ?? field;
  return [
    ...checkOpen(deal, fieldOf),
    ...checkName(deal, fieldOf),
    ...checkCustomer(deal, fieldOf),
    ...checkSolutions(deal, policy, fieldOf),
    ...checkValue(deal, fieldOf),
    ...checkCloseDate(deal, fieldOf),
    ...checkHelp(deal, policy, fieldOf),
    ...checkConsent(policy),
  ];
}

function missing(
  code: MissingCode,
  field: string,
  message: string,
  cure: string,
  wrong: Pick<Missing, 'value' | 'suggestion'> = {},
): readonly Missing[] {
  return [{ code, field, message, cure, ...wrong }];
}

function checkOpen(deal: Deal, fieldOf: FieldOf): readonly Missing[] {
  if (deal.phase !== 'won' && deal.phase !== 'lost') return [];
  return missing(
    'already-closed',
    fieldOf('phase', 'stage'),
    'The opportunity is closed.',
    'Share only deals that are open.',
  );
}

function checkName(deal: Deal, fieldOf: FieldOf): readonly Missing[] {
  return deal.name === null
    ? missing('name-missing', fieldOf('name'), 'The name is missing.', 'Name the opportunity.')
    : [];
}

function checkCustomer(deal: Deal, fieldOf: FieldOf): readonly Missing[] {
  const country = deal.customer?.address.country ?? null;
  const field = fieldOf('customer', 'country');
  const found: Missing[] = [];
  if ((deal.customer?.name ?? null) === null) {
    const cure = 'Choose an account for the opportunity.';
    found.push(...missing('customer-name-missing', fieldOf('customer', 'name'), 'The customer is missing.', cure));
  }
  if (country === null) {
    const cure = "Enter the two-letter country code in the account's address, such as US.";
    found.push(...missing('country-missing', field, "The customer's country is missing.", cure));
  } else if (!isCountryCode(country)) {
    const code = countryCodeOfName(country);
    const cure =
      code === null ? 'Enter a code such as US in the account’s address.' : `Enter ${code} in the account’s address.`;
    const message = `The customer's country "${country}" is not a two-letter code.`;
    const wrong = { value: country, ...(code === null ? {} : { suggestion: code }) };
    found.push(...missing('country-invalid', field, message, cure, wrong));
  }
  return found;
}

function checkSolutions(deal: Deal, policy: SyncPolicy, fieldOf: FieldOf): readonly Missing[] {
  const field = fieldOf('solutions');
  if (deal.solutions.length === 0) {
    return missing(
      'solution-missing',
      field,
      'There is no product.',
      'Enter at least one solution, such as SOL-12345-ABC.',
    );
  }
  const bad = deal.solutions.filter((solution) => !isSolutionId(solution.id, policy.extraSolutionIdPattern));
  return bad.flatMap(({ id }) =>
    missing('solution-invalid', field, `"${id}" is not a solution id.`, 'Enter it like SOL-12345-ABC, or remove it.', {
      value: id,
    }),
  );
}

function checkValue(deal: Deal, fieldOf: FieldOf): readonly Missing[] {
  const amountField = fieldOf('dealValue', 'amount');
  const currencyField = fieldOf('dealValue', 'currency');
  if (deal.dealValue === null || signOf(deal.dealValue.amount) === 0) {
    return missing('value-missing', amountField, 'The deal value is empty or zero.', 'Enter the value of the deal.');
  }
  const { amount, currency } = deal.dealValue;
  const found: Missing[] = [];
  if (signOf(amount) < 0) {
    found.push(...missing('value-invalid', amountField, 'The deal value is negative.', 'Enter a value above zero.'));
  } else if (!fitsJsonNumber(amount)) {
    const cure = 'Enter a value of at most 15 digits.';
    found.push(...missing('value-invalid', amountField, 'The deal value is too large to be sent exactly.', cure));
  }
  if (currency === '') {
    const cure = 'Choose the currency, or ask your administrator to set the default currency.';
    found.push(...missing('currency-missing', currencyField, 'The currency is missing.', cure));
  } else if (!isCurrency(currency)) {
    const cure = 'Choose a currency with an ISO 4217 code such as USD.';
    found.push(
      ...missing('currency-invalid', currencyField, `"${currency}" is not a currency code.`, cure, { value: currency }),
    );
  }
  return found;
}

function checkCloseDate(deal: Deal, fieldOf: FieldOf): readonly Missing[] {
  if (deal.closeDate !== null) return [];
  return missing(
    'close-date-missing',
    fieldOf('closeDate'),
    'The close date is missing.',
    'Enter the expected close date.',
  );
}

function checkHelp(deal: Deal, policy: SyncPolicy, fieldOf: FieldOf): readonly Missing[] {
  if (deal.help === null || rowOf(policy, 'help').places.createInPartnerCenter === null) return [];
  const found: Missing[] = [];
  if (!(HELP_CODES as readonly string[]).includes(deal.help)) {
    const cure = 'Choose one of the offered kinds of help.';
    found.push(
      ...missing('help-unknown', fieldOf('help'), `Partner Center does not know the help "${deal.help}".`, cure, {
        value: deal.help,
      }),
    );
  }
  if (deal.contacts.length === 0) {
    const cure = 'Add a customer contact to the opportunity.';
    found.push(...missing('contact-missing', 'contacts', 'Help from Microsoft needs a customer contact.', cure));
  } else if (!deal.contacts.some(isComplete)) {
    const cure = 'Enter last name and e-mail of a customer contact.';
    found.push(
      ...missing('contact-incomplete', 'contacts', 'No customer contact has both last name and e-mail.', cure),
    );
  }
  return found;
}

function isComplete(person: Person): boolean {
  return person.lastName !== null && isEmail(person.email);
}

function checkConsent(policy: SyncPolicy): readonly Missing[] {
  if (policy.consent.shareInfoWithOthers && policy.consent.contact) return [];
  const cure = "Get the customer's agreement, then ask your administrator to record it in the configuration.";
  return missing(
    'consent-missing',
    'consent',
    'The customer has not agreed to sharing the deal and being contacted.',
    cure,
  );
}
