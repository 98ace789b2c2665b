import type { Html } from '../../kit/index.ts';
import type { StoredReferral } from '../record.ts';
import { textArea } from './form.ts';

type Members = NonNullable<StoredReferral['team']>;

/** People, one a line: name, e-mail, phone. */
export function peopleLines(members: StoredReferral['team']): string {
  return (members ?? [])
    .map(({ firstName, lastName, email, phoneNumber }) =>
      [[firstName, lastName].filter(Boolean).join(' '), email, phoneNumber].filter(Boolean).join(', '),
    )
    .join('\n');
}

export function teamField(prefix: string, value: string): Html {
  return textArea(prefix, { name: 'team', label: 'Sales team (one person a line: name, e-mail, phone)', value });
}

/** The people of the lines; what a referral says of somebody beyond that stays. */
export function membersOf(lines: string, known: StoredReferral['team']): Members {
  return lines
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...others] = line.split(',').map((part) => part.trim());
      const email = others.find((part) => part.includes('@')) ?? null;
      const phoneNumber = others.find((part) => part !== '' && part !== email) ?? null;
      const [firstName = '', ...last] = name.split(/\s+/);
      const kept = (known ?? []).find(
        (member) => email !== null && member.email?.toLowerCase() === email.toLowerCase(),
      );
      return { ...kept, firstName, lastName: last.join(' '), email, phoneNumber };
    });
}
