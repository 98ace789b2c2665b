import { setTimeout as pause } from 'node:timers/promises';
import { ACCOUNT, CONTACT, DEAL } from './support/deals.ts';
import { waitFor } from './support/wait.ts';
import { CRMS, startWorld, type World } from './support/world.ts';

const ROUNDS = 30;
const DEALS_PER_ROUND = 2;
/** The same rounds every time, so that a failure can be repeated. */
const SEED = 20_261_120;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Mulberry32: a small seeded generator, so that the moments of the kills are spread but repeatable. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('kill -9 of the connector', () => {
  it(`at ${ROUNDS} random points leaves exactly one referral per opportunity and loses none`, async () => {
    const random = seeded(SEED);
    const customers = await Promise.all(CRMS.map((name) => world.crm[name].createCustomer(ACCOUNT, CONTACT)));
    const shared: { readonly name: (typeof CRMS)[number]; readonly id: string }[] = [];

    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, name] of CRMS.entries()) {
        const customer = customers[index];
        if (!customer) throw new Error('A customer is missing.');
        for (let deal = 0; deal < DEALS_PER_ROUND; deal += 1) {
          shared.push({
            name,
            id: await world.crm[name].createOpportunity({ ...DEAL, name: `Round ${round} deal ${deal}` }, customer),
          });
        }
      }
      // The one place where time itself is under test: the moment of the kill.
      await pause(Math.floor(random() * 400));
      await world.killConnector();
      await world.startConnector();
    }

    for (const { name, id } of shared) {
      const section = await waitFor(
        `${name} ${id} to be in sync`,
        async () => {
          const seen = await world.crm[name].section(id);
          return seen.status === 'in-sync' && seen;
        },
        60_000,
      );
      const own = await world.partnerCenter.ownOf(id);
      expect(own.map((referral) => referral.id)).toEqual([section.referralId]);
      expect(await world.partnerCenter.engagement(own[0]?.engagementId ?? '')).toHaveLength(2);
    }
    const all = await world.partnerCenter.all();
    expect(all.filter(({ externalReferenceId }) => shared.some(({ id }) => id === externalReferenceId))).toHaveLength(
      shared.length,
    );
  }, 400_000);
});
