import type { CrmDriver } from './support/crm-driver.ts';
import { ACCOUNT, CONTACT, DEAL, shareDeal, waitForReferral, waitForStatus } from './support/deals.ts';
import type { StandInClient } from './support/stand-in-client.ts';
import { waitFor } from './support/wait.ts';
import { CRMS, startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => world.clearFaults());

const REFERRALS = '/v1.0/engagements/referrals';
const CRM_DATA = { salesforce: '/services/data', dynamics: '/api/data' } as const;
const throttled = {
  status: 429,
  headers: { 'retry-after': '1' },
  body: { statusCode: 429, message: 'Rate limit is exceeded. Try again in 1 seconds.' },
};
const broken = { status: 500, body: { error: { code: 'generalException', message: 'Something broke.' } } };

/** Shares a new deal under the fault and expects what every fault must end with: one referral, both sides equal. */
async function expectExactlyOne(crm: CrmDriver, arrange: () => Promise<void>): Promise<void> {
  const customer = await crm.createCustomer(ACCOUNT, CONTACT);
  await arrange();
  const opportunityId = await crm.createOpportunity(DEAL, customer);
  const section = await waitForStatus(crm, opportunityId, 'in-sync', 20_000);
  const own = await world.partnerCenter.ownOf(opportunityId);
  expect(own.map(({ id }) => id)).toEqual([section.referralId]);
  expect(own[0]).toMatchObject({ name: DEAL.name, details: { dealValue: DEAL.amount } });
  expect(await world.partnerCenter.engagement(own[0]?.engagementId ?? '')).toHaveLength(2);
}

describe.each(CRMS)('with %s, a new deal ends with one referral', (name) => {
  it.each([
    ['Partner Center throttles the first POST', { match: { method: 'POST', path: REFERRALS }, respond: throttled }],
    ['Partner Center fails three times', { match: { path: REFERRALS }, times: 3, respond: broken }],
    [
      'the connection drops after Partner Center made our referral',
      { match: { method: 'POST', path: REFERRALS }, drop: true },
    ],
    ['the connection drops twice in a row', { match: { path: REFERRALS }, times: 2, drop: true }],
  ])('when %s', async (_what, fault) => {
    await expectExactlyOne(world.crm[name], () => world.partnerCenter.client.fault(fault));
  });

  it('when the connection drops after Microsoft’s referral was made', async () => {
    const crm = world.crm[name];
    const { opportunityId, referral } = await shareDeal(crm, world.partnerCenter, { help: null });
    await world.partnerCenter.client.fault({ match: { method: 'POST', path: REFERRALS }, drop: true });
    await crm.update(opportunityId, { help: 'GeneralOrOther' });
    await waitFor(
      'both referrals',
      async () => (await world.partnerCenter.engagement(referral.engagementId)).length === 2,
      20_000,
    );
    await waitForStatus(crm, opportunityId, 'in-sync', 20_000);
    expect(await world.partnerCenter.engagement(referral.engagementId)).toHaveLength(2);
  });

  it.each([
    ['throttles', { respond: { status: 429, headers: { 'retry-after': '1' }, body: {} } }],
    ['fails three times', { times: 3, respond: { status: 503, body: {} } }],
    ['drops the connection after it acted', { times: 2, drop: true }],
  ])('when the CRM %s', async (_what, effect) => {
    const crm = world.crm[name];
    const integrationOnly = { path: CRM_DATA[name] };
    const customer = await crm.createCustomer(ACCOUNT, CONTACT);
    const opportunityId = await crm.createOpportunity({ ...DEAL, sync: false }, customer);
    // Ticked before the fault is set, so that only the connector's own calls meet it.
    await crm.update(opportunityId, { sync: true });
    await crm.client.fault({ match: integrationOnly, ...effect });
    await waitFor(
      'the deal to be in sync',
      async () => {
        const section = await crm.section(opportunityId);
        return section.status === 'in-sync' && section.referralId !== null;
      },
      20_000,
    );
    expect(await world.partnerCenter.ownOf(opportunityId)).toHaveLength(1);
  });

  it.each(['partner-center', 'crm'] as const)('when the token of %s has expired', async (system) => {
    const crm = world.crm[name];
    const client: StandInClient = system === 'crm' ? crm.client : world.partnerCenter.client;
    await expectExactlyOne(crm, () => client.control('tokens/expire'));
  });

  it('when a change meets a stale eTag', async () => {
    const crm = world.crm[name];
    const { opportunityId } = await shareDeal(crm, world.partnerCenter);
    const stale = { status: 412, body: { error: { code: 'preconditionFailed', message: 'The eTag does not match.' } } };
    await world.partnerCenter.client.fault({ match: { method: 'PATCH', path: REFERRALS }, times: 2, respond: stale });
    await crm.update(opportunityId, { amount: 77 });
    await waitForReferral(world.partnerCenter, opportunityId, ({ details }) => details?.dealValue === 77, 20_000);
    const section = await waitForStatus(crm, opportunityId, 'in-sync', 20_000);
    expect(section.audit[0]).toMatch(/77.*✔$/);
  });

  it('keeps the other 199 going when one of a batch is refused', async () => {
    const crm = world.crm[name];
    const customer = await crm.createCustomer(ACCOUNT, CONTACT);
    const forms = Array.from({ length: 200 }, (_, index) => ({
      ...DEAL,
      help: null,
      name: `${name} batch deal ${index}`,
      // Well-formed, but nobody's: Partner Center refuses it.
      ...(index === 117 ? { products: 'SOL-99999-ZZZ' } : {}),
    }));
    const ids: string[] = [];
    for (const form of forms) ids.push(await crm.createOpportunity(form, customer));
    const bad = ids[117] ?? '';
    const failed = await waitForStatus(crm, bad, 'failed', 30_000);
    expect(failed.audit[0]).toMatch(/SOL-99999-ZZZ|solution/i);
    await waitFor(
      '199 referrals',
      async () =>
        (await world.partnerCenter.all()).filter(({ name: deal }) => deal?.startsWith(`${name} batch deal `)).length ===
        199,
      60_000,
    );
    for (const id of ids.filter((other) => other !== bad).slice(-5)) await waitForStatus(crm, id, 'in-sync', 60_000);
    await crm.update(bad, { products: 'SOL-15974-MQF' });
    await waitForStatus(crm, bad, 'in-sync', 30_000);
  }, 120_000);
});
