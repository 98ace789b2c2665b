import { isDealField } from '../../core/model/fields.ts';
import { HELP_CODES, helpLabel } from '../../core/model/help.ts';
import type { MissingCode } from '../../core/readiness/types.ts';
import type { Telling } from './telling.ts';
import { keyPart, type Words } from './words.ts';

/** A field of the deal in the person's language; a field that an administrator added is called by its own name. */
export function fieldLabel({ text }: Words, field: string): string {
  return isDealField(field) ? text(`deal_${field}`) : field;
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
export function missingLabel({ text }: Words, code: MissingCode): string {
  return text(`deal_${MISSING_FIELDS[code]}`);
}

export function isMissingCode(code: string): code is MissingCode {
  return Object.keys(MISSING_FIELDS).includes(code);
}

/** A kind of help; one that a later Partner Center has stays as it is written. */
export function helpText({ text }: Words, code: string): string {
  const known = HELP_CODES.find((other) => other === code);
  return known === undefined ? code : text(`help_${keyPart(known)}`);
}

const ENDS = ['Won', 'Lost', 'Declined', 'Expired', 'Error'];

/** How a deal ended, from Partner Center's substatus; `null` for one that it does not end with. */
export function endKey(substatus: string | null): string | null {
  return substatus !== null && ENDS.includes(substatus) ? keyPart(substatus) : null;
}

/** How Microsoft answered, from the substatus of its referral; a word that we do not know stays as it is. */
export function answerText({ text }: Words, substatus: string): string {
  const end = endKey(substatus);
  if (end !== null) return text(`phase_${end}`);
  return substatus === 'Accepted' ? text('microsoft_accepted') : substatus;
}

/** The value of a field as the core describes it for people (model/fields.ts), in the person's language and formats. */
export function describedValue(telling: Telling, field: string, value: string): string {
  const { text, show } = telling;
  const [, amount, currency] = /^(-?\d+(?:\.\d+)?) ?([A-Z]*)$/.exec(value) ?? [];
  switch (field) {
    case 'dealValue':
      return amount === undefined ? value : show.money({ amount, currency: currency ?? '' });
    case 'closeDate':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? show.date(value) : value;
    case 'phase':
      return text(`phase_${keyPart(value)}`);
    case 'visibleToMicrosoft':
      return text(value === 'yes' ? 'yes' : 'no');
    case 'help':
      return helpText(telling, HELP_CODES.find((code) => helpLabel(code) === value) ?? value);
    default:
      return value;
  }
}
