import type { Membership, Person } from '../../core/model/index.ts';
import type { QueryAnswer, SObjectRecord } from './wire.ts';

/** A contact or user record as a person; `null` for what has neither a name nor an address, such as a queue. */
export function personOf(record: unknown): Person | null {
  if (typeof record !== 'object' || record === null) return null;
  const { FirstName, LastName, Email, Phone } = record as SObjectRecord;
  const person = { firstName: text(FirstName), lastName: text(LastName), email: text(Email), phone: text(Phone) };
  return person.lastName === null && person.email === null ? null : person;
}

/** In the order given, each e-mail address once: the first one stays. */
export function distinct(people: readonly (Person | null)[]): readonly Person[] {
  const seen = new Set<string>();
  return people.filter((person): person is Person => {
    if (person === null) return false;
    const email = person.email?.toLowerCase();
    if (email === undefined) return true;
    return !seen.has(email) && seen.add(email) !== undefined;
  });
}

/** Rows of the opportunity team that can be taken away. The owner has one, too, and stays in the team without it. */
export function membershipsOf(opportunity: SObjectRecord, members: readonly SObjectRecord[]): readonly Membership[] {
  const owner = personOf(opportunity.Owner)?.email?.toLowerCase();
  return members.flatMap(({ Id, User }) => {
    const email = personOf(User)?.email ?? null;
    return email === null || email.toLowerCase() === owner ? [] : [{ id: String(Id), email }];
  });
}

/** The records of a child subquery; Salesforce sends `null` for an empty one. */
export function childrenOf(value: unknown): QueryAnswer {
  return (value as QueryAnswer | null | undefined) ?? { totalSize: 0, done: true, records: [] };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
