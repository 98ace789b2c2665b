import { ACCOUNT, CONTACT, DEAL, shareDeal, waitForStatus } from './support/deals.ts';
import { CRMS, startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clearRequests());

describe.each(CRMS)('sharing a deal from %s', (name) => {
  it('makes one referral of ours and one of Microsoft’s with every mapped field, within two seconds', async () => {
    const crm = world.crm[name];
    const customer = await crm.createCustomer(ACCOUNT, CONTACT);
    const opportunityId = await crm.createOpportunity(DEAL, customer);
    const section = await waitForStatus(crm, opportunityId, 'in-sync', 2_000);

    const own = await world.partnerCenter.ownOf(opportunityId);
    expect(own).toHaveLength(1);
    const [referral] = own;
    expect(referral).toMatchObject({
      externalReferenceId: opportunityId,
      name: DEAL.name,
      type: 'Shared',
      qualification: 'SalesQualified',
      status: 'Active',
      substatus: 'Accepted',
      customerProfile: {
        name: ACCOUNT.name,
        address: { addressLine1: ACCOUNT.street, city: ACCOUNT.city, postalCode: ACCOUNT.postalCode, country: 'GB' },
        team: [
          {
            firstName: CONTACT.firstName,
            lastName: CONTACT.lastName,
            email: CONTACT.email,
            phoneNumber: CONTACT.phone,
          },
        ],
      },
      consent: {
        consentToToShareInfoWithOthers: true,
        consentToContact: true,
        consentToShareReferralWithMicrosoftSellers: true,
      },
      details: {
        notes: DEAL.notes,
        dealValue: 125_000.5,
        currency: 'EUR',
        closingDateTime: expect.stringMatching(/^2027-03-31T/) as string,
        requirements: { solutions: [{ id: 'SOL-15974-MQF' }] },
      },
    });
    expect(referral?.team?.length).toBeGreaterThan(0);

    const engagement = await world.partnerCenter.engagement(referral?.engagementId ?? '');
    expect(engagement).toHaveLength(2);
    const microsoft = engagement.find(({ id }) => id !== referral?.id);
    expect(microsoft).toMatchObject({
      organizationId: 'msft',
      inviteContext: { assistanceRequestCode: 'ProofOfConceptOrDemo' },
      target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
    });

    expect(section.referralId).toBe(referral?.id);
    expect(section.audit).toHaveLength(1);
    expect(section.audit[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d - .*✔$/);
    const page = await fetch(section.referralLink ?? '');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(DEAL.name);
  });

  it('costs two Partner Center calls and at most three CRM calls for co-sell, and then nothing more', async () => {
    const crm = world.crm[name];
    await shareDeal(crm, world.partnerCenter);
    // A second deal is shared after the echoes of the first one have passed through.
    await shareDeal(crm, world.partnerCenter);
    expect(await world.partnerCenter.connectorCalls('POST')).toBe(4);
    expect(await world.partnerCenter.connectorCalls()).toBe(4);
    expect(await crm.connectorCalls()).toBeLessThanOrEqual(6);
  });

  it.each([
    ['private', { help: null, visible: false }, { type: 'Independent', consent: false }],
    ['partner-led', { help: null, visible: true }, { type: 'Independent', consent: true }],
  ])('makes a %s deal with one POST', async (_level, form, expected) => {
    const { referral } = await shareDeal(world.crm[name], world.partnerCenter, form);
    expect(referral.type).toBe(expected.type);
    expect(referral.consent?.consentToShareReferralWithMicrosoftSellers).toBe(expected.consent);
    expect(await world.partnerCenter.connectorCalls('POST')).toBe(1);
    expect(await world.partnerCenter.engagement(referral.engagementId)).toHaveLength(1);
  });

  it('answers the request of a seller and refuses that of a stranger', async () => {
    const crm = world.crm[name];
    const { opportunityId } = await shareDeal(crm, world.partnerCenter);
    const requestId = await crm.request(opportunityId);
    await expect(
      (async () => {
        let answer = await crm.requestStatus(requestId);
        while (answer.status === 'queued' || answer.status === 'working') answer = await crm.requestStatus(requestId);
        return answer.status;
      })(),
    ).resolves.toBe('done');
    await expect(crm.request(opportunityId, 'stranger')).rejects.toThrow();
  });
});
