import { isDealField } from '../../core/model/fields.ts';
import { HELP_CODES, helpLabel } from '../../core/model/help.ts';
import type { MissingCode } from '../../core/readiness/types.ts';
import type { Telling } from './telling.ts';
import { keyPart } from './words.ts';

/** A field of the deal in the person's language; a field that an administrator added is called by its own name. */
export function fieldLabel({ words }: Pick<Telling, 'words'>, field: string): string {
  return isDealField(field) ? words.text(`deal_${field}`) : field;
}

/** The field that each lack is about, as part of a key `deal_…`. */
const MISSING_FIELDS = {
  'already-closed': 'phase',
  'name-missing': 'name',
  'customer-name-missing': 'customer',
  'country-missing': 'country',
  'country-invalid': 'country',
  'solution-missing': 'solutions',
  'solution-invalid': 'solutions',
  'value-missing': 'dealValue',
  'value-invalid': 'dealValue',
  'currency-missing': 'currency',
  'currency-invalid': 'currency',
  'close-date-missing': 'closeDate',
  'contact-missing': 'contacts',
  'contact-incomplete': 'contacts',
  'help-unknown': 'help',
  'consent-missing': 'consent',
} as const satisfies Record<MissingCode, string>;

/** The field that is missing or wrong. */
export function missingLabel({ words }: Pick<Telling, 'words'>, code: MissingCode): string {
  return words.text(`deal_${MISSING_FIELDS[code]}`);
}

export function isMissingCode(code: string): code is MissingCode {
  return Object.keys(MISSING_FIELDS).includes(code);
}

/** A kind of help; one that a later Partner Center has stays as it is written. */
export function helpText({ words }: Pick<Telling, 'words'>, code: string): string {
  const known = HELP_CODES.find((other) => other === code);
  return known === undefined ? code : words.text(`help_${keyPart(known)}`);
}

const ENDS = ['Won', 'Lost', 'Declined', 'Expired', 'Error'];

/** How a deal ended, from Partner Center's substatus; `null` for one that it does not end with. */
export function endKey(substatus: string | null): string | null {
  return substatus !== null && ENDS.includes(substatus) ? keyPart(substatus) : null;
}

/** How Microsoft answered, from the substatus of its referral; a word that we do not know stays as it is. */
export function answerText({ words }: Pick<Telling, 'words'>, substatus: string): string {
  const end = endKey(substatus);
  if (end !== null) return words.text(`phase_${end}`);
  return substatus === 'Accepted' ? words.text('microsoft_accepted') : substatus;
}

/** The value of a field as the core describes it for people (model/fields.ts), in the person's language and formats. */
export function describedValue({ words, show }: Pick<Telling, 'words' | 'show'>, field: string, value: string): string {
  const [, amount, currency] = /^(-?\d+(?:\.\d+)?) ?([A-Z]*)$/.exec(value) ?? [];
  switch (field) {
    case 'dealValue':
      return amount === undefined ? value : show.money({ amount, currency: currency ?? '' });
    case 'closeDate':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? show.date(value) : value;
    case 'phase':
      return words.text(`phase_${keyPart(value)}`);
    case 'visibleToMicrosoft':
      return words.text(value === 'yes' ? 'yes' : 'no');
    case 'help':
      return helpText({ words }, HELP_CODES.find((code) => helpLabel(code) === value) ?? value);
    default:
      return value;
  }
}
