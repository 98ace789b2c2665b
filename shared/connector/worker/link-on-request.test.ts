import { InboundWorld } from '../testkit/inbound-world.ts';

const OWN = '006OWN1';
const DEAL = '6c1d52f0-3a97-4d1e-8b52-9f0a4e7c1b01';
const LINK = `https://partner.microsoft.com/referrals/v2/inbox?id=${DEAL.toUpperCase()}`;
/** A long way beyond the last moment of any of these runs. */
const MOST_MOMENTS = 200;

/** A deal from Microsoft with the opportunity that was made for it, and one of a seller's own that is not shared. */
async function scene(reason: string | null = LINK): Promise<{ world: InboundWorld; placeholder: string }> {
  const world = new InboundWorld();
  world.partnerCenter.receive(DEAL);
  await world.tell([DEAL]);
  await world.work();
  const [placeholder = ''] = world.opportunitiesOf(DEAL);
  const { fields } = world.policy;
  world.addOpportunity(OWN, { [fields.sync]: false, [fields.help]: null, Amount: '120000', Description: null });
  world.crm.rows.set(OWN, { ...world.crm.rows.get(OWN)!, team: [] });
  world.crm.requests.push({
    id: 'request',
    opportunityId: OWN,
    action: 'link',
    reason,
    requestedBy: 'seller',
    requestedAt: '2026-11-20T10:00:00Z',
    mayEdit: true,
    status: 'queued',
    message: '',
  });
  world.queue.set(OWN, 0);
  return { world, placeholder };
}

const answer = (world: InboundWorld) => world.crm.requests.map(({ status, message }) => `${status}: ${message}`)[0];

describe('linking a deal from Microsoft to an opportunity that is there', () => {
  it('takes the identifier from the one that was made for it, and releases that', async () => {
    const { world, placeholder } = await scene();
    await world.work();
    expect(answer(world)).toBe('done: The opportunity is linked to the deal from Microsoft.');
    expect(world.opportunitiesOf(DEAL)).toEqual([OWN]);
    expect(world.shown(OWN, 'status')).toBe('answer-needed');
    expect(world.shown(OWN, 'sync')).toBe(true);
    expect(world.shown(OWN, 'direction')).toBe('inbound');
    expect([...world.store.links.keys()]).toEqual([OWN]);
    expect(world.crm.valueOf(placeholder, 'StageName')).toBe(world.policy.stages.lost);
    expect(world.shown(placeholder, 'sync')).toBe(false);
    expect(world.shown(placeholder, 'status')).toBeNull();
    expect(String(world.shown(placeholder, 'audit'))).toContain(`The deal goes on in the opportunity ${OWN}.`);
  });

  it('sends what the opportunity holds, and fills in what is empty there, once the deal is accepted', async () => {
    const { world } = await scene();
    await world.work();
    world.partnerCenter.edit(DEAL, { status: 'Active', substatus: 'Accepted' });
    await world.tell([DEAL]);
    await world.work();
    expect(world.partnerCenter.referrals.get(DEAL)).toMatchObject({
      name: `Deal ${OWN}`,
      externalReferenceId: OWN,
      details: { dealValue: 120_000, notes: 'Three plants.' },
    });
    expect(world.crm.valueOf(OWN, 'Description')).toBe('Three plants.');
    expect(world.crm.valueOf(OWN, 'Amount')).toBe('120000');
  });

  it.each<[string, (world: InboundWorld, placeholder: string) => void, RegExp]>([
    ['nothing is named', (world) => Object.assign(world.crm.requests[0]!, { reason: 'please' }), /Give the identifier/],
    [
      'there is no such deal',
      (world) => world.partnerCenter.referrals.delete(DEAL),
      /has no deal with this identifier/,
    ],
    [
      'the deal is over',
      (world) => world.partnerCenter.edit(DEAL, { status: 'Closed', substatus: 'Expired' }),
      /has ended in Partner Center: Expired/,
    ],
    [
      'the deal is our own',
      (world) => world.partnerCenter.edit(DEAL, { direction: 'Outgoing' }),
      /was not sent by Microsoft/,
    ],
    [
      'the opportunity is closed',
      (world) => world.crm.edit(OWN, { StageName: 'Closed Won', IsClosed: true, IsWon: true }),
      /This opportunity is closed/,
    ],
    [
      'somebody worked on the other opportunity',
      (world, placeholder) => world.crm.edit(placeholder, { Amount: '90000' }),
      /already, and it was worked on/,
    ],
    [
      'the deal was accepted with the other opportunity',
      (world) => world.partnerCenter.edit(DEAL, { status: 'Active', substatus: 'Accepted' }),
      /already, and it was worked on/,
    ],
    [
      'the other opportunity belongs to somebody else',
      (world, placeholder) => {
        const other = { firstName: 'Kim', lastName: 'Berg', email: 'kim@woodgrove.example', phone: null };
        world.crm.rows.set(placeholder, { ...world.crm.rows.get(placeholder)!, team: [other] });
      },
      /belongs to somebody else/,
    ],
  ])('is refused in plain words when %s', async (_what, change, message) => {
    const { world, placeholder } = await scene();
    change(world, placeholder);
    await world.work();
    expect(answer(world)).toMatch(/^failed: /);
    expect(answer(world)).toMatch(message);
    expect(world.opportunitiesOf(DEAL)).not.toContain(OWN);
    expect(world.shown(OWN, 'sync')).toBe(false);
  });

  it('does nothing for somebody who may not edit the opportunity', async () => {
    const { world, placeholder } = await scene();
    Object.assign(world.crm.requests[0]!, { mayEdit: false });
    await world.work();
    expect(answer(world)).toMatch(/^failed: You may not edit/);
    expect(world.opportunitiesOf(DEAL)).toEqual([placeholder]);
  });

  it('ends with one opportunity of the deal, whenever the process is killed', async () => {
    let killed = 0;
    for (let moment = 0; moment < MOST_MOMENTS; moment += 1) {
      const { world, placeholder } = await scene();
      const ended = await world.work(moment);
      if (ended === 'killed') {
        killed += 1;
        world.queue.set(placeholder, 0);
        await world.work();
      }
      expect(world.opportunitiesOf(DEAL)).toEqual([OWN]);
      expect(answer(world)).toMatch(/^done/);
      const tied = [...world.store.links.values()].filter(({ referralId }) => referralId !== null);
      expect(tied.map(({ opportunityId }) => opportunityId)).toEqual([OWN]);
      expect(world.crm.valueOf(placeholder, 'StageName')).toBe(world.policy.stages.lost);
      if (ended === 'done') break;
    }
    expect(killed).toBeGreaterThan(8);
  });
});
