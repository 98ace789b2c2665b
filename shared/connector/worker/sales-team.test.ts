import { CosellError } from '../../core/index.ts';
import type { Person } from '../../core/model/index.ts';
import { InboundWorld } from '../testkit/inbound-world.ts';
import { World } from '../testkit/world.ts';

const person = (name: string): Person => ({
  firstName: name,
  lastName: 'Lee',
  email: `${name.toLowerCase()}@example.com`,
  phone: null,
});
const SAM = { firstName: 'Sam', lastName: 'Moreno', email: 'sam@example.com', phoneNumber: '+1 555 0100' };
const IDS = Array.from({ length: 24 }, (_, n) => `006${n}`);

async function sharedDeals(ids: readonly string[]): Promise<World> {
  const world = new World();
  world.crm.users.push(person('Jo'), person('Lee'));
  for (const id of ids) world.addOpportunity(id);
  await world.sync(ids);
  world.crm.calls.length = 0;
  return world;
}

/** People come to the deal's team in Partner Center besides Sam, who owns all opportunities. */
function join(world: World, id: string, ...people: readonly Person[]): void {
  const team = [SAM, ...people.map(({ phone: _, ...member }) => member)];
  world.partnerCenter.edit(world.partnerCenter.ownOf(id)[0]?.id ?? '', { team });
}

const teamOf = (world: World, id: string) => world.crm.rows.get(id)?.team.map(({ email }) => email);
const callsOf = (world: World) => world.crm.calls.splice(0).map(({ call, size }) => `${call} ${size}`);

describe('members who are new in Partner Center', () => {
  it('are asked for in one call for a whole batch of events, and join with its one write', async () => {
    const world = await sharedDeals(IDS);
    for (const [n, id] of IDS.entries()) join(world, id, person(n % 2 === 0 ? 'Jo' : 'Lee'), person(`Guest${n}`));
    const changed = (id: string) => ({ referralChangedAt: world.partnerCenter.ownOf(id)[0]?.updatedDateTime ?? '' });
    await world.sync(IDS, 0, changed);
    expect(callsOf(world)).toEqual([`read ${IDS.length}`, `users ${IDS.length + 2}`, `write ${IDS.length}`]);
    expect(IDS.map((id) => teamOf(world, id)?.length)).toEqual(IDS.map(() => 2));
    await world.sync(IDS);
    expect(callsOf(world)).toEqual([`read ${IDS.length}`]);
  });

  it('are asked for once, and cost nothing when other things change', async () => {
    const world = await sharedDeals(['006A']);
    join(world, '006A', person('Guest'));
    await world.sync(['006A']);
    expect(callsOf(world)).toEqual(['read 1', 'users 1']);
    world.partnerCenter.edit(world.partnerCenter.ownOf('006A')[0]?.id ?? '', { name: 'Theirs' });
    world.crm.edit('006A', { Amount: '7' });
    await world.sync(['006A']);
    expect(callsOf(world)).toEqual(['read 1', 'write 1']);
    expect(world.partnerCenter.ownOf('006A')[0]?.team).toHaveLength(2);
  });

  it('wait, with their deal alone, when the CRM cannot be asked', async () => {
    const world = await sharedDeals(['006A', '006B']);
    join(world, '006A', person('Jo'));
    world.crm.edit('006B', { Name: 'A better name' });
    world.crm.faults.push({
      call: 'users',
      error: new CosellError('crm-unavailable', { message: 'Away.', cure: '-' }),
    });
    const outcomes = await world.sync(['006A', '006B']);
    expect(outcomes.map(({ opportunityId, kind }) => [opportunityId, kind])).toEqual([
      ['006A', 'retry'],
      ['006B', 'done'],
    ]);
    expect(teamOf(world, '006A')).toEqual(['sam@example.com']);
    await world.sync(['006A'], 1);
    expect(teamOf(world, '006A')).toEqual(['sam@example.com', 'jo@example.com']);
    expect(world.shown('006A', 'status')).toBe('in-sync');
  });

  it('join when Partner Center has taken the CRM’s own changes', async () => {
    const world = await sharedDeals(['006A']);
    join(world, '006A', person('Jo'));
    world.crm.edit('006A', { Name: 'A better name' });
    await world.sync(['006A']);
    expect(callsOf(world)).toEqual(['read 1', 'users 1', 'write 1']);
    expect(teamOf(world, '006A')).toEqual(['sam@example.com', 'jo@example.com']);
    expect(world.partnerCenter.ownOf('006A')[0]?.name).toBe('A better name');
  });

  it('are not counted as agreed when the CRM refuses the write', async () => {
    const world = await sharedDeals(['006A']);
    join(world, '006A', person('Jo'));
    world.crm.refusals.set('006A', new CosellError('crm-rejected', { message: 'A rule.', cure: '-' }));
    expect(await world.sync(['006A'])).toMatchObject([{ kind: 'refused', link: null }]);
    world.crm.refusals.clear();
    await world.sync(['006A']);
    expect(teamOf(world, '006A')).toEqual(['sam@example.com', 'jo@example.com']);
  });
});

it('a deal from Microsoft is entered with its team, without a further call', async () => {
  const world = new InboundWorld();
  world.crm.users.push(person('Jo'), person('Lee'));
  const team = [person('Jo'), person('Guest'), person('Lee')].map(({ phone: _, ...member }) => member);
  world.partnerCenter.receive('r1', { team, status: 'Active', substatus: 'Accepted' });
  await world.tell(['r1']);
  await world.work();
  const [id = ''] = world.opportunitiesOf('r1');
  expect(teamOf(world, id)).toEqual(['jo@example.com', 'lee@example.com']);
  expect(callsOf(world)).toEqual(['find 1', 'create 1']);
  await world.sync([id]);
  expect(callsOf(world)).toEqual(['read 1']);
  expect(world.partnerCenter.calls.filter((call) => call === 'patch')).toEqual([]);
});
