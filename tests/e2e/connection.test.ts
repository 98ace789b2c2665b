import { buildPolicy, type ConnectionInfo } from '../../shared/core/index.ts';
import { shareDeal } from './support/deals.ts';
import { waitFor } from './support/wait.ts';
import { CRMS, startWorld, type CrmName, type World } from './support/world.ts';

/** What Microsoft's sign-in answers when the consent has run out. */
const CONSENT_RAN_OUT = {
  match: { path: '/oauth2/v2.0/token' },
  times: 1_000,
  respond: {
    status: 400,
    body: {
      error: 'invalid_grant',
      error_description: 'AADSTS700082: The refresh token has expired due to inactivity.',
    },
  },
};

let world: World;
beforeAll(async () => {
  world = await startWorld({ shared: false });
}, 60_000);
afterEach(() => world.clearFaults());
afterAll(() => world.close());

const told = (name: CrmName, what: string, looksRight: (info: ConnectionInfo) => boolean, withinMs = 20_000) =>
  waitFor(
    `${what} in ${name}`,
    async () => {
      const [info] = await world.crm[name].connections();
      return info !== undefined && looksRight(info) && info;
    },
    withinMs,
  );

describe('the connection as the sections are told', () => {
  it.each(CRMS)('has the mapping of %s and is fine from the start', async (name) => {
    const info = await told(name, 'the first word', () => true);
    expect(info).toMatchObject({ state: 'ok', heartbeatSeconds: 900, policy: { crm: name } });
    expect(info.policy.mapping).toEqual(buildPolicy({ crm: name }).mapping);
    expect(await world.crm[name].connections()).toHaveLength(1);
  });

  it('is lost when the consent has run out, and fine again when it has been renewed', async () => {
    const { opportunityId } = await shareDeal(world.crm.salesforce, world.partnerCenter);
    const { client } = world.partnerCenter;
    await client.control('tokens/expire');
    await client.fault(CONSENT_RAN_OUT);
    await world.crm.salesforce.update(opportunityId, { amount: 777 });
    for (const name of CRMS) {
      const lost = await told(name, 'the lost connection', ({ state }) => state === 'partner-center-sign-in');
      expect(Date.parse(lost.since)).toBeLessThanOrEqual(Date.parse(lost.lastSeenAt));
    }
    await world.clearFaults();
    // A refused sign-in is not tried again for half a minute.
    for (const name of CRMS) await told(name, 'the healthy connection', ({ state }) => state === 'ok', 90_000);
  }, 120_000);
});
