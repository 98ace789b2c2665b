import { randomUUID } from 'node:crypto';
import type { Referral } from '../../shared/core/index.ts';
import { ACCOUNT, CONTACT, shareDeal, waitForStatus } from './support/deals.ts';
import type { CrmDriver } from './support/crm-driver.ts';
import { COUNTRY, fromMicrosoft } from './support/inbound-deals.ts';
import { waitFor } from './support/wait.ts';
import { CRMS, startWorld, type CrmName, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.partnerCenter.registerWebhook(`http://localhost:${world.ports.connector}/webhooks/partner-center`);
});
afterAll(() => world.close());

async function arrived(crm: CrmDriver, referralId: string, withinMs?: number): Promise<string> {
  return waitFor('the opportunity', async () => (await crm.opportunitiesOf(referralId))[0], withinMs);
}

/** A deal that Microsoft sent, and its opportunity. */
async function receive(name: CrmName): Promise<{ referral: Referral; id: string }> {
  const referral = await world.partnerCenter.send(fromMicrosoft(name));
  return { referral, id: await arrived(world.crm[name], referral.id) };
}

const answered = (crm: CrmDriver, requestId: string) =>
  waitFor('the answer', async () => {
    const answer = await crm.requestStatus(requestId);
    return answer.status !== 'queued' && answer.status !== 'working' && answer;
  });

describe.each(CRMS)('a deal that Microsoft sends, in %s', (name) => {
  it('is an opportunity on hold within two seconds, with everything that was sent', async () => {
    const crm = world.crm[name];
    const sent = fromMicrosoft(name);
    const referral = await world.partnerCenter.send(sent);
    const id = await arrived(crm, referral.id, 2_000);
    expect(await crm.deal(id)).toEqual({
      name: 'Line monitoring for three plants',
      amount: 84_000.5,
      currency: 'EUR',
      closeDate: '2027-02-03',
      notes: 'Three plants, one view.',
      products: 'SOL-15974-MQF',
      sync: true,
      stage: 'on-hold',
      account: {
        name: (sent.customerProfile as { name: string }).name,
        postalCode: 'B1 1AA',
        country: COUNTRY[name],
      },
      contact: 'jonas.brandt@adatum.example',
    });
    const section = await crm.section(id);
    expect(section).toMatchObject({ referralId: referral.id, status: 'answer-needed' });
    expect(section.audit).toEqual([
      expect.stringContaining(
        'Received from Microsoft. A new account was made. Contacts: 0 found, 1 made. Customer: (empty) → Adatum',
      ),
    ]);
    expect((await fetch(section.referralLink ?? '')).status).toBe(200);
  });

  it('goes to the account that is there', async () => {
    const crm = world.crm[name];
    const customer = await crm.createCustomer({ ...ACCOUNT, name: `Known ${randomUUID()}` }, CONTACT);
    const { name: known } = (await crm.deal(await crm.createOpportunity(NOT_SHARED, customer))).account;
    const address = { addressLine1: 'x', postalCode: 'ec3n1bj', country: COUNTRY[name] };
    const referral = await world.partnerCenter.send(
      fromMicrosoft(name, { customerProfile: { name: known.toUpperCase(), address, team: [] } }),
    );
    const id = await arrived(crm, referral.id);
    expect((await crm.deal(id)).account.name).toBe(known);
    expect((await crm.section(id)).audit[0]).toContain(
      `The account was found by name and postal code. Customer: (empty) → ${known}`,
    );
  });

  it('is accepted by a request, and then both sides follow each other', async () => {
    const crm = world.crm[name];
    const { referral, id } = await receive(name);
    await crm.update(id, { amount: 90_000 });
    expect(await answered(crm, await crm.request(id, 'seller', 'accept'))).toMatchObject({ status: 'done' });
    await waitForStatus(crm, id, 'in-sync');
    expect((await crm.deal(id)).stage).toBe('open');
    expect(await world.partnerCenter.get(referral.id)).toMatchObject({
      status: 'Active',
      substatus: 'Accepted',
      externalReferenceId: id,
      details: { dealValue: 90_000 },
    });
    const operations = [
      { op: 'replace', path: '/details/notes', value: 'Four plants now.' },
      { op: 'replace', path: '/details/dealValue', value: 120_000 },
      { op: 'replace', path: '/details/currency', value: 'USD' },
    ] as const;
    await world.partnerCenter.patch(referral.id, operations);
    await waitFor('the opportunity to follow', async () => (await crm.deal(id)).notes === 'Four plants now.');
    expect(await crm.deal(id)).toMatchObject({ amount: 120_000, currency: 'USD' });
  });

  it('is accepted by leaving the on-hold stage', async () => {
    const { referral, id } = await receive(name);
    await world.crm[name].accept(id);
    await waitFor('the answer', async () => (await world.partnerCenter.get(referral.id)).status === 'Active');
    expect((await waitForStatus(world.crm[name], id, 'in-sync')).referralId).toBe(referral.id);
  });

  it('is declined with a reason, and the opportunity is lost with it', async () => {
    const crm = world.crm[name];
    const { referral, id } = await receive(name);
    expect(await answered(crm, await crm.request(id, 'seller', 'decline'))).toMatchObject({ status: 'failed' });
    const requestId = await crm.request(id, 'seller', 'decline', 'Not our field');
    expect(await answered(crm, requestId)).toMatchObject({ status: 'done' });
    expect(await world.partnerCenter.get(referral.id)).toMatchObject({
      status: 'Closed',
      substatus: 'Declined',
      statusReason: 'Not our field',
    });
    await waitForStatus(crm, id, 'closed');
    expect((await crm.deal(id)).stage).toBe('lost');
  });

  it('is won in Partner Center and so in the CRM', async () => {
    const crm = world.crm[name];
    const { referral, id } = await receive(name);
    await crm.accept(id);
    await waitForStatus(crm, id, 'in-sync');
    await world.partnerCenter.patch(referral.id, [
      { op: 'replace', path: '/status', value: 'Closed' },
      { op: 'replace', path: '/substatus', value: 'Won' },
    ]);
    await waitForStatus(crm, id, 'closed');
    expect((await crm.deal(id)).stage).toBe('won');
  });

  it('is no second opportunity of a deal of ours, whatever events come', async () => {
    const { opportunityId, referral } = await shareDeal(world.crm[name], world.partnerCenter);
    await world.partnerCenter.client.control('events/replay');
    await world.partnerCenter.patch(referral.id, [{ op: 'replace', path: '/name', value: 'Told by an event' }]);
    await waitFor('the echo', async () => (await world.crm[name].deal(opportunityId)).name === 'Told by an event');
    for (const crm of CRMS) {
      const found = await world.crm[crm].opportunitiesOf(referral.id);
      expect(found).toEqual(crm === name ? [opportunityId] : []);
    }
  });
});

describe.each(CRMS)('an opportunity that is there, in %s', (name) => {
  it('takes over the deal that Microsoft sent, from the one that was made for it', async () => {
    const crm = world.crm[name];
    const { referral, id } = await receive(name);
    const customer = await crm.createCustomer({ ...ACCOUNT, name: `Known ${randomUUID()}` }, CONTACT);
    const own = await crm.createOpportunity({ ...NOT_SHARED, amount: 77_000 }, customer);
    const page = (await crm.section(id)).referralLink ?? '';
    expect(await answered(crm, await crm.request(own, 'seller', 'link', page))).toMatchObject({
      status: 'done',
      message: 'The opportunity is linked to the deal from Microsoft.',
    });
    await waitForStatus(crm, own, 'answer-needed');
    expect(await crm.opportunitiesOf(referral.id)).toEqual([own]);
    expect(await crm.deal(id)).toMatchObject({ stage: 'lost', sync: false });
    await crm.request(own, 'seller', 'accept');
    await waitForStatus(crm, own, 'in-sync');
    expect(await world.partnerCenter.get(referral.id)).toMatchObject({
      status: 'Active',
      externalReferenceId: own,
      details: { dealValue: 77_000, notes: 'Three plants, one view.' },
    });
    expect((await crm.deal(own)).notes).toBe('Three plants, one view.');
  });
});

/** Partner Center tells of our own deal, too, a moment after it is in sync. Nothing says that this was the last of it, but that nothing follows. */
async function untilTheEventsOfTheShareAreDealtWith(crm: CrmDriver): Promise<void> {
  let [last, since] = [-1, Date.now()];
  await waitFor('the connector to fall silent', async () => {
    const calls = (await world.partnerCenter.connectorCalls()) + (await crm.connectorCalls());
    if (calls !== last) [last, since] = [calls, Date.now()];
    return Date.now() - since > 700;
  });
}

describe.each(CRMS)('Microsoft’s answer to a deal of ours, in %s', (name) => {
  it('shows on the opportunity, for two Partner Center calls and none in its own direction', async () => {
    const crm = world.crm[name];
    const { opportunityId, referral } = await shareDeal(crm, world.partnerCenter);
    const engagement = await world.partnerCenter.engagement(referral.engagementId);
    const microsoft = engagement.find(({ id }) => id !== referral.id)?.id ?? '';
    await untilTheEventsOfTheShareAreDealtWith(crm);
    await world.clearRequests();
    const accept = [
      { op: 'replace', path: '/status', value: 'Active' },
      { op: 'replace', path: '/substatus', value: 'Accepted' },
      { op: 'add', path: '/trackingInfo', value: { microsoftMsxId: '7-SBX0815' } },
      { op: 'add', path: '/team', value: [{ firstName: 'Ines', lastName: 'Costa', email: 'ines@microsoft.example' }] },
    ] as const;
    await world.partnerCenter.patch(microsoft, accept, 'microsoft');
    await waitFor('the answer', async () =>
      (await crm.section(opportunityId)).audit[0]?.includes('Microsoft accepted the deal. Its sellers: Ines Costa.'),
    );
    expect(await crm.microsoftCrmId(opportunityId)).toBe('7-SBX0815');
    expect(await world.partnerCenter.connectorCalls()).toBe(2);
    expect(await world.partnerCenter.connectorCalls('PATCH')).toBe(0);
  });
});

const NOT_SHARED = {
  name: 'Not shared',
  amount: null,
  currency: 'EUR',
  closeDate: '2027-01-01',
  notes: null,
  sync: false,
  help: null,
  visible: false,
  products: null,
} as const;
