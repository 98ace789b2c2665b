import { ACCOUNT, CONTACT, DEAL, shareDeal, waitForReferral, waitForStatus } from './support/deals.ts';
import { waitFor } from './support/wait.ts';
import { CRMS, startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ shared: true });
}, 60_000);
afterAll(() => world.close());

it('two connectors tell the sections how the connection stands as one', async () => {
  const told = await waitFor('the connection rows', async () => {
    const rows = await Promise.all(CRMS.map((name) => world.crm[name].connections()));
    return rows.every((list) => list.length > 0) && rows;
  });
  expect(told.map((list) => list.length)).toEqual([1, 1]);
  const calls = await world.crm.salesforce.client.requests();
  const written = calls.filter(
    ({ method, path }) => method === 'PATCH' && path.includes('Partner_Center_Connection__c'),
  );
  expect(written).toHaveLength(1);
});

describe.each(CRMS)('two connectors on one PostgreSQL server, with %s', (name) => {
  it('share many deals at once, each exactly once', async () => {
    const crm = world.crm[name];
    const customer = await crm.createCustomer(ACCOUNT, CONTACT);
    const ids = await Promise.all(
      Array.from({ length: 40 }, (_, index) => crm.createOpportunity({ ...DEAL, name: `Deal ${index}` }, customer)),
    );
    for (const id of ids) await waitForStatus(crm, id, 'in-sync', 30_000);
    const referrals = await world.partnerCenter.all();
    for (const id of ids)
      expect(referrals.filter(({ externalReferenceId }) => externalReferenceId === id)).toHaveLength(1);
  }, 60_000);

  it('never lose the last of many quick edits', async () => {
    const crm = world.crm[name];
    const { opportunityId } = await shareDeal(crm, world.partnerCenter);
    for (let amount = 1; amount <= 15; amount += 1) await crm.update(opportunityId, { amount });
    const referral = await waitForReferral(
      world.partnerCenter,
      opportunityId,
      ({ details }) => details?.dealValue === 15,
      20_000,
    );
    expect((await waitForStatus(crm, opportunityId, 'in-sync', 20_000)).referralId).toBe(referral.id);
  });

  it('go on after both were killed', async () => {
    const crm = world.crm[name];
    const customer = await crm.createCustomer(ACCOUNT, CONTACT);
    const ids = await Promise.all(Array.from({ length: 10 }, () => crm.createOpportunity(DEAL, customer)));
    await world.killConnector();
    await world.startConnector();
    for (const id of ids) {
      await waitForStatus(crm, id, 'in-sync', 40_000);
      expect(await world.partnerCenter.ownOf(id)).toHaveLength(1);
    }
  }, 90_000);
});
