import { closingDateTime } from '../model/close-date.ts';
import { getField, personText, type FieldValue } from '../model/fields.ts';
import type { Customer, Deal, Money, Person, Referral, Solution } from '../model/index.ts';
import { isEmail, personKey, normalPeople } from '../model/person.ts';
import { solutionKey } from '../model/solution.ts';
import { personOf, solutionOf } from './deal-from-referral.ts';
import type { MappingRow } from './types.ts';
import { isObject, readPointer } from './pointer.ts';

/** A value at a JSON pointer of a referral. */
export type PointerWrite = readonly [pointer: string, value: unknown];

/**
 * What a field of the deal becomes on the wire. `referral` is the referral it goes to (`{}` for a new one): list elements that stay are
 * taken from it as they are, with every property we know nothing of.
 */
export function fieldToReferral(row: MappingRow, deal: Deal, referral: Partial<Referral>): readonly PointerWrite[] {
  const value = getField(deal, row.field);
  const at = (part: string) => row.referral[part] ?? '';
  switch (row.field) {
    case 'dealValue': {
      const money = value as Money | null;
      if (money === null) return [];
      return [
        [at('amount'), Number(money.amount)],
        [at('currency'), money.currency],
      ];
    }
    case 'closeDate':
      return value === null ? [] : [[at('value'), closingDateTime(value as string)]];
    case 'customer':
      return customerWrites(row, value as Customer | null);
    case 'contacts':
    case 'team':
      return [[at('value'), members(value as readonly Person[], rawList(referral, at('value')))]];
    case 'solutions':
      return [[at('value'), solutions(value as readonly Solution[], rawList(referral, at('value')))]];
    case 'phase':
      return [];
    default:
      return [[at('value'), emptyText(value)]];
  }
}

function rawList(referral: Partial<Referral>, pointer: string): readonly unknown[] {
  const list = readPointer(referral, pointer);
  return Array.isArray(list) ? list : [];
}

/** Emptied text is sent as empty text: JSON Patch may not remove here, and not every text may be null. */
function emptyText(value: FieldValue): unknown {
  return value ?? '';
}

function customerWrites(row: MappingRow, customer: Customer | null): readonly PointerWrite[] {
  if (customer === null) return [];
  const parts: Readonly<Record<string, string | null>> = { name: customer.name, ...customer.address };
  return Object.entries(row.referral).flatMap(([part, pointer]) => {
    const text = parts[part] ?? null;
    return text === null ? [] : [[pointer, text] as const];
  });
}

function members(people: readonly Person[], existing: readonly unknown[]): readonly unknown[] {
  return listInPlace(people, existing, personKey, keyOfMember, (person, member) => {
    if (member !== null && personText(personOf(member)) === personText(person)) return member;
    const { firstName, lastName, phone, email } = person;
    return withoutEmpty({ ...member, firstName, lastName, phoneNumber: phone, email: isEmail(email) ? email : null });
  });
}

function keyOfMember(member: Readonly<Record<string, unknown>>): string | null {
  const [person] = normalPeople([personOf(member)]);
  return person === undefined ? null : personKey(person);
}

function solutions(wanted: readonly Solution[], existing: readonly unknown[]): readonly unknown[] {
  const keyOfRaw = (raw: Readonly<Record<string, unknown>>) => solutionOf(raw).map(solutionKey)[0] ?? null;
  return listInPlace(wanted, existing, solutionKey, keyOfRaw, (solution, raw) => {
    return raw ?? withoutEmpty({ id: solution.id, name: solution.name, type: 'Name' });
  });
}

/**
 * The wanted elements in the order of the existing ones, new ones last. An element that we can't read stays exactly where it is:
 * it is not ours to drop.
 */
function listInPlace<T>(
  wanted: readonly T[],
  existing: readonly unknown[],
  keyOf: (element: T) => string,
  keyOfRaw: (raw: Readonly<Record<string, unknown>>) => string | null,
  write: (element: T, raw: Readonly<Record<string, unknown>> | null) => unknown,
): readonly unknown[] {
  const open = new Map(wanted.map((element) => [keyOf(element), element]));
  const kept = existing.flatMap((raw) => {
    const key = isObject(raw) ? keyOfRaw(raw) : null;
    if (key === null || !isObject(raw)) return [raw];
    const element = open.get(key);
    open.delete(key);
    return element === undefined ? [] : [write(element, raw)];
  });
  return [...kept, ...[...open.values()].map((element) => write(element, null))];
}

function withoutEmpty(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
}
