import { DEAL, shareDeal, waitForReferral, waitForStatus } from './support/deals.ts';
import { waitFor } from './support/wait.ts';
import { CRMS, startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe.each(CRMS)('changes in %s', (name) => {
  it.each([
    ['name', { name: 'Sensor platform, second phase' }, { name: 'Sensor platform, second phase' }],
    ['amount', { amount: 99_999.99 }, { details: { dealValue: 99_999.99 } }],
    [
      'close date',
      { closeDate: '2027-12-31' },
      { details: { closingDateTime: expect.stringMatching(/^2027-12-31T/) as string } },
    ],
    [
      'description',
      { notes: 'Now with\ntwo lines and ünïcode ✔' },
      { details: { notes: 'Now with\ntwo lines and ünïcode ✔' } },
    ],
    [
      'products',
      { products: 'SOL-15974-MQF; SOL-34104-EBB' },
      { details: { requirements: { solutions: [{ id: 'SOL-15974-MQF' }, { id: 'SOL-34104-EBB' }] } } },
    ],
  ])('the %s follows in one PATCH, with at most two calls on each side', async (_field, change, expected) => {
    const crm = world.crm[name];
    const { opportunityId } = await shareDeal(crm, world.partnerCenter);
    await world.clearRequests();
    await crm.update(opportunityId, change);
    const matches = expect.objectContaining({ externalReferenceId: opportunityId }) as unknown;
    const referral = await waitForReferral(world.partnerCenter, opportunityId, (seen) => {
      try {
        expect(seen).toMatchObject(expected);
        return true;
      } catch {
        return false;
      }
    });
    expect(referral).toEqual(matches);
    const section = await waitFor('the audit line', async () => {
      const seen = await crm.section(opportunityId);
      return seen.audit.length === 2 && seen;
    });
    expect(section.audit[0]).toMatch(/✔$/);
    expect(section.status).toBe('in-sync');
    // Another deal shared afterwards shows that no echo of the change is still under way.
    await shareDeal(crm, world.partnerCenter);
    expect(await world.partnerCenter.connectorCalls('PATCH')).toBe(1);
    expect(await world.partnerCenter.connectorCalls('GET')).toBeLessThanOrEqual(1);
    expect(await crm.connectorCalls()).toBeLessThanOrEqual(2 + 3);
  });

  it('sends several changes of one save in one PATCH', async () => {
    const crm = world.crm[name];
    const { opportunityId } = await shareDeal(crm, world.partnerCenter);
    await world.clearRequests();
    await crm.update(opportunityId, {
      name: 'All at once',
      amount: 1,
      closeDate: '2028-01-01',
      notes: 'Everything changed',
    });
    await waitForReferral(world.partnerCenter, opportunityId, (referral) => referral.name === 'All at once');
    expect(await world.partnerCenter.connectorCalls('PATCH')).toBe(1);
  });

  it('writes nothing more once sync is switched off, and catches up when it is switched on again', async () => {
    const crm = world.crm[name];
    const { opportunityId } = await shareDeal(crm, world.partnerCenter);
    await crm.update(opportunityId, { sync: false });
    await waitForStatus(crm, opportunityId, 'paused');
    await world.clearRequests();
    await crm.update(opportunityId, { name: 'Must stay with us' });
    // A deal shared after the edit proves that the edit has been looked at.
    await shareDeal(crm, world.partnerCenter);
    expect(await world.partnerCenter.connectorCalls('PATCH')).toBe(0);
    expect((await world.partnerCenter.ownOf(opportunityId))[0]?.name).toBe(DEAL.name);
    await crm.update(opportunityId, { sync: true });
    await waitForReferral(world.partnerCenter, opportunityId, (referral) => referral.name === 'Must stay with us');
    await waitForStatus(crm, opportunityId, 'in-sync');
  });

  it.each([
    ['won', 'Won'],
    ['lost', 'Lost'],
  ] as const)(
    'closes the referral when the opportunity is %s, and later edits write nothing',
    async (outcome, substatus) => {
      const crm = world.crm[name];
      const { opportunityId } = await shareDeal(crm, world.partnerCenter);
      await crm.close(opportunityId, outcome);
      const closed = await waitForReferral(
        world.partnerCenter,
        opportunityId,
        (referral) => referral.status === 'Closed',
      );
      expect(closed.substatus).toBe(substatus);
      const before = await waitForStatus(crm, opportunityId, 'closed');
      await world.clearRequests();
      // A won or lost opportunity of Dynamics must be reopened before anybody can edit it.
      if (name === 'dynamics')
        await crm.client.ok('PATCH', `/api/data/v9.2/opportunities(${opportunityId})`, { statecode: 0, statuscode: 1 });
      await crm.update(opportunityId, { name: 'Too late' });
      const after = await waitFor('the audit to say why', async () => {
        const section = await crm.section(opportunityId);
        return section.audit.length > before.audit.length && section;
      });
      expect(after.audit[0]).toMatch(/closed/i);
      expect(await world.partnerCenter.connectorCalls('PATCH')).toBe(0);
      expect((await world.partnerCenter.ownOf(opportunityId))[0]?.name).toBe(DEAL.name);
    },
  );

  it('upgrades a private deal to co-sell when help is chosen later, and never back', async () => {
    const crm = world.crm[name];
    const { opportunityId, referral } = await shareDeal(crm, world.partnerCenter, { help: null });
    await crm.update(opportunityId, { help: 'QuotesOrLicensing' });
    await waitFor(
      'Microsoft’s referral',
      async () => (await world.partnerCenter.engagement(referral.engagementId)).length === 2,
    );
    const raised = await waitForReferral(world.partnerCenter, opportunityId, ({ type }) => type === 'Shared');
    expect(raised.consent?.consentToShareReferralWithMicrosoftSellers).toBe(true);
    await waitForStatus(crm, opportunityId, 'in-sync');
    await crm.update(opportunityId, { help: null });
    await waitFor('the audit to say that sharing cannot go down', async () =>
      (await crm.section(opportunityId)).audit.some((line) => line.includes('✖') || /cannot/i.test(line)),
    );
    expect((await world.partnerCenter.ownOf(opportunityId))[0]?.type).toBe('Shared');
  });
});
