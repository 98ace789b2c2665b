import { createPartnerCenter, FIRST_REFRESH_TOKEN } from '../../../scripts/sandbox/partner-center/index.ts';
import type { NewReferral, Referral } from '../../../shared/core/model/index.ts';
import {
  createDelegatedSignIn,
  createReferralsClient,
  type ReferralQuery,
} from '../../../shared/partner-center/index.ts';
import { createMemoryRefreshTokenStore } from '../../../shared/partner-center/testkit/memory-refresh-token-store.ts';
import { failure } from './support/referrals.ts';

/** The client and the sign-in against the sandbox's Partner Center, which refuses what the real one would refuse. */
const standIn = createPartnerCenter({ pageSize: 2 });
const tokenStore = createMemoryRefreshTokenStore(FIRST_REFRESH_TOKEN);
let url = '';
let signIn: ReturnType<typeof createDelegatedSignIn>;
let client: ReturnType<typeof createReferralsClient>;

const control = (path: string, body?: object) =>
  fetch(`${url}/_sandbox/${path}`, {
    method: 'POST',
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });

async function list(query: ReferralQuery = {}): Promise<Referral[]> {
  const all: Referral[] = [];
  for await (const page of client.list(query)) all.push(...page);
  return all;
}

const deal = (over: Partial<NewReferral> = {}): NewReferral => ({
  name: 'Harbour crane telemetry',
  externalReferenceId: '006000000000001AAA',
  type: 'Shared',
  qualification: 'SalesQualified',
  target: [{ type: 'SolutionProfile', id: 'SOL-34104-EBB' }],
  customerProfile: {
    name: 'Fabrikam Ports',
    address: { addressLine1: '1 Quay', city: 'Rotterdam', country: 'NL' },
    team: [{ firstName: 'Sue', lastName: 'Smith', email: 'sue.smith@fabrikam.example', phoneNumber: '0100000000' }],
  },
  consent: {
    consentToToShareInfoWithOthers: true,
    consentToContact: true,
    consentToShareReferralWithMicrosoftSellers: true,
  },
  details: {
    notes: 'Telemetry for 40 cranes.',
    dealValue: 50000.5,
    currency: 'EUR',
    closingDateTime: '2027-03-01T00:00:00Z',
    requirements: { solutions: [{ id: 'SOL-34104-EBB', type: 'Name' }] },
  },
  team: [{ firstName: 'Ann', lastName: 'Lee', email: 'ann.lee@woodgrove.example' }],
  ...over,
});

beforeAll(async () => {
  ({ url } = await standIn.listen(0));
  signIn = createDelegatedSignIn({
    authority: `${url}/sandbox`,
    clientId: 'sandbox',
    clientSecret: 'sandbox',
    tokenStore,
  });
  client = createReferralsClient({
    baseUrl: url,
    accessToken: () => signIn.accessToken(),
    onUnauthorized: (token) => signIn.onUnauthorized(token),
    retryDelayMs: 1,
  });
});

beforeEach(async () => {
  await control('reset');
  await tokenStore.update(() => Promise.resolve(FIRST_REFRESH_TOKEN));
  await fetch(`${url}/_sandbox/faults`, { method: 'DELETE' });
});

afterAll(async () => {
  await client.close();
  await signIn.close();
  await standIn.close();
});

describe('against the stand-in', () => {
  it('signs in with the configured refresh token and stores the rotated one', async () => {
    await control('tokens/expire');
    expect(await list()).toHaveLength(3);
    expect(await tokenStore.read()).not.toBe(FIRST_REFRESH_TOKEN);
  });

  it('reads all pages, although the next links lead elsewhere', async () => {
    const all = await list({ updatedSince: '2020-01-01T00:00:00Z' });
    expect(new Set(all.map((each) => each.id)).size).toBe(3);
    const times = all.map((each) => each.updatedDateTime ?? '');
    expect(times).toEqual([...times].sort());
  });

  it('filters by engagement, status and direction', async () => {
    const [first] = await list();
    expect(await list({ engagementId: first?.engagementId ?? '' })).toHaveLength(1);
    const waiting = await list({ status: 'New', direction: 'Incoming' });
    expect(waiting.map((each) => each.substatus)).toEqual(['Received']);
    expect(await list({ direction: 'Outgoing' })).toEqual([]);
  });

  it('makes a co-sell deal, changes it with its eTag, and meets a conflict with the old one', async () => {
    const own = await client.create(deal());
    expect(own).toMatchObject({ status: 'Active', substatus: 'Accepted', externalReferenceId: '006000000000001AAA' });
    const asked = await client.create(
      deal({
        engagementId: own.engagementId,
        externalReferenceId: null,
        target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
        inviteContext: { notes: 'A demo, please.', assistanceRequestCode: 'ProofOfConceptOrDemo' },
      }),
    );
    expect(asked).toMatchObject({ engagementId: own.engagementId, organizationId: 'msft' });
    const eTag = own.eTag ?? '';
    const changed = await client.patch(own.id, [{ op: 'replace', path: '/details/dealValue', value: '60000' }], eTag);
    expect(changed.details?.dealValue).toBe(60000);
    expect(changed.eTag).not.toBe(eTag);
    expect(await client.get(own.id)).toEqual(changed);
    const error = await failure(client.patch(own.id, [{ op: 'replace', path: '/name', value: 'Other' }], eTag));
    expect(error).toMatchObject({ code: 'partner-center-conflict', mayHaveActed: false });
  });

  it('names the field that the service refused', async () => {
    const base = deal();
    const refused = async (over: Partial<NewReferral>) => failure(client.create(deal(over)));
    expect(await refused({ details: { ...base.details, currency: 'EURO' } })).toMatchObject({
      code: 'partner-center-rejected',
      field: '/details/currency',
      mayHaveActed: false,
    });
    const address = { ...base.customerProfile?.address, country: 'Netherlands' };
    expect((await refused({ customerProfile: { ...base.customerProfile, address } })).field).toBe(
      '/customerProfile/address/country',
    );
    const requirements = { solutions: [{ id: 'SOL-00000-XXX', type: 'Name' }] };
    expect((await refused({ details: { ...base.details, requirements } })).field).toBe(
      '/details/requirements/solutions',
    );
  });

  it('knows no referral that is not there', async () => {
    expect(await client.get('00000000-0000-0000-0000-000000000000')).toBeNull();
  });

  it('renews an expired token once for many callers', async () => {
    await list();
    await control('tokens/expire');
    await fetch(`${url}/_sandbox/requests`, { method: 'DELETE' });
    const [first] = await Promise.all(Array.from({ length: 5 }, () => list()));
    expect(first).toHaveLength(3);
    const requests = (await (await fetch(`${url}/_sandbox/requests`)).json()) as { path: string }[];
    expect(requests.filter(({ path }) => path.includes('/oauth2/'))).toHaveLength(1);
  });

  it('finds a deal again by its CRM id after the answer to the create was lost', async () => {
    await control('faults', { match: { method: 'POST', path: '/v1.0/engagements/referrals' }, drop: true });
    const error = await failure(client.create(deal({ externalReferenceId: 'lost' })));
    expect(error).toMatchObject({ code: 'partner-center-unavailable', mayHaveActed: true });
    const found = (await list({ updatedSince: '2026-01-01T00:00:00Z' })).filter(
      (each) => each.externalReferenceId === 'lost',
    );
    expect(found).toHaveLength(1);
  });

  it('applies a patch once although its answer was lost', async () => {
    const own = await client.create(deal());
    await control('faults', { match: { method: 'PATCH' }, drop: true });
    const error = await failure(
      client.patch(own.id, [{ op: 'replace', path: '/name', value: 'Renamed' }], own.eTag ?? ''),
    );
    expect(error).toMatchObject({ code: 'partner-center-conflict', mayHaveActed: true });
    expect((await client.get(own.id))?.name).toBe('Renamed');
  });

  it('says that somebody must consent again after the consent was withdrawn', async () => {
    await control('refresh-tokens/revoke');
    await control('tokens/expire');
    const error = await failure(list());
    expect(error).toMatchObject({ code: 'partner-center-sign-in', whoActs: 'admin' });
    expect(error.cure).toContain('npx cosell consent');
  });
});
