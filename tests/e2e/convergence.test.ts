import fc from 'fast-check';
import type { OpportunityForm } from './support/crm-driver.ts';
import { type SharedDeal, shareDeal, waitForReferral, waitForStatus } from './support/deals.ts';
import { CRMS, startWorld, type World } from './support/world.ts';

const DEALS = 12;
const EDITS = 240;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

interface Edit {
  readonly deal: number;
  readonly change: Partial<OpportunityForm>;
  /** How many edits are sent without waiting for the one before. */
  readonly together: number;
}

const edits = fc.array(
  fc.record<Edit>({
    deal: fc.nat({ max: DEALS - 1 }),
    change: fc.oneof(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).map((text) => `Deal ${text.trim()}`),
      }),
      fc.record({ amount: fc.integer({ min: 1, max: 99_999_999 }).map((cents) => cents / 100) }),
      fc.record({
        closeDate: fc
          .date({ min: new Date('2027-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
          .map((day) => day.toISOString().slice(0, 10)),
      }),
      fc.record({ notes: fc.string({ minLength: 1, maxLength: 200 }).map((text) => `Notes ${text.trim()}.`) }),
    ),
    together: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: EDITS, maxLength: EDITS },
);

describe.each(CRMS)('many quick edits in %s', (name) => {
  it('end with both sides equal, by the events alone', async () => {
    const crm = world.crm[name];
    const deals: SharedDeal[] = [];
    for (let index = 0; index < DEALS; index += 1) deals.push(await shareDeal(crm, world.partnerCenter));
    const wanted = deals.map((): Partial<OpportunityForm> => ({}));

    const schedule = fc.sample(edits, { numRuns: 1, seed: 20_261_120 })[0] ?? [];
    for (let next = 0; next < schedule.length;) {
      const group = schedule.slice(next, next + (schedule[next]?.together ?? 1));
      // Two edits of one field of one deal at the same time have no defined winner, so only the last of them is sent.
      const sent = new Map(group.map((edit) => [`${edit.deal} ${Object.keys(edit.change).join()}`, edit]));
      await Promise.all(
        [...sent.values()].map(async ({ deal, change }) => {
          wanted[deal] = { ...wanted[deal], ...change };
          await crm.update(deals[deal]?.opportunityId ?? '', change);
        }),
      );
      next += group.length;
    }

    for (const [index, { opportunityId, referral }] of deals.entries()) {
      const { name: dealName, amount, closeDate, notes } = wanted[index] ?? {};
      const last = await waitForReferral(
        world.partnerCenter,
        opportunityId,
        (seen) =>
          (dealName === undefined || seen.name === dealName.trim()) &&
          (amount === undefined || seen.details?.dealValue === amount) &&
          (closeDate === undefined || seen.details?.closingDateTime?.slice(0, 10) === closeDate) &&
          (notes === undefined || seen.details?.notes === notes?.trim()),
        20_000,
      );
      expect(last.id).toBe(referral.id);
      await waitForStatus(crm, opportunityId, 'in-sync', 20_000);
    }
  }, 120_000);
});
