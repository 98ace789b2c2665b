import { differences } from '../testkit/convergence/differences.ts';
import { perform } from '../testkit/convergence/perform.ts';
import type { Disturbance, Schedule, Step } from '../testkit/convergence/schedule.ts';

const CALM: Disturbance = { killAt: null, faults: [], meanwhile: null };
const ADDS: Step = { kind: 'seller-adds', help: null, sync: true, visible: false };
const ASKS_FOR_HELP: Step = { ...ADDS, help: 'ProofOfConceptOrDemo' };
const CRM_TELLS: Step = { kind: 'events-arrive', side: 'crm', which: [0], again: false, lost: false };
const WORKS: Step = { kind: 'works', disturbance: CALM };
const SHARED: readonly Step[] = [ADDS, CRM_TELLS, WORKS];
const ASKED: readonly Step[] = [ASKS_FOR_HELP, CRM_TELLS, WORKS];
const WITHOUT_EVENTS: Omit<Schedule, 'steps'> = {
  rule: null,
  eventsAlone: false,
  finale: { syncOn: false, accept: false },
};
const BY_EVENTS_ALONE: Omit<Schedule, 'steps'> = { ...WITHOUT_EVENTS, eventsAlone: true };

/** Every failure that random schedules have found once, in its shortest form. */
const FOUND: readonly (readonly [what: string, schedule: Schedule])[] = [
  [
    'the seller empties the products of a deal that is won in Partner Center before anybody looks, and the later side wins',
    {
      ...WITHOUT_EVENTS,
      rule: 'latest',
      steps: [
        ...SHARED,
        { kind: 'seller-edits', deal: 0, change: { field: 'products', value: null } },
        { kind: 'partner-moves', referral: 0, move: 'win' },
        CRM_TELLS,
        WORKS,
      ],
    },
  ],
  [
    'the referral ends before the share that a crash interrupted is taken up again',
    {
      ...WITHOUT_EVENTS,
      steps: [
        ADDS,
        CRM_TELLS,
        { kind: 'works', disturbance: { ...CALM, killAt: 7 } },
        { kind: 'partner-moves', referral: 0, move: 'win' },
      ],
    },
  ],
  [
    'Partner Center changes the deal before the invitation that a crash interrupted is found again',
    {
      ...WITHOUT_EVENTS,
      steps: [
        ASKS_FOR_HELP,
        { kind: 'catch-up' },
        { kind: 'works', disturbance: { ...CALM, killAt: 13 } },
        { kind: 'partner-moves', referral: 0, move: 'lose' },
      ],
    },
  ],
  [
    'an edit in Partner Center waits behind the echo of our own change',
    {
      ...BY_EVENTS_ALONE,
      steps: [...SHARED, { kind: 'partner-edits', referral: 0, change: { field: 'name', value: 'Theirs' } }],
    },
  ],
  [
    'Microsoft answers, nobody hears of it, and the seller goes on working',
    {
      ...WITHOUT_EVENTS,
      steps: [
        ...ASKED,
        { kind: 'microsoft-answers', referral: 0, move: 'accept' },
        { kind: 'seller-edits', deal: 0, change: { field: 'name', value: 'Renamed' } },
        CRM_TELLS,
        WORKS,
      ],
    },
  ],
  [
    'Microsoft’s answer is tried again later, and the seller edits before',
    {
      ...BY_EVENTS_ALONE,
      steps: [
        ...ASKED,
        { kind: 'microsoft-answers', referral: 0, move: 'accept' },
        { kind: 'events-arrive', side: 'partner-center', which: [0, 1, 2, 3], again: false, lost: false },
        { kind: 'resolves', disturbance: CALM },
        { kind: 'works', disturbance: { ...CALM, faults: [{ on: 'get', as: 'throttled' }] } },
        { kind: 'seller-edits', deal: 0, change: { field: 'name', value: 'Renamed' } },
        CRM_TELLS,
        WORKS,
      ],
    },
  ],
  [
    'the deal ends while Sync is off and the CRM does not show it yet',
    {
      ...BY_EVENTS_ALONE,
      steps: [
        ADDS,
        CRM_TELLS,
        { kind: 'works', disturbance: { ...CALM, faults: [{ on: 'crm-write', as: 'throttled' }] } },
        { kind: 'seller-edits', deal: 0, change: { field: 'sync', value: false } },
        { kind: 'partner-moves', referral: 0, move: 'win' },
      ],
    },
  ],
  [
    'an edit in Partner Center is tried again later, and the echo of our own change comes before',
    {
      ...BY_EVENTS_ALONE,
      steps: [
        ADDS,
        { kind: 'catch-up' },
        WORKS,
        {
          kind: 'partner-edits',
          referral: 0,
          change: { field: 'solutions', value: ['SOL-12345-ABC', 'SOL-15974-MQF'] },
        },
        { kind: 'events-arrive', side: 'partner-center', which: [3], again: false, lost: false },
        {
          kind: 'works',
          disturbance: {
            ...CALM,
            faults: [
              { on: 'crm-read', as: 'throttled' },
              { on: 'get', as: 'throttled' },
            ],
          },
        },
        { kind: 'resolves', disturbance: { ...CALM, faults: [{ on: 'get', as: 'throttled' }] } },
        { kind: 'works', disturbance: { ...CALM, faults: [{ on: 'get', as: 'throttled' }] } },
      ],
    },
  ],
];

describe('both sides end equal when', () => {
  it.each(FOUND)('%s', async (_what, schedule) => {
    const world = await perform(schedule);
    expect(await differences(world)).toEqual([]);
    world.crm.calls.length = 0;
    world.partnerCenter.calls.length = 0;
    await world.reconcile();
    expect(world.crm.calls.filter(({ call }) => call === 'write')).toEqual([]);
    expect(world.partnerCenter.calls.filter((call) => call === 'patch' || call === 'create')).toEqual([]);
  });
});

it('a referral that is nobody’s opportunity is not read by each comparison', async () => {
  const steps: Step[] = [
    { kind: 'microsoft-sends', accepted: false },
    { kind: 'partner-moves', referral: 0, move: 'expire' },
  ];
  const world = await perform({ ...WITHOUT_EVENTS, steps });
  world.partnerCenter.calls.length = 0;
  await world.reconcile();
  expect(world.partnerCenter.calls).toEqual(['list']);
});
