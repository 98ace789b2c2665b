import type { Person } from './deal.ts';
import { normalText } from './text.ts';

/** What makes two entries the same human being: the e-mail, or for people without one the name and phone. */
export function personKey(person: Person): string {
  if (person.email !== null) return person.email.toLowerCase();
  return [person.firstName, person.lastName, person.phone].map((part) => (part ?? '').toLowerCase()).join('|');
}

/** Normal texts, entries without any content dropped, the first of several with one key kept. */
export function normalPeople(people: readonly Person[]): readonly Person[] {
  const byKey = new Map<string, Person>();
  for (const raw of people) {
    const person: Person = {
      firstName: normalText(raw.firstName),
      lastName: normalText(raw.lastName),
      email: normalText(raw.email),
      phone: normalText(raw.phone),
    };
    const key = personKey(person);
    if (key !== '||' && !byKey.has(key)) byKey.set(key, person);
  }
  return [...byKey.values()];
}

/** Whether this has the form of an e-mail address. Partner Center refuses a deal with any other in it. */
export function isEmail(text: string | null): boolean {
  return text !== null && /^[\w+'-]+(\.[\w+'-]+)*@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i.test(text);
}
