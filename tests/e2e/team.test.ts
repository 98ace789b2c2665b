import type { Referral } from '../../shared/core/index.ts';
import { shareDeal, waitForReferral, waitForStatus } from './support/deals.ts';
import { fromMicrosoft } from './support/inbound-deals.ts';
import { waitFor } from './support/wait.ts';
import { CRMS, startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.partnerCenter.registerWebhook(`http://localhost:${world.ports.connector}/webhooks/partner-center`);
});
afterAll(() => world.close());

const GUEST = { firstName: 'Pat', lastName: 'Quill', email: 'pat.quill@agency.example' };
const emailsOf = ({ team }: Referral) => (team ?? []).map(({ email }) => email ?? '');

describe.each(CRMS)('the sales team, with %s', (name) => {
  const putOnTeam = (referral: Referral, team: readonly object[]) =>
    world.partnerCenter.patch(referral.id, [{ op: 'replace', path: '/team', value: team }]);

  it('follows Partner Center as far as people are users, and Partner Center follows the CRM', async () => {
    const crm = world.crm[name];
    const colleague = { firstName: 'Co', lastName: 'League', email: crm.colleague.toUpperCase() };
    const { opportunityId, referral } = await shareDeal(crm, world.partnerCenter);
    const [owner = {}] = referral.team ?? [];
    await putOnTeam(referral, [owner, colleague, GUEST]);
    await waitFor('the colleague to join', async () => (await crm.members(opportunityId)).includes(crm.colleague));
    const joined = await waitForStatus(crm, opportunityId, 'in-sync');
    expect(joined.audit[0]).toMatch(/Received from Partner Center: Sales team: .* → .*Co League.* ✔$/);
    expect(await crm.members(opportunityId)).not.toContain(GUEST.email);

    await crm.update(opportunityId, { name: 'With a guest' });
    const renamed = await waitForReferral(world.partnerCenter, opportunityId, (seen) => seen.name === 'With a guest');
    expect(emailsOf(renamed)).toEqual([owner.email, colleague.email, GUEST.email]);

    await crm.removeMember(opportunityId, crm.colleague);
    await crm.update(opportunityId, { name: 'Without a colleague' });
    const left = await waitForReferral(
      world.partnerCenter,
      opportunityId,
      (seen) => seen.name === 'Without a colleague',
    );
    expect(emailsOf(left)).toEqual([owner.email, GUEST.email]);

    await putOnTeam(left, [owner, colleague]);
    await waitFor('the colleague to join again', async () =>
      (await crm.members(opportunityId)).includes(crm.colleague),
    );
    await waitForStatus(crm, opportunityId, 'in-sync');
    await putOnTeam(left, [GUEST]);
    await waitFor('the colleague to leave', async () => !(await crm.members(opportunityId)).includes(crm.colleague));
    const end = await waitForStatus(crm, opportunityId, 'in-sync');
    expect(emailsOf((await world.partnerCenter.ownOf(opportunityId))[0] ?? left)).toEqual([GUEST.email]);
    expect(end.audit.filter((line) => line.includes('✖'))).toEqual([]);
  });

  it('of a deal from Microsoft comes with the opportunity', async () => {
    const crm = world.crm[name];
    const [seller = {}] = (await shareDeal(crm, world.partnerCenter)).referral.team ?? [];
    const team = [GUEST, seller, { firstName: 'Co', lastName: 'League', email: crm.colleague }];
    const { id: referralId } = await world.partnerCenter.send(fromMicrosoft(name, { team }));
    const id = await waitFor('the opportunity', async () => (await crm.opportunitiesOf(referralId))[0]);
    const { audit } = await waitForStatus(crm, id, 'answer-needed');
    expect(await crm.members(id)).toEqual([crm.colleague]);
    expect(audit[0]).toMatch(/Received from Microsoft\..* Sales team: \(empty\) → Co League ✔$/);
    await crm.accept(id);
    await waitForStatus(crm, id, 'in-sync');
    const accepted = await world.partnerCenter.get(referralId);
    expect(emailsOf(accepted)).toEqual([GUEST.email, seller.email, crm.colleague]);
  });
});
