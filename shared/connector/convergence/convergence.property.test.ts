import fc from 'fast-check';
import { differences } from '../testkit/convergence/differences.ts';
import { perform } from '../testkit/convergence/perform.ts';
import { scheduleOf, type Profile, type Schedule } from '../testkit/convergence/schedule.ts';
import type { TwoSides } from '../testkit/convergence/two-sides.ts';

const MOST_STEPS = 14;
/** `SCHEDULES=20 npm run jest -- …` looks twenty times as long. */
const FACTOR = Number(process.env.SCHEDULES ?? 1);

const CALM: Profile = {
  rules: [null],
  eventsAlone: false,
  adds: 2,
  sends: 0,
  seller: 2,
  partner: 2,
  ends: 1,
  faults: 0,
  kills: 0,
  meanwhile: 0,
};
const PROFILES: readonly (readonly [name: string, runs: number, profile: Profile])[] = [
  ['deals of ours', 2_500, { ...CALM, meanwhile: 2 }],
  ['deals that Microsoft sent', 2_500, { ...CALM, adds: 0, sends: 2, ends: 2, meanwhile: 2 }],
  [
    'every rule of conflict',
    1_500,
    { ...CALM, rules: ['crm', 'partner-center', 'latest', 'ask'], sends: 1, meanwhile: 3 },
  ],
  ['faults of both systems', 2_000, { ...CALM, sends: 1, faults: 5, meanwhile: 1 }],
  ['by events alone', 1_500, { ...CALM, eventsAlone: true, sends: 1, ends: 2, faults: 4, kills: 1, meanwhile: 5 }],
  ['crashes', 1_500, { ...CALM, sends: 1, faults: 2, kills: 5, meanwhile: 1 }],
];

function forget(world: TwoSides): void {
  world.crm.calls.length = 0;
  world.partnerCenter.calls.length = 0;
}

/** What one reconcile of a world that is at rest costs. */
async function reconcileAgain(world: TwoSides) {
  forget(world);
  await world.reconcile();
  const { calls } = world.partnerCenter;
  return {
    writes: [
      ...calls.filter((call) => call === 'create' || call === 'patch'),
      ...world.crm.calls.filter(({ call }) => call === 'write' || call === 'create'),
    ],
    reads: calls.filter((call) => call === 'get').length,
    lists: calls.filter((call) => call === 'list').length,
  };
}

async function expectConvergence(schedule: Schedule): Promise<void> {
  const world = await perform(schedule);
  expect(await differences(world)).toEqual([]);
  expect((await reconcileAgain(world)).writes).toEqual([]);
  expect(await reconcileAgain(world)).toEqual({ writes: [], reads: 0, lists: 1 });
}

describe('whatever happens on either side, and whatever is lost on the way', () => {
  it.each(PROFILES)(
    'both sides end equal, nobody’s edit is lost, and another reconcile costs nothing: %s',
    async (_name, runs, profile) => {
      await fc.assert(fc.asyncProperty(scheduleOf(profile, MOST_STEPS), expectConvergence), {
        numRuns: Math.ceil(runs * FACTOR),
      });
    },
    300_000,
  );
});
