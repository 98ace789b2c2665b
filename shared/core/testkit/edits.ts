import fc from 'fast-check';
import { HELP_CODES, type CrmKind, type Person, type Referral } from '../index.ts';
import { withPointer } from '../mapping/pointer.ts';
import type { Draft } from './opportunities.ts';
import type { World } from './world.ts';

/** One thing a person does on one side. */
export type Edit =
  | { readonly side: 'crm'; readonly draft: Partial<Draft>; readonly team?: readonly Person[] }
  | { readonly side: 'partner-center'; readonly pointer: string; readonly value: unknown };

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('one\r\ntwo', '  spaced ', 'čtyři 四 🚀', 'x'.repeat(60)),
);
const name = text.map((word) => `Deal ${word}`);
const amount = fc.integer({ min: 1, max: 10_000_000 });
const day = fc.integer({ min: 0, max: 700 }).map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
const ids = ['SOL-15974-MQF', 'SOL-34104-EBB', 'SOL-20811-KTR', '0f4b8a52-7d1e-4c39-a6f5-2b9de0c7a113'];
const products = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 });
const EMAILS = ['kim@woodgrove.example', 'JO@woodgrove.example', 'lee@woodgrove.example'] as const;
const people = {
  firstName: fc.constantFrom('Kim', 'Jo', null),
  lastName: fc.constantFrom('Berg', 'Lee'),
  phone: fc.constantFrom(null, '1', '2'),
};
const person = fc.record({ ...people, email: fc.constantFrom(...EMAILS) });
const team = fc.uniqueArray(person, { selector: (p) => p.email.toLowerCase(), maxLength: 3 });
/** In Partner Center's team there are also a user who is not in the CRM's yet, and people whom the CRM does not know. */
const member = fc.record({
  ...people,
  email: fc.constantFrom(...EMAILS, 'sam@woodgrove.example', 'pat@agency.example', 'PAM@agency.example', null),
});
const members = fc.uniqueArray(member, { selector: (p) => p.email?.toLowerCase() ?? '', maxLength: 4 });
const solution = (id: string) => ({ id, type: 'Name', publisherName: 'kept' });
const memberOf = ({ phone, ...rest }: Person) => ({ ...rest, phoneNumber: phone, title: 'kept' });

/** Any edit of an open deal in the CRM, without its end and without sharing. */
export const crmEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .oneof(
      fc.record({ name }),
      fc.record({ amount: amount.map((n) => String(n / 100)) }),
      fc.record({ notes: fc.option(text) }),
      fc.record({ closeDate: day }),
      fc.record({ products: products.map((list) => list.join('; ')) }),
    )
    .map((draft): Edit => ({ side: 'crm', draft })),
  team.map((people): Edit => ({ side: 'crm', draft: {}, team: people })),
);

const set =
  (pointer: string) =>
  (value: unknown): Edit => ({ side: 'partner-center', pointer, value });

/** Any edit of an open deal in Partner Center, without its end and without sharing. */
export const partnerCenterEdit: fc.Arbitrary<Edit> = fc.oneof(
  name.map(set('/name')),
  amount.map((n) => set('/details/dealValue')(n / 1000)),
  text.map(set('/details/notes')),
  day.map((date) => set('/details/closingDateTime')(`${date}T22:30:00.0000000Z`)),
  products.map((list) => set('/details/requirements/solutions')(list.map(solution))),
  members.map((people) => set('/team')(people.map(memberOf))),
  fc.constant(set('/favouriteColour')('green')),
);

/** Edits that end a deal or change how much of it is shared. */
export const steepEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom<Edit>(
    { side: 'crm', draft: { phase: 'won' } },
    { side: 'crm', draft: { phase: 'lost' } },
    { side: 'crm', draft: { phase: 'open' } },
    { side: 'crm', draft: { visible: true } },
    { side: 'crm', draft: { visible: false } },
    { side: 'crm', draft: { help: null } },
    { side: 'crm', draft: { sync: false } },
    { side: 'crm', draft: { sync: true } },
    { side: 'crm', draft: { amount: null } },
    { side: 'crm', draft: { products: 'nonsense' } },
    set('/substatus')('Won'),
    set('/substatus')('Error'),
    set('/consent/consentToShareReferralWithMicrosoftSellers')(true),
  ),
  fc.constantFrom(...HELP_CODES).map((help): Edit => ({ side: 'crm', draft: { help } })),
);

/** Does the edit in a world, the way a person would. */
export function doEdit(world: World, edit: Edit): void {
  if (edit.side === 'crm') {
    world.crm.edit(edit.draft, edit.team === undefined ? {} : { team: edit.team });
    return;
  }
  world.editPartnerCenter((referral) => {
    const changed = withPointer(referral, edit.pointer, edit.value) as unknown as Referral;
    return edit.pointer === '/substatus' ? { ...changed, status: 'Closed' } : changed;
  });
}

export const crmKind: fc.Arbitrary<CrmKind> = fc.constantFrom('salesforce', 'dynamics');
