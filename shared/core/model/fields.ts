import type { CustomValue, Customer, Deal, DealField, Person, Solution } from './deal.ts';
import { helpLabel } from './help.ts';
import { personKey } from './person.ts';
import type { Money } from './scalars.ts';
import { solutionKey } from './solution.ts';

/** What a field of a deal can hold. */
export type FieldValue = Deal[DealField] | CustomValue;

/** The shipped fields, in the order people read them. */
export const DEAL_FIELDS = [
  'name',
  'dealValue',
  'closeDate',
  'notes',
  'phase',
  'visibleToMicrosoft',
  'help',
  'customer',
  'contacts',
  'team',
  'solutions',
] as const satisfies readonly DealField[];

export const FIELD_LABELS: Readonly<Record<DealField, string>> = {
  name: 'Name',
  dealValue: 'Deal value',
  closeDate: 'Close date',
  notes: 'Notes',
  phase: 'Status',
  visibleToMicrosoft: 'Visible to Microsoft',
  help: 'Help from Microsoft',
  customer: 'Customer',
  contacts: 'Customer contacts',
  team: 'Sales team',
  solutions: 'Products',
};

export function isDealField(field: string): field is DealField {
  return (DEAL_FIELDS as readonly string[]).includes(field);
}

/** The label people read; a custom row is called by its own name. */
export function fieldLabel(field: string): string {
  return isDealField(field) ? FIELD_LABELS[field] : field;
}

export function getField(deal: Deal, field: string): FieldValue {
  return isDealField(field) ? deal[field] : (deal.custom[field] ?? null);
}

/** A copy of the deal with one field replaced. */
export function withField(deal: Deal, field: string, value: FieldValue): Deal {
  if (isDealField(field)) return { ...deal, [field]: value };
  return { ...deal, custom: { ...deal.custom, [field]: value as CustomValue } };
}

/** Text that is equal exactly when two values of the field mean the same. Lists have no order. */
export function fingerprint(field: string, value: FieldValue): string {
  if (value === null) return '';
  switch (field) {
    case 'dealValue':
      return `${(value as Money).amount} ${(value as Money).currency}`;
    case 'customer':
      return customerParts(value as Customer).join('\n');
    case 'contacts':
    case 'team':
      return (value as readonly Person[]).map(personText).sort().join('\n');
    case 'solutions':
      return (value as readonly Solution[]).map(solutionKey).sort().join('\n');
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

export function sameValue(field: string, a: FieldValue, b: FieldValue): boolean {
  return fingerprint(field, a) === fingerprint(field, b);
}

export function isEmptyValue(field: string, value: FieldValue): boolean {
  return fingerprint(field, value).trim() === '';
}

/** Everything about a person that counts as a change. */
export function personText(person: Person): string {
  return [personKey(person), person.firstName, person.lastName, person.phone].map((part) => part ?? '').join('\t');
}

/** The value for people to read, in neutral form; `null` when it is empty. */
export function describeValue(field: string, value: FieldValue): string | null {
  if (isEmptyValue(field, value)) return null;
  switch (field) {
    case 'contacts':
    case 'team':
      return (value as readonly Person[]).map(personName).join(', ');
    case 'solutions':
      return (value as readonly Solution[]).map((solution) => solution.id).join(', ');
    case 'customer':
      return customerParts(value as Customer)
        .filter((part) => part !== '')
        .join(', ');
    case 'help':
      return helpLabel(fingerprint(field, value));
    case 'visibleToMicrosoft':
      return value === true ? 'yes' : 'no';
    default:
      return fingerprint(field, value).trim();
  }
}

function personName(person: Person): string {
  const name = [person.firstName, person.lastName].filter((part) => part !== null).join(' ');
  return name === '' ? (person.email ?? person.phone ?? '') : name;
}

function customerParts(customer: Customer): string[] {
  const { line1, line2, city, state, postalCode, country } = customer.address;
  return [customer.name, line1, line2, city, state, postalCode, country].map((part) => part ?? '');
}
