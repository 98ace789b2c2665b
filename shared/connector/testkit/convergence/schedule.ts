import fc from 'fast-check';
import type { ConflictRule } from '../../../core/index.ts';
import type { CrmValue } from '../../../core/model/index.ts';

/** An opportunity or a referral, counted round and round over those that there are. */
type Nth = number;

/** What a seller changes on an opportunity, in neutral words. */
export type SellerChange =
  | { readonly field: 'name' | 'amount' | 'closeDate' | 'notes' | 'products'; readonly value: CrmValue }
  | { readonly field: 'stage'; readonly value: 'New' | 'Accepted' | 'Closed Won' | 'Closed Lost' }
  | { readonly field: 'sync' | 'visible'; readonly value: boolean }
  | { readonly field: 'help'; readonly value: string | null }
  | { readonly field: 'team'; readonly value: number };

/** What somebody changes on a referral in Partner Center itself. */
export type PartnerChange =
  | { readonly field: 'name' | 'closingDateTime' | 'notes'; readonly value: string }
  | { readonly field: 'money'; readonly value: number; readonly currency: string }
  | { readonly field: 'solutions'; readonly value: readonly string[] }
  | { readonly field: 'team'; readonly value: number };

export type Move = 'accept' | 'decline' | 'win' | 'lose' | 'expire';

/** Something that a person does on one side. */
export type Deed =
  | { readonly kind: 'seller-edits'; readonly deal: Nth; readonly change: SellerChange }
  | {
      readonly kind: 'seller-asks';
      readonly deal: Nth;
      readonly action: 'sync' | 'accept' | 'decline';
      readonly reason: string | null;
      readonly mayEdit: boolean;
    }
  | { readonly kind: 'partner-edits'; readonly referral: Nth; readonly change: PartnerChange }
  | { readonly kind: 'partner-moves'; readonly referral: Nth; readonly move: Move }
  | { readonly kind: 'microsoft-answers'; readonly referral: Nth; readonly move: 'accept' | 'decline' | 'edit' };

export interface Fault {
  readonly on: 'get' | 'list' | 'create' | 'patch' | 'crm-read' | 'crm-write' | 'crm-find' | 'crm-users' | 'crm-create';
  readonly as: 'throttled' | 'unavailable' | 'timeout' | 'timeout-after-acting' | 'conflict' | 'rejected';
}

/** How the run of a process goes. */
export interface Disturbance {
  readonly killAt: number | null;
  readonly faults: readonly Fault[];
  /** At one of its calls, somebody does something, and perhaps the connector hears of it at once. */
  readonly meanwhile: { readonly at: number; readonly deed: Deed; readonly heard: boolean } | null;
}

export type Step =
  | Deed
  | { readonly kind: 'seller-adds'; readonly help: string | null; readonly sync: boolean; readonly visible: boolean }
  | { readonly kind: 'microsoft-sends'; readonly accepted: boolean }
  /** Of the events that wait some arrive, in any order and as often as they like; the others still may, or are lost. */
  | {
      readonly kind: 'events-arrive';
      readonly side: 'crm' | 'partner-center';
      readonly which: readonly Nth[];
      /** What becomes of the events that arrived: they are over, or come again some time. */
      readonly again: boolean;
      /** What becomes of those that did not arrive. */
      readonly lost: boolean;
    }
  | { readonly kind: 'catch-up' }
  | { readonly kind: 'crm-refuses'; readonly deal: Nth; readonly refuses: boolean }
  | { readonly kind: 'works' | 'resolves'; readonly disturbance: Disturbance }
  | { readonly kind: 'waits'; readonly seconds: number };

/** What happens, from the first moment to the last; plain data, so that a failure can be kept as an example. */
export interface Schedule {
  readonly rule: ConflictRule | null;
  /** Every event arrives in the end, and nothing else: nobody reconciles. Otherwise what has not arrived is lost. */
  readonly eventsAlone: boolean;
  readonly steps: readonly Step[];
  /** At the end, before everything is compared. */
  readonly finale: { readonly syncOn: boolean; readonly accept: boolean };
}

/** How often which kind of thing happens. */
export interface Profile {
  readonly rules: readonly (ConflictRule | null)[];
  readonly eventsAlone: boolean;
  readonly sends: number;
  readonly adds: number;
  readonly seller: number;
  readonly partner: number;
  readonly ends: number;
  readonly faults: number;
  readonly kills: number;
  readonly meanwhile: number;
}

const nth = fc.nat({ max: 7 });
const word = fc.constantFrom('A', 'B', 'C', 'čtyři 四 🚀', 'two\nlines');
const day = fc.constantFrom('2027-01-31', '2027-06-30', '2028-02-29');
const SOLUTIONS = ['SOL-12345-ABC', 'SOL-15974-MQF', '0f4b8a52-7d1e-4c39-a6f5-2b9de0c7a113'];
const solutions = fc.uniqueArray(fc.constantFrom(...SOLUTIONS), { minLength: 1, maxLength: 3 });
const cents = fc.constantFrom(100, 12_345, 99_999_999, 7_050);
const move = (...moves: Move[]) => fc.constantFrom(...moves);

const plainSellerChange: fc.Arbitrary<SellerChange> = fc.oneof(
  fc.record({ field: fc.constant('name' as const), value: word.map((text) => `Deal ${text}`) }),
  fc.record({ field: fc.constant('amount' as const), value: cents.map((n) => String(n / 100)) }),
  fc.record({ field: fc.constant('closeDate' as const), value: day }),
  fc.record({ field: fc.constant('notes' as const), value: fc.option(word.map((text) => `Notes ${text}`)) }),
  fc.record({ field: fc.constant('products' as const), value: solutions.map((ids) => ids.join(', ')) }),
  fc.record({ field: fc.constant('team' as const), value: fc.nat({ max: 7 }) }),
);
const steepSellerChange: fc.Arbitrary<SellerChange> = fc.oneof(
  fc.record({
    field: fc.constant('stage' as const),
    value: fc.constantFrom('New' as const, 'Accepted' as const, 'Closed Won' as const, 'Closed Lost' as const),
  }),
  fc.record({ field: fc.constantFrom('sync' as const, 'visible' as const), value: fc.boolean() }),
  fc.record({
    field: fc.constant('help' as const),
    value: fc.constantFrom(null, 'GeneralOrOther', 'QuotesOrLicensing'),
  }),
  fc.constantFrom<SellerChange>(
    { field: 'amount', value: null },
    { field: 'products', value: 'nonsense' },
    { field: 'products', value: null },
  ),
);
const partnerChange: fc.Arbitrary<PartnerChange> = fc.oneof(
  fc.record({ field: fc.constant('name' as const), value: word.map((text) => `Referral ${text}`) }),
  fc.record({ field: fc.constant('notes' as const), value: fc.oneof(fc.constant(''), word) }),
  fc.record({
    field: fc.constant('closingDateTime' as const),
    value: day.chain((date) => fc.constantFrom(`${date}T00:00:00Z`, `${date}T21:30:00.1234567Z`)),
  }),
  fc.record({
    field: fc.constant('money' as const),
    value: cents.map((n) => n / 100),
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
  }),
  fc.record({ field: fc.constant('solutions' as const), value: solutions }),
  fc.record({ field: fc.constant('team' as const), value: fc.nat({ max: 15 }) }),
);

function deedOf(profile: Profile): fc.Arbitrary<Deed> {
  return fc.oneof(
    {
      weight: profile.seller * 3,
      arbitrary: fc.record({ kind: fc.constant('seller-edits' as const), deal: nth, change: plainSellerChange }),
    },
    {
      weight: profile.ends * 2,
      arbitrary: fc.record({ kind: fc.constant('seller-edits' as const), deal: nth, change: steepSellerChange }),
    },
    {
      weight: profile.ends,
      arbitrary: fc.record({
        kind: fc.constant('seller-asks' as const),
        deal: nth,
        action: fc.constantFrom('sync' as const, 'accept' as const, 'decline' as const),
        reason: fc.constantFrom(null, 'Not our field'),
        mayEdit: fc.nat({ max: 4 }).map((n) => n > 0),
      }),
    },
    {
      weight: profile.partner * 3,
      arbitrary: fc.record({ kind: fc.constant('partner-edits' as const), referral: nth, change: partnerChange }),
    },
    {
      weight: profile.ends,
      arbitrary: fc.record({
        kind: fc.constant('partner-moves' as const),
        referral: nth,
        move: move('accept', 'decline', 'win', 'lose', 'expire'),
      }),
    },
    {
      weight: profile.ends,
      arbitrary: fc.record({
        kind: fc.constant('microsoft-answers' as const),
        referral: nth,
        move: fc.constantFrom('accept' as const, 'decline' as const, 'edit' as const),
      }),
    },
  );
}

/** After a refusal it is somebody's move: no event comes of it by itself. */
const faultOf = ({ eventsAlone }: Profile): fc.Arbitrary<Fault> =>
  fc.record({
    on: fc.constantFrom(
      'get',
      'list',
      'create',
      'patch',
      'crm-read',
      'crm-write',
      'crm-find',
      'crm-users',
      'crm-create',
    ),
    as: fc.constantFrom<Fault['as'][]>(
      'throttled',
      'unavailable',
      'timeout',
      'timeout-after-acting',
      'conflict',
      ...(eventsAlone ? [] : (['rejected'] as const)),
    ),
  });

function disturbanceOf(profile: Profile): fc.Arbitrary<Disturbance> {
  const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(null) }, { weight, arbitrary });
  return fc.record({
    killAt: often(profile.kills, fc.nat({ max: 30 })),
    faults: often(profile.faults, fc.array(faultOf(profile), { minLength: 1, maxLength: 4 })).map(
      (faults) => faults ?? [],
    ),
    meanwhile: often(
      profile.meanwhile,
      fc.record({ at: fc.integer({ min: 1, max: 12 }), deed: deedOf(profile), heard: fc.boolean() }),
    ),
  });
}

/** Schedules of at most `maxSteps` steps. */
export function scheduleOf(profile: Profile, maxSteps: number): fc.Arbitrary<Schedule> {
  const disturbance = disturbanceOf(profile);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 12, arbitrary: deedOf(profile) },
    {
      weight: profile.adds,
      arbitrary: fc.record({
        kind: fc.constant('seller-adds' as const),
        help: fc.constantFrom(null, 'ProofOfConceptOrDemo'),
        sync: fc.nat({ max: 4 }).map((n) => n > 0),
        visible: fc.boolean(),
      }),
    },
    {
      weight: profile.sends,
      arbitrary: fc.record({ kind: fc.constant('microsoft-sends' as const), accepted: fc.boolean() }),
    },
    {
      weight: 7,
      arbitrary: fc.record({
        kind: fc.constant('events-arrive' as const),
        side: fc.constantFrom('crm' as const, 'partner-center' as const),
        which: fc.array(nth, { maxLength: 5 }),
        again: fc.boolean(),
        lost: profile.eventsAlone ? fc.constant(false) : fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'catch-up' as const }) },
    {
      weight: profile.faults > 0 && !profile.eventsAlone ? 1 : 0,
      arbitrary: fc.record({ kind: fc.constant('crm-refuses' as const), deal: nth, refuses: fc.boolean() }),
    },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('works' as const), disturbance }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('resolves' as const), disturbance }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('waits' as const), seconds: fc.constantFrom(2, 30, 600) }),
    },
  );
  const begin: fc.Arbitrary<Step> =
    profile.adds > 0
      ? fc.record({
          kind: fc.constant('seller-adds' as const),
          help: fc.constantFrom(null, 'ProofOfConceptOrDemo'),
          sync: fc.constant(true),
          visible: fc.constant(false),
        })
      : fc.record({ kind: fc.constant('microsoft-sends' as const), accepted: fc.boolean() });
  return fc.record({
    rule: fc.constantFrom(...profile.rules),
    eventsAlone: fc.constant(profile.eventsAlone),
    steps: fc
      .tuple(begin, fc.array(step, { maxLength: maxSteps - 1, size: 'max' }))
      .map(([one, more]) => [one, ...more]),
    finale: fc.record({ syncOn: fc.boolean(), accept: fc.boolean() }),
  });
}
