import { membersToLookUp, planSync, type Person } from '../index.ts';
import { OWNER, sharedWorld, type World } from '../testkit/index.ts';

const member = (name: string, more: object = {}) => ({
  firstName: name,
  lastName: 'Lee',
  email: `${name.toLowerCase()}@woodgrove.example`,
  ...more,
});
const KIM = { firstName: 'Kim', lastName: 'Berg', email: OWNER.email };
const PAT = { ...member('Pat'), email: 'pat@agency.example' };
const JO: Person = { ...member('Jo'), phone: null };

const put = (world: World, team: readonly object[]) =>
  world.editPartnerCenter((referral) => ({ ...referral, team: team as NonNullable<typeof referral.team> }));
const here = (world: World) => world.crm.read().team.map(({ email }) => email);
const there = (world: World) => world.own()?.team?.map(({ email }) => email);

describe('a member who is added in Partner Center', () => {
  it('joins the sales team when the CRM knows him as a user', () => {
    const world = sharedWorld();
    put(world, [KIM, member('Sam')]);
    expect(world.sync()).toMatchObject({ calls: [], team: { add: ['id of sam@woodgrove.example'], remove: [] } });
    expect(here(world)).toEqual(['kim@woodgrove.example', 'sam@woodgrove.example']);
    expect(world.audit()[0]).toContain('Received from Partner Center: Sales team: Kim Berg → Kim Berg, Sam Lee ✔');
    expect(world.sync()).toMatchObject({ calls: [], written: {}, team: null });
  });

  it('is found whatever the case of his address', () => {
    const world = sharedWorld();
    put(world, [KIM, member('Sam', { email: 'SAM@Woodgrove.example' })]);
    expect(world.sync().team?.add).toEqual(['id of sam@woodgrove.example']);
    expect(world.sync()).toMatchObject({ calls: [], written: {}, team: null });
  });

  it('stays on Partner Center’s list when he is no user, and nobody claims anything else', () => {
    const world = sharedWorld();
    const lines = world.audit();
    put(world, [KIM, PAT, { firstName: 'No', lastName: 'Address' }]);
    expect(world.sync()).toMatchObject({ calls: [], written: {}, team: null });
    expect(world.audit()).toEqual(lines);
    expect(world.plan().status).toBe('in-sync');
  });

  it('is not dropped there by a later change of the team here', () => {
    const world = sharedWorld();
    put(world, [KIM, PAT]);
    world.sync();
    world.crm.edit({}, { team: [OWNER, JO] });
    expect(world.sync().calls).toEqual(['patch']);
    expect(there(world)).toEqual([KIM.email, PAT.email, JO.email]);
    world.crm.edit({}, { team: [JO] });
    world.sync();
    expect(there(world)).toEqual([PAT.email, JO.email]);
  });

  it('joins in the run that sends what changed here at the same time', () => {
    const world = sharedWorld();
    world.crm.edit({ name: 'Renamed' }, { team: [OWNER, JO] });
    put(world, [KIM, member('Sam'), PAT]);
    expect(world.sync()).toMatchObject({ calls: ['patch'], team: { add: ['id of sam@woodgrove.example'] } });
    expect(here(world)).toEqual([KIM.email, JO.email, 'sam@woodgrove.example']);
    expect(there(world)).toEqual([KIM.email, 'sam@woodgrove.example', PAT.email, JO.email]);
    expect(world.sync()).toMatchObject({ calls: [], written: {}, team: null });
  });

  it('is called here what the CRM calls him, and there what he was called there', () => {
    const world = sharedWorld();
    put(world, [KIM, member('Sam', { phoneNumber: '1' })]);
    world.sync();
    expect(world.sync()).toMatchObject({ calls: [], written: {} });
    expect(world.crm.read().team[1]).toMatchObject({ lastName: 'User', phone: '7' });
    expect(world.own()?.team?.[1]).toMatchObject({ lastName: 'Lee', phoneNumber: '1' });
  });

  it('who was taken out here before anybody looked is taken out there', () => {
    const world = sharedWorld();
    put(world, [KIM, member('Sam')]);
    world.sync();
    world.crm.edit({}, { team: [OWNER] });
    expect(world.sync().calls).toEqual(['patch']);
    expect(there(world)).toEqual([KIM.email]);
  });
});

describe('a member who is removed in Partner Center', () => {
  it('leaves the sales team', () => {
    const world = sharedWorld();
    world.crm.edit({}, { team: [OWNER, JO] });
    world.sync();
    put(world, [KIM]);
    expect(world.sync()).toMatchObject({ calls: [], team: { add: [], remove: [`row of ${JO.email}`] } });
    expect(here(world)).toEqual([KIM.email]);
    expect(world.audit()[0]).toContain('Sales team: Kim Berg, Jo Lee → Kim Berg ✔');
    expect(world.sync()).toMatchObject({ calls: [], written: {}, team: null });
  });

  it('stays when he owns the opportunity, and is not put on the list again', () => {
    const world = sharedWorld();
    put(world, [PAT]);
    for (let times = 0; times < 2; times += 1)
      expect(world.sync()).toMatchObject({ calls: [], written: {}, team: null });
    expect(here(world)).toEqual([KIM.email]);
    world.crm.edit({ name: 'Renamed' });
    world.sync();
    expect(there(world)).toEqual([PAT.email]);
  });
});

it('keeps everybody of both sides when they meet for the first time', () => {
  const world = sharedWorld();
  const link = world.link();
  if (link === null) throw new Error('The deal is not shared.');
  world.crm.edit({}, { team: [OWNER, JO] });
  put(world, [KIM, member('Sam'), PAT]);
  world.setLink({ ...link, base: null });
  world.sync();
  expect(here(world)).toEqual([KIM.email, JO.email, 'sam@woodgrove.example']);
  expect(there(world)).toEqual([KIM.email, 'sam@woodgrove.example', PAT.email, JO.email]);
});

it('is not written where an administrator has switched it off', () => {
  const world = sharedWorld({}, { policy: { mapping: { team: { places: { updateInCrm: false } } } } });
  put(world, [KIM, member('Sam')]);
  expect(world.sync()).toMatchObject({ calls: [], written: {}, team: null });
  expect(here(world)).toEqual([KIM.email]);
});

describe('membersToLookUp', () => {
  const inputOf = (world: World) => ({
    policy: world.policy,
    opportunity: world.crm.read(),
    link: world.link(),
    referral: world.own(),
  });

  it('names only who is new in Partner Center and not here, and nobody once it was looked at', () => {
    const world = sharedWorld();
    expect(membersToLookUp(inputOf(world))).toEqual([]);
    put(world, [KIM, PAT, member('Sam'), { firstName: 'No', lastName: 'Address' }]);
    expect(membersToLookUp(inputOf(world))).toEqual([PAT.email, 'sam@woodgrove.example']);
    world.sync();
    expect(membersToLookUp(inputOf(world))).toEqual([]);
  });

  it('names nobody of a deal that waits for its answer, was not read, or whose team is not taken over', () => {
    const world = sharedWorld();
    put(world, [KIM, PAT]);
    const input = inputOf(world);
    const waiting = { ...world.own(), status: 'New', substatus: 'Received', direction: 'Incoming' } as never;
    expect(membersToLookUp({ ...input, referral: waiting })).toEqual([]);
    expect(membersToLookUp({ ...input, referral: 'gone' })).toEqual([]);
    expect(membersToLookUp({ ...input, referral: null })).toEqual([]);
    const off = sharedWorld({}, { policy: { mapping: { team: { places: { updateInCrm: false } } } } });
    put(off, [KIM, PAT]);
    expect(membersToLookUp(inputOf(off))).toEqual([]);
  });

  it('leaves planning pure: who was not looked up does not join', () => {
    const world = sharedWorld();
    put(world, [KIM, member('Sam')]);
    const input = { ...inputOf(world), now: '2026-11-20T17:00:00Z', microsoftReferral: null, requests: [] };
    expect(planSync({ ...input, users: [], journal: [], failure: null }).team).toBeNull();
  });
});
