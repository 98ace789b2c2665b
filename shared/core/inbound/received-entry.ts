import type { AuditChange, AuditEntry } from '../audit/types.ts';
import { describeValue } from '../model/fields.ts';
import type { IsoInstant, Person, Referral } from '../model/index.ts';
import { entry } from '../plan/sentences.ts';
import type { AccountMatch } from './match-account.ts';

/** What was found in the CRM for a new deal and what was made. */
export interface Received {
  readonly referral: Referral;
  /** `by` is `null` for a new account. */
  readonly account: { readonly name: string; readonly by: AccountMatch['by'] | null } | null;
  readonly contacts: readonly { readonly person: Person; readonly found: boolean }[];
  /** Users who are in the sales team from the beginning. */
  readonly team: readonly Person[];
  readonly unknownCurrency: string | null;
}

/** The first line of an opportunity that was made for a deal from Partner Center: it names what was matched, so that people can check it. */
export function receivedEntry(now: IsoInstant, received: Received): AuditEntry {
  const { referral, account, contacts, team, unknownCurrency } = received;
  const found = contacts.filter((contact) => contact.found).length;
  const sentences = [
    referral.direction === 'Incoming' ? 'Received from Microsoft.' : 'Taken over from Partner Center.',
    account === null ? '' : accountSentence(account.by),
    contacts.length === 0 ? '' : `Contacts: ${found} found, ${contacts.length - found} made.`,
    unknownCurrency === null
      ? ''
      : `The value was not entered, because the CRM has no currency ${unknownCurrency}; ask your administrator to add it.`,
  ];
  const people = contacts.map(({ person }) => person);
  return entry(now, 'received', sentences.filter((sentence) => sentence !== '').join(' '), {
    ok: unknownCurrency === null,
    changes: [
      ...change('customer', account?.name ?? null),
      ...change('contacts', describeValue('contacts', people)),
      ...change('team', describeValue('team', team)),
    ],
    detail: detailOf(received),
  });
}

const ACCOUNT_WORDS = { 'name and postal code': 'account-found', name: 'account-found-by-name' } as const;

/** The same for the section, which has words of its own in every language: one word for each thing found or made. */
function detailOf({ referral, account, contacts, unknownCurrency }: Received): string {
  return [
    referral.direction === 'Incoming' ? 'from-microsoft' : 'taken-over',
    ...(account === null ? [] : [account.by === null ? 'account-made' : ACCOUNT_WORDS[account.by]]),
    ...contacts.map(({ found }) => (found ? 'contact-found' : 'contact-made')),
    ...(unknownCurrency === null ? [] : [`no-currency:${unknownCurrency}`]),
  ].join(',');
}

function accountSentence(by: AccountMatch['by'] | null): string {
  return by === null ? 'A new account was made.' : `The account was found by ${by}.`;
}

function change(field: string, to: string | null): readonly AuditChange[] {
  return to === null ? [] : [{ field, from: null, to, direction: 'to-crm' }];
}
