import { World } from '../testkit/world.ts';

/** A long way beyond the last moment of any of these runs. */
const MOST_MOMENTS = 200;

interface Scene {
  readonly name: string;
  /** Brings the world to where the crash happens. */
  readonly prepare: (world: World) => Promise<void>;
  readonly ids: readonly string[];
}

const scenes: readonly Scene[] = [
  {
    name: 'sharing a co-sell deal',
    ids: ['006A'],
    prepare: (world) => Promise.resolve(world.addOpportunity('006A')),
  },
  {
    name: 'sharing a private deal',
    ids: ['006A'],
    prepare: (world) => Promise.resolve(world.addOpportunity('006A', { [world.policy.fields.help]: null })),
  },
  {
    name: 'sharing three deals at once',
    ids: ['006A', '006B', '006C'],
    prepare: (world) => Promise.resolve(['006A', '006B', '006C'].forEach((id) => world.addOpportunity(id))),
  },
  {
    name: 'changing a shared deal',
    ids: ['006A'],
    prepare: async (world) => {
      world.addOpportunity('006A');
      await world.sync(['006A']);
      world.crm.edit('006A', { Name: 'A better name', Amount: '75000' });
    },
  },
  {
    name: 'asking Microsoft for help later',
    ids: ['006A'],
    prepare: async (world) => {
      world.addOpportunity('006A', { [world.policy.fields.help]: null });
      await world.sync(['006A']);
      world.crm.edit('006A', { [world.policy.fields.help]: 'QuotesOrLicensing' });
    },
  },
];

function expectInOrder(world: World, ids: readonly string[]): void {
  for (const id of ids) {
    const own = world.partnerCenter.ownOf(id);
    expect(own).toHaveLength(1);
    const invited = world.partnerCenter.microsoftOf(own[0]?.engagementId ?? '');
    expect(invited).toHaveLength(world.shown(id, 'help') === null ? 0 : 1);
    expect(world.shown(id, 'referralId')).toBe(own[0]?.id);
    expect(world.shown(id, 'status')).toBe('in-sync');
    expect(own[0]?.name).toBe(world.crm.valueOf(id, 'Name'));
    expect(String(own[0]?.details?.dealValue)).toBe(world.crm.valueOf(id, 'Amount'));
    expect(String(world.shown(id, 'audit'))).toContain('✔');
  }
  expect(world.store.intents.size).toBe(0);
}

describe.each(scenes)('kill -9 while $name', ({ prepare, ids }) => {
  it('ends with one referral and nothing lost, whenever it comes', async () => {
    let killed = 0;
    for (let moment = 0; moment < MOST_MOMENTS; moment += 1) {
      const world = new World();
      await prepare(world);
      const ended = await world.syncUntilKilled(ids, moment);
      if (ended === 'killed') {
        killed += 1;
        await world.sync(ids);
      }
      expectInOrder(world, ids);
      if (ended !== 'killed') break;
    }
    expect(killed).toBeGreaterThan(8);
    expect(killed).toBeLessThan(MOST_MOMENTS - 1);
  });

  it('ends with one referral when the next process is killed, too', async () => {
    for (let first = 0; first < MOST_MOMENTS; first += 1) {
      let ended: unknown = 'killed';
      for (let second = 0; second < MOST_MOMENTS; second += 3) {
        const world = new World();
        await prepare(world);
        ended = await world.syncUntilKilled(ids, first);
        const again = await world.syncUntilKilled(ids, second);
        await world.sync(ids);
        expectInOrder(world, ids);
        if (again !== 'killed') break;
      }
      if (ended !== 'killed') break;
    }
    expect.hasAssertions();
  });
});

describe('a deal that is edited between a kill -9 and the restart', () => {
  it('arrives as it was edited', async () => {
    for (let moment = 0; moment < MOST_MOMENTS; moment += 1) {
      const world = new World();
      world.addOpportunity('006A');
      const ended = await world.syncUntilKilled(['006A'], moment);
      world.crm.edit('006A', { Name: 'Edited in between' });
      await world.sync(['006A']);
      expectInOrder(world, ['006A']);
      if (ended !== 'killed') break;
    }
    expect.hasAssertions();
  });
});
