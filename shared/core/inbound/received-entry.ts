import type { AuditEntry } from '../audit/types.ts';
import type { IsoInstant, Person, Referral } from '../model/index.ts';
import { entry } from '../plan/sentences.ts';
import type { AccountMatch } from './match-account.ts';

/** What was found in the CRM for a new deal and what was made. */
export interface Received {
  readonly referral: Referral;
  /** `by` is `null` for a new account. */
  readonly account: { readonly name: string; readonly by: AccountMatch['by'] | null } | null;
  readonly contacts: readonly { readonly person: Person; readonly found: boolean }[];
  readonly unknownCurrency: string | null;
}

/** The first line of an opportunity that was made for a deal from Partner Center: it names what was matched, so that people can check it. */
export function receivedEntry(now: IsoInstant, { referral, account, contacts, unknownCurrency }: Received): AuditEntry {
  const from = referral.direction === 'Incoming' ? 'Received from Microsoft.' : 'Taken over from Partner Center.';
  const names = (found: boolean) =>
    contacts.filter((contact) => contact.found === found).map(({ person }) => nameOf(person));
  const sentences = [
    from,
    account === null ? '' : accountSentence(account),
    listed('Contact found:', names(true)),
    listed('Contact made:', names(false)),
    unknownCurrency === null
      ? ''
      : `The value was not entered, because the CRM has no currency ${unknownCurrency}; ask your administrator to add it.`,
  ];
  return entry(now, 'received', sentences.filter((sentence) => sentence !== '').join(' '), {
    ok: unknownCurrency === null,
  });
}

function accountSentence({ name, by }: NonNullable<Received['account']>): string {
  return by === null ? `Account made: ${name}.` : `Account found by ${by}: ${name}.`;
}

function listed(label: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${label} ${names.join(', ')}.`;
}

function nameOf({ firstName, lastName, email }: Person): string {
  const name = [firstName, lastName].filter((part) => part !== null).join(' ');
  return name === '' ? (email ?? '') : name;
}
