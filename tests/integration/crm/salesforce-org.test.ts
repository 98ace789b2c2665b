import { callsOf, drain } from '../../contract/crm/helpers.ts';
import { createSalesforceWorld, type SalesforceWorld } from './salesforce-world.ts';

/** What differs between orgs, and what only Salesforce has. */
describe('a Salesforce org', () => {
  let world: SalesforceWorld;
  afterEach(() => world.close());

  const create = async (name: string) => (await world.createOpportunities([{ name }]))[0] ?? '';

  it('has a currency on the opportunity with several currencies, and reads as empty without', async () => {
    const currencyOf = async (): Promise<unknown> => {
      const port = world.anotherPort({ extraPaths: ['CurrencyIsoCode'] });
      return (await port.readOpportunities([await create('Currency')])).opportunities[0]?.values.CurrencyIsoCode;
    };
    world = await createSalesforceWorld({ multiCurrency: true });
    const several = await currencyOf();
    await world.close();
    world = await createSalesforceWorld({ multiCurrency: false });
    expect([several, await currencyOf()]).toEqual([expect.stringMatching(/^[A-Z]{3}$/), null]);
  });

  it('may page its answers: nothing is lost', async () => {
    world = await createSalesforceWorld({ queryPageSize: 50 });
    const ids = await world.createOpportunities(
      Array.from({ length: 120 }, (_, i) => ({ name: `Paged ${i}`, sync: true })),
    );
    expect((await world.port.readOpportunities(ids)).missing).toEqual([]);
    const { hints } = await drain(world.port.catchUp(null));
    const seen = new Set(hints.map(({ opportunityId }) => opportunityId));
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('reads requests of one maker in the same call as the opportunities', async () => {
    world = await createSalesforceWorld();
    const id = await create('Asked');
    await world.createRequest('seller', id, 'sync');
    await world.port.readOpportunities([id]);
    const calls = await callsOf(world, async () => {
      expect((await world.port.readOpportunities([id])).requests).toMatchObject([{ mayEdit: true }]);
    });
    expect(calls).toHaveLength(1);
  });

  it('takes ids in their short form', async () => {
    world = await createSalesforceWorld();
    const id = await create('Short');
    const { opportunities, missing } = await world.port.readOpportunities([id.slice(0, 15), 'no id']);
    expect(opportunities.map((opportunity) => opportunity.id)).toEqual([id]);
    expect(missing).toEqual(['no id']);
  });

  it('shares the opportunity team after the owner, everybody once', async () => {
    world = await createSalesforceWorld();
    const id = await create('Team');
    for (const actor of ['stranger', 'seller'] as const) {
      const UserId = await world.org.userId(actor);
      await world.org.create('seller', 'OpportunityTeamMember', {
        OpportunityId: id,
        UserId,
        OpportunityAccessLevel: 'Read',
      });
    }
    const team = (await world.port.readOpportunities([id])).opportunities[0]?.team ?? [];
    expect(team).toHaveLength(2);
    expect(new Set(team.map(({ email }) => email)).size).toBe(2);
  });

  it('lets nobody join a team where the org has none, and enters deals without one', async () => {
    world = await createSalesforceWorld({ opportunityTeams: false });
    const [seller, stranger] = [await world.userOf('seller'), await world.userOf('stranger')];
    expect(await world.port.findUsers([stranger.email])).toEqual([]);
    expect(await callsOf(world, () => world.port.findUsers([stranger.email]))).toEqual([]);
    const lookup = {
      referralId: 'x',
      account: null,
      emails: [],
      owners: [seller.email, stranger.email],
      team: null,
      currency: null,
    };
    expect(await world.port.findDeals([lookup])).toMatchObject([{ ownerId: seller.id, users: [seller] }]);
    const [opportunity] = (await world.port.readOpportunities([await create('Alone')])).opportunities;
    expect(opportunity).toMatchObject({ team: [{ email: seller.email }], memberships: [] });
    const findings = await world.port.check();
    expect(findings.find(({ subject }) => subject === 'Opportunity teams')?.level).toBe('warning');
  });

  it('looks again when a user left the company before he joined', async () => {
    world = await createSalesforceWorld();
    const [leaver] = await world.org.query(`SELECT Id FROM User WHERE Email = '${world.leaver}'`);
    const team = { add: [String(leaver?.Id)], remove: [] };
    const [outcome] = await world.port.write([{ opportunityId: await create('Late'), values: {}, team, answers: [] }]);
    expect(outcome?.error).toMatchObject({ code: 'crm-conflict', retryable: true });
  });

  it('writes teams of more opportunities than a call takes, and keeps those that were written', async () => {
    world = await createSalesforceWorld();
    const { id: user } = await world.userOf('stranger');
    const ids = await world.createOpportunities(Array.from({ length: 80 }, (_, n) => ({ name: `Teams ${n}` })));
    const outcomes = await world.port.write(
      ids.map((opportunityId) => ({
        opportunityId,
        values: { Description: 'x' },
        team: { add: [user], remove: [] },
        answers: [],
      })),
    );
    expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
    await world.addFault({ match: { path: '//composite/sobjects/' }, respond: { status: 400 } });
    const [joined, plain] = await world.port.write([
      { opportunityId: ids[0] ?? '', values: {}, team: { add: [user], remove: [] }, answers: [] },
      { opportunityId: ids[1] ?? '', values: { Description: 'y' }, answers: [] },
    ]);
    expect(joined?.error).toBeNull();
    expect(plain?.error).not.toBeNull();
  });

  it('tries a locked record again, and says so when it stays locked', async () => {
    world = await createSalesforceWorld();
    const [briefly, long, ruled] = [await create('Briefly'), await create('Long'), await create('Ruled')];
    await world.org.control('POST', 'locks', { ids: [briefly], times: 1 });
    await world.org.control('POST', 'locks', { ids: [long] });
    await world.org.control('POST', 'locks', { ids: [ruled], code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' });
    const outcomes = await world.port.write(
      [briefly, long, ruled].map((opportunityId) => ({ opportunityId, values: { Description: 'x' }, answers: [] })),
    );
    expect(outcomes.map(({ error }) => error?.code ?? null)).toEqual([null, 'crm-record-locked', 'crm-rejected']);
    expect(outcomes[2]?.error?.message).toBe('A validation rule of the org refuses this change.');
  });

  it('catches up with contacts that changed, were removed, or belong to a deleted opportunity', async () => {
    world = await createSalesforceWorld();
    const contact = { lastName: 'Li', email: 'li@example.com' };
    const moved = await world.createContact({ ...contact, firstName: 'Moved' });
    const removed = await world.createContact({ ...contact, firstName: 'Removed' });
    const [ofMoved = '', ofRemoved = '', deleted = ''] = await world.createOpportunities([
      { name: 'Moved', sync: true, contactIds: [moved] },
      { name: 'Removed', sync: true, contactIds: [removed] },
      { name: 'Deleted', sync: true },
    ]);
    const { cursor } = await drain(world.port.catchUp(null));
    await world.updateContact(moved, { phone: '+1 555 0199' });
    const roles = await world.org.query(`SELECT Id FROM OpportunityContactRole WHERE OpportunityId = '${ofRemoved}'`);
    await world.org.remove('seller', 'OpportunityContactRole', String(roles[0]?.Id));
    await world.deleteOpportunity(deleted);
    const { hints, cursors } = await drain(world.port.catchUp(cursor));
    const seen = hints.map(({ opportunityId }) => opportunityId);
    expect(seen).toEqual(expect.arrayContaining([ofMoved, ofRemoved, deleted]));
    expect(new Set(seen).size).toBe(seen.length);
    expect(cursors).toHaveLength(1);
    const calls = await callsOf(world, () => drain(world.port.catchUp(cursor)));
    expect(calls).toHaveLength(1);
  });

  it('goes on when requests come from many people: one more call for each five', async () => {
    world = await createSalesforceWorld();
    const id = await create('Many');
    await world.createRequest('seller', id, 'sync');
    await world.createRequest('stranger', id, 'sync');
    await world.createRequest('sandbox', id, 'sync');
    await world.port.readOpportunities([id]);
    const calls = await callsOf(world, async () => {
      const { requests } = await world.port.readOpportunities([id]);
      expect(requests.map(({ mayEdit }) => mayEdit)).toEqual([true, false, true]);
    });
    expect(calls).toHaveLength(2);
  });
});
