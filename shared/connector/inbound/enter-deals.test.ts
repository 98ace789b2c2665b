import fc from 'fast-check';
import { CosellError } from '../../core/index.ts';
import { InboundWorld } from '../testkit/inbound-world.ts';
import { dealKey } from './deal-key.ts';

/** A long way beyond the last moment of any of these runs. */
const MOST_MOMENTS = 200;

function failure(code: ConstructorParameters<typeof CosellError>[0]): CosellError {
  return new CosellError(code, { message: 'No.', cure: 'None.' });
}

describe('a deal that Microsoft sends', () => {
  it('becomes one opportunity with everything in it, by one look and one call, and then costs nothing more', async () => {
    const world = new InboundWorld();
    world.partnerCenter.receive('r1');
    await world.tell(['r1']);
    await world.work();
    const [id = ''] = world.opportunitiesOf('r1');
    expect(world.shown(id, 'status')).toBe('answer-needed');
    expect(world.crm.valueOf(id, 'Amount')).toBe('84000.5');
    expect(world.crm.valueOf(id, 'Account.Name')).toBe('Adatum Motors');
    expect(world.crm.calls.map(({ call }) => call)).toEqual(['find', 'create']);
    expect(world.store.links.get(id)).toMatchObject({ referralId: 'r1', direction: 'inbound' });
    expect(world.entries.size).toBe(0);
    await world.tell(['r1', 'r1']);
    await world.work();
    expect(world.opportunitiesOf('r1')).toEqual([id]);
    expect(world.crm.calls.filter(({ call }) => call === 'write')).toEqual([]);
  });

  it('shares the account with others of the same new customer', async () => {
    const world = new InboundWorld();
    for (const id of ['r1', 'r2', 'r3']) world.partnerCenter.receive(id);
    await world.tell(['r1', 'r2', 'r3']);
    await world.work();
    expect(world.crm.accounts).toHaveLength(1);
    expect(world.crm.rows.size).toBe(3);
    expect(world.crm.calls).toEqual([
      { call: 'find', size: 3 },
      { call: 'create', size: 1 },
      { call: 'find', size: 2 },
      { call: 'create', size: 2 },
    ]);
  });

  it('waits for a CRM that is down, and fails alone when the CRM refuses it', async () => {
    const world = new InboundWorld();
    for (const id of ['r1', 'r2']) world.partnerCenter.receive(id);
    world.crm.faults.push({ call: 'create', error: failure('crm-unavailable') });
    world.crm.refusals.set('r2', failure('crm-rejected'));
    await world.tell(['r1', 'r2']);
    await world.work();
    expect(world.opportunitiesOf('r1')).toHaveLength(1);
    expect([...world.deadLetters]).toEqual([[dealKey('r2'), 'crm-rejected']]);
    world.crm.refusals.clear();
    await world.tell(['r2']);
    await world.work();
    expect(world.opportunitiesOf('r2')).toHaveLength(1);
  });

  it('is handed over again when it cannot be read, and forgotten when it is gone or over', async () => {
    const world = new InboundWorld();
    world.partnerCenter.receive('r1');
    await world.tell(['r1']);
    world.partnerCenter.edit('r1', { status: 'Closed', substatus: 'Expired' });
    await world.tell(['nobody']);
    await world.work();
    expect(world.crm.rows.size).toBe(0);
    expect(world.entries.size).toBe(0);
  });

  it('keeps what a seller changes before the connector has remembered the opportunity', async () => {
    const world = new InboundWorld();
    world.partnerCenter.receive('r1', { status: 'Active', substatus: 'Accepted' });
    await world.tell(['r1']);
    for (let moment = 0; world.crm.rows.size === 0; moment += 1) await world.work(moment);
    const [id = ''] = world.opportunitiesOf('r1');
    expect(world.store.links.size).toBe(0);
    world.queue.set(id, 0);
    await world.work();
    expect(world.opportunitiesOf('r1')).toEqual([id]);
    expect(world.shown(id, 'status')).toBe('in-sync');
    expect(String(world.shown(id, 'audit'))).not.toContain('does not remember');
  });
});

describe('a lead', () => {
  it('is entered when leads are switched on; once it is a shared deal, the opportunity follows', async () => {
    const world = new InboundWorld();
    world.rules = { ...world.rules, leads: true };
    world.partnerCenter.receive('r1', { type: 'Independent', qualification: 'Direct' });
    await world.tell(['r1']);
    await world.work();
    expect(world.crm.rows.size).toBe(0);
    expect(world.crm.leads.get('r1')).toMatchObject({
      subject: 'Deal r1',
      company: 'Adatum Motors',
      person: { lastName: 'Raman' },
      description: 'Three plants.\nValue in Partner Center: 84000.5 GBP',
    });
    expect(world.entries.size).toBe(0);
    world.partnerCenter.edit('r1', { type: 'Shared', qualification: 'SalesQualified' });
    await world.tell(['r1']);
    await world.work();
    expect(world.opportunitiesOf('r1')).toHaveLength(1);
  });

  it('is nothing to us when leads are switched off', async () => {
    const world = new InboundWorld();
    world.partnerCenter.receive('r1', { type: 'Independent', qualification: 'Direct' });
    await world.tell(['r1']);
    await world.work();
    expect([world.crm.leads.size, world.crm.rows.size]).toEqual([0, 0]);
  });
});

describe('kill -9 while deals are entered', () => {
  it('ends with one opportunity and one account, whenever it comes', async () => {
    let killed = 0;
    for (let moment = 0; moment < MOST_MOMENTS; moment += 1) {
      const world = new InboundWorld();
      for (const id of ['r1', 'r2']) world.partnerCenter.receive(id);
      await world.tell(['r1', 'r2']);
      const ended = await world.work(moment);
      if (ended === 'killed') killed += 1;
      await world.work();
      for (const id of ['r1', 'r2']) expect(world.opportunitiesOf(id)).toHaveLength(1);
      expect(world.crm.accounts).toHaveLength(1);
      expect(world.entries.size).toBe(0);
      if (ended === 'done') break;
    }
    expect(killed).toBeGreaterThan(8);
  });

  it('loses no event that was answered', async () => {
    for (let moment = 0; moment < MOST_MOMENTS; moment += 1) {
      const world = new InboundWorld();
      world.partnerCenter.receive('r1');
      const ended = await world.tell(['r1'], moment);
      // The queue of events hands it over again when its process died.
      if (ended === 'killed') await world.tell(['r1']);
      await world.work();
      expect(world.opportunitiesOf('r1')).toHaveLength(1);
      if (ended === 'done') break;
    }
    expect.hasAssertions();
  });
});

type Happening =
  | { readonly kind: 'microsoft-sends' | 'seller-shares' | 'partner-edits'; readonly which: number }
  | { readonly kind: 'events' | 'work'; readonly killAt: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('microsoft-sends' as const, 'seller-shares' as const, 'partner-edits' as const),
    which: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constantFrom('events' as const, 'work' as const),
    killAt: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(Infinity)),
  }),
);

async function happen(world: InboundWorld, what: Happening, seed: number): Promise<void> {
  if (what.kind === 'microsoft-sends') {
    if (!world.partnerCenter.referrals.has(`in-${what.which}`)) world.partnerCenter.receive(`in-${what.which}`);
  } else if (what.kind === 'seller-shares') {
    const id = `006OWN${what.which}`;
    if (!world.crm.rows.has(id)) world.addOpportunity(id);
    world.queue.set(id, 0);
  } else if (what.kind === 'partner-edits') {
    const referral = [...world.partnerCenter.referrals.values()][what.which];
    if (referral) world.partnerCenter.edit(referral.id, { name: `Edited ${seed}` });
  } else if (what.kind === 'events') {
    const ids = [...world.partnerCenter.referrals.keys()];
    // Any order, each as often as it likes.
    await world.tell([...ids.slice(seed % 3), ...ids].reverse(), what.killAt);
  } else if (what.kind === 'work') await world.work(what.killAt);
}

describe('any order of events, edits and crashes', () => {
  it('never makes a second opportunity, account or referral of one deal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 14 }), async (happenings) => {
        const world = new InboundWorld();
        for (const [seed, what] of happenings.entries()) await happen(world, what, seed);
        await world.tell([...world.partnerCenter.referrals.keys()]);
        await world.work();
        const ids = [...world.crm.rows.keys()];
        for (const referral of world.partnerCenter.referrals.values()) {
          const shown = world.opportunitiesOf(referral.id);
          const isMicrosofts = referral.organizationId === 'msft';
          expect([referral.id, shown.length]).toEqual([referral.id, isMicrosofts ? 0 : 1]);
        }
        for (const id of ids.filter((each) => each.startsWith('006OWN')))
          expect(world.partnerCenter.ownOf(id).length).toBeLessThanOrEqual(1);
        expect(world.crm.accounts.length).toBeLessThanOrEqual(1);
        expect(world.entries.size).toBe(0);
      }),
      { numRuns: 500, endOnFailure: true },
    );
  }, 60_000);
});
