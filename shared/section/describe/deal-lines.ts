import { dealFromCrm } from '../../core/mapping/deal-from-crm.ts';
import { describeValue, getField, isEmptyValue, type FieldValue } from '../../core/model/fields.ts';
import type { DealField, Person } from '../../core/model/index.ts';
import { isEmail } from '../../core/model/person.ts';
import type { PreviewLine } from '../contract/index.ts';
import { expiryOf } from './expiry.ts';
import { describedValue, fieldLabel } from './labels.ts';
import type { Telling } from './telling.ts';

/** A value in full, as it goes over the wire: of people everything, not only the name. */
export function lineText(telling: Telling, field: string, value: FieldValue): string {
  if (field === 'contacts' || field === 'team') return (value as readonly Person[]).map(personText).join('; ');
  return describedValue(telling, field, describeValue(field, value) ?? '');
}

function personText({ firstName, lastName, email, phone }: Person): string {
  const name = [firstName, lastName].filter((part) => part !== null).join(' ');
  // Partner Center refuses a deal with any other address in it, so it is left out.
  return [name, isEmail(email) ? email : null, phone].filter((part) => part !== null && part !== '').join(', ');
}

/** What a seller looks at before answering a deal that Microsoft sent. */
const OFFERED = [
  'name',
  'customer',
  'contacts',
  'dealValue',
  'closeDate',
  'notes',
  'solutions',
] as const satisfies readonly DealField[];

export function offeredLines(telling: Telling): readonly PreviewLine[] {
  const { drafted, policy } = telling.facts;
  if (drafted === null || policy === null) return [];
  const deal = dealFromCrm(drafted, policy);
  const expiry = expiryOf(telling);
  return [
    ...OFFERED.filter((field) => !isEmptyValue(field, getField(deal, field))).map((field) => ({
      label: fieldLabel(telling, field),
      value: lineText(telling, field, getField(deal, field)),
    })),
    ...(expiry === null ? [] : [{ label: telling.text('readOnly_expires'), value: expiry.moment }]),
  ];
}
