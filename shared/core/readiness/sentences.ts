import type { Lack, Missing, MissingCode } from './types.ts';

type Say = (lack: Lack) => readonly [message: string, cure: string];

/** What is wrong and what to do, in English; the sections have their own texts by code. */
const SENTENCES: Readonly<Record<MissingCode, Say>> = {
  'already-closed': () => ['The opportunity is closed.', 'Share only deals that are open.'],
  'name-missing': () => ['The name is missing.', 'Name the opportunity.'],
  'customer-name-missing': () => ['The customer is missing.', 'Choose an account for the opportunity.'],
  'country-missing': () => [
    "The customer's country is missing.",
    "Enter the two-letter country code in the account's address, such as US.",
  ],
  'country-invalid': ({ value, suggestion }) => [
    `The customer's country "${value}" is not a two-letter code.`,
    suggestion === undefined
      ? 'Enter a code such as US in the account’s address.'
      : `Enter ${suggestion} in the account’s address.`,
  ],
  'solution-missing': () => ['There is no product.', 'Enter at least one solution, such as SOL-12345-ABC.'],
  'solution-invalid': ({ value }) => [`"${value}" is not a solution id.`, 'Enter it like SOL-12345-ABC, or remove it.'],
  'value-missing': () => ['The deal value is empty or zero.', 'Enter the value of the deal.'],
  'value-invalid': ({ value = '' }) =>
    value.startsWith('-')
      ? ['The deal value is negative.', 'Enter a value above zero.']
      : ['The deal value is too large to be sent exactly.', 'Enter a value of at most 15 digits.'],
  'currency-missing': () => [
    'The currency is missing.',
    'Choose the currency, or ask your administrator to set the default currency.',
  ],
  'currency-invalid': ({ value }) => [
    `"${value}" is not a currency code.`,
    'Choose a currency with an ISO 4217 code such as USD.',
  ],
  'close-date-missing': () => ['The close date is missing.', 'Enter the expected close date.'],
  'contact-missing': () => [
    'Help from Microsoft needs a customer contact.',
    'Add a customer contact to the opportunity.',
  ],
  'contact-incomplete': () => [
    'No customer contact has both last name and e-mail.',
    'Enter last name and e-mail of a customer contact.',
  ],
  'help-unknown': ({ value }) => [
    `Partner Center does not know the help "${value}".`,
    'Choose one of the offered kinds of help.',
  ],
  'consent-missing': () => [
    'The customer has not agreed to sharing the deal and being contacted.',
    "Get the customer's agreement, then ask your administrator to record it in the configuration.",
  ],
};

/** The lack with its sentences. */
export function inWords(lack: Lack): Missing {
  const { code, field, ...wrong } = lack;
  const [message, cure] = SENTENCES[code](lack);
  return { code, field, message, cure, ...wrong };
}
