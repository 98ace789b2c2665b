import {
  type Body,
  type Running,
  type SignedIn,
  REFERRALS,
  add,
  askMicrosoft,
  deal,
  replace,
  startPartnerCenter,
} from './partner-center-http.ts';
import { textLike } from './matchers.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/;

let now = Date.parse('2026-11-20T09:00:00Z');
let running: Running;
let partner: SignedIn;
let microsoft: SignedIn;

beforeEach(async () => {
  now = Date.parse('2026-11-20T09:00:00Z');
  running = await startPartnerCenter({ pageSize: 2, clock: () => now });
  partner = await running.signIn('sandbox');
  microsoft = await running.signIn('microsoft');
});
afterEach(() => running.partnerCenter.close());

const get = async (who: SignedIn, id: string) => (await who.send('GET', `${REFERRALS}/${id}`)).body;
const accept = [replace('/status', 'Active'), replace('/substatus', 'Accepted')];

describe('a deal of the partner', () => {
  it('becomes active at once, whatever status was sent', async () => {
    const { status, headers, body } = await partner.send(
      'POST',
      REFERRALS,
      deal({ status: 'New', substatus: 'Pending' }),
    );
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe(body.eTag);
    expect(body).toMatchObject({
      ...deal(),
      status: 'Active',
      substatus: 'Accepted',
      direction: 'Outgoing',
      organizationName: 'Northwind Cloud Partners',
      expirationDateTime: null,
      createdDateTime: textLike(INSTANT),
      updatedDateTime: body.createdDateTime,
      acceptedDateTime: body.createdDateTime,
      eTag: textLike(/^".+"$/),
      links: {
        self: { uri: `https://api.partner.microsoft.com/v1.0/engagments/referrals/${body.id}`, method: 'GET' },
        relatedReferrals: {
          uri: `https://api.partner.microsoft.com/v1.0/engagments/referrals?$filter=engagementId eq '${body.engagementId}'`,
          method: 'GET',
        },
      },
    });
  });

  it('takes a value as text and answers it as a number', async () => {
    const own = await partner.create();
    const { body } = await partner.patch(own.id, [replace('/details/dealValue', '0.3')], {
      prefer: 'return=representation',
    });
    expect(body).toMatchObject({ details: { dealValue: 0.3 } });
  });

  it('changes its eTag and its time with every write, and answers 204 unless a body is asked for', async () => {
    const own = await partner.create();
    const quiet = await partner.patch(own.id, [replace('/name', 'Second name')]);
    expect([quiet.status, quiet.text, quiet.headers.get('etag')]).toEqual([204, '', null]);
    const told = await partner.patch(own.id, [add('/team/-', { email: 'new@northwind-cloud.example' })], {
      prefer: 'return=representation',
    });
    expect(told.status).toBe(200);
    expect(told.headers.get('etag')).toBe(told.body.eTag);
    expect(told.body).toMatchObject({
      name: 'Second name',
      team: [{ firstName: 'Tom' }, { email: 'new@northwind-cloud.example' }],
    });
    expect(told.body.eTag).not.toBe(own.eTag);
    expect(String(told.body.updatedDateTime) > String(own.updatedDateTime)).toBe(true);
  });

  it('notes when it was closed', async () => {
    const own = await partner.create();
    await partner.patch(own.id, [replace('/status', 'Closed'), replace('/substatus', 'Won')]);
    expect(await get(partner, own.id)).toMatchObject({
      substatus: 'Won',
      closedDateTime: textLike(INSTANT),
    });
  });

  it('can be shared step by step, upwards', async () => {
    const own = await partner.create();
    const visible = '/consent/consentToShareReferralWithMicrosoftSellers';
    expect((await microsoft.send('GET', `${REFERRALS}/${own.id}`)).status).toBe(404);
    expect((await partner.patch(own.id, [replace(visible, true)])).status).toBe(204);
    expect((await get(microsoft, own.id)).id).toBe(own.id);
    expect((await partner.patch(own.id, [replace('/type', 'Shared')])).status).toBe(204);
    expect((await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId))).status).toBe(200);
  });
});

describe('a co-sell deal', () => {
  const ask = async (): Promise<{ own: Body; asked: Body }> => {
    const own = await partner.create({ type: 'Shared' });
    return { own, asked: (await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId))).body };
  };

  it("has Microsoft's own referral beside the partner's, waiting", async () => {
    const { own, asked } = await ask();
    expect(asked).toMatchObject({
      engagementId: own.engagementId,
      organizationId: 'msft',
      organizationName: 'Microsoft',
      status: 'New',
      substatus: 'Pending',
      externalReferenceId: null,
      direction: 'Outgoing',
    });
    const { body } = await partner.send(
      'GET',
      `${REFERRALS}?$filter=engagementId eq '${own.engagementId}'&$orderby=createdDateTime`,
    );
    expect(body.value.map(({ id }) => id)).toEqual([own.id, asked.id]);
  });

  it('can be accepted by Microsoft, with its own number', async () => {
    const { asked } = await ask();
    expect(
      (await microsoft.patch(asked.id, [...accept, add('/trackingInfo', { microsoftMsxId: '7-SBX1' })])).status,
    ).toBe(204);
    expect(await get(partner, asked.id)).toMatchObject({
      substatus: 'Accepted',
      trackingInfo: { microsoftMsxId: '7-SBX1' },
    });
  });

  it('can be declined by Microsoft, with a reason', async () => {
    const { asked } = await ask();
    const decline = [
      replace('/status', 'Closed'),
      replace('/substatus', 'Declined'),
      add('/statusReason', 'No capacity'),
    ];
    expect((await microsoft.patch(asked.id, decline)).status).toBe(204);
    expect(await get(partner, asked.id)).toMatchObject({
      status: 'Closed',
      substatus: 'Declined',
      statusReason: 'No capacity',
    });
  });
});

describe('a deal from Microsoft', () => {
  it('comes in unanswered and expires after 14 days', async () => {
    const inbound = await microsoft.create({ type: 'Shared' });
    expect(inbound).toMatchObject({
      direction: 'Incoming',
      status: 'New',
      substatus: 'Received',
      expirationDateTime: '2026-12-04T09:00:00.0000000Z',
      externalReferenceId: null,
      inviteContext: { invitedBy: { organizationId: 'msft' } },
    });
    now += 14 * 86_400_000;
    partner = await running.signIn('sandbox');
    expect(await get(partner, inbound.id)).toMatchObject({ status: 'New' });
    now += 1;
    expect(await get(partner, inbound.id)).toMatchObject({ status: 'Closed', substatus: 'Expired' });
  });

  it('is edited by Microsoft until the partner answers, and by the partner afterwards', async () => {
    const inbound = await microsoft.create({ type: 'Shared' });
    const edit = (value: number) => [replace('/details/dealValue', value)];
    expect((await microsoft.patch(inbound.id, edit(1))).status).toBe(204);
    expect((await partner.patch(inbound.id, accept)).status).toBe(204);
    expect((await microsoft.patch(inbound.id, edit(2))).status).toBe(403);
    expect((await partner.patch(inbound.id, edit(3))).status).toBe(204);
  });

  it('is there three times in the sample data, once unanswered', async () => {
    const { body } = await partner.send('GET', `${REFERRALS}?$filter=direction eq 'Incoming'&$select=status,eTag`);
    const next = await partner.send('GET', `${REFERRALS}?${String(body['@odata.nextLink']).split('?')[1] ?? ''}`);
    expect([...body.value, ...next.body.value].map(({ status }) => status).sort()).toEqual(['Active', 'Closed', 'New']);
  });
});

describe('lists', () => {
  const list = async (query: string) => (await partner.send('GET', `${REFERRALS}?${query}`)).body;
  const nextQuery = (body: Body) => String(body['@odata.nextLink']).split('?')[1] ?? '';
  const names = (body: Body) => body.value.map(({ name }) => name);

  it('pages by a next link that can be followed, and neither skips nor repeats when things change between', async () => {
    const since = (await partner.create({ name: 'one' })).updatedDateTime as string;
    for (const name of ['two', 'three', 'four', 'five']) await partner.create({ name });
    const first = await list(`$filter=updatedDateTime ge ${since}&$orderby=updatedDateTime`);
    expect(first).toMatchObject({
      '@odata.context': textLike(/\$metadata#Referrals$/),
      '@odata.count': 5,
    });
    expect(first['@odata.nextLink']).toMatch(/^http:\/\/localhost:\d+\/v1\.0\/engagements\/referrals\?\$skiptoken=/);
    await partner.patch(String(first.value[0]?.id), [replace('/name', 'one, changed')]);
    const second = await list(nextQuery(first));
    const third = await list(nextQuery(second));
    const pages = [first, second, third];
    expect(third['@odata.nextLink']).toBeUndefined();
    expect(pages.map(names)).toEqual([
      ['one', 'two'],
      ['three', 'four'],
      ['five', 'one, changed'],
    ]);
  });

  it('count $top and $skip over all pages', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await partner.create({ name });
    const first = await list("$filter=type eq 'Independent'&$orderby=createdDateTime desc&$skip=1&$top=3");
    const second = await list(nextQuery(first));
    expect([names(first), names(second), second['@odata.nextLink']]).toEqual([['d', 'c'], ['b'], undefined]);
  });

  it.each([
    ["team/any(t:t/email eq 'TOM.okoye@northwind-cloud.example')", ['mine']],
    ["customerProfile/address/country eq 'PT' and status eq 'Active'", ['mine']],
    ["not (direction eq 'Incoming') and type eq 'Independent' or status eq 'None'", ['mine']],
    ["substatus eq 'Accepted' and qualification ne 'SalesQualified'", []],
    ["status eq 'Closed' or updatedDateTime gt 2099-01-01T00:00:00Z", ['Demand forecast for bookshops']],
  ])('filter by %s', async (filter, expected) => {
    await partner.create({ name: 'mine' });
    expect(names(await list(`$filter=${encodeURIComponent(filter)}`))).toEqual(expected);
  });

  it.each([
    ["$filter=externalReferenceId eq 'x'", '$filter'],
    ["$filter=name eq 'x'", '$filter'],
    ['$filter=status eq', '$filter'],
    ['$filter=status eq 5', '$filter'],
    ["$filter=updatedDateTime ge '2026-01-01'", '$filter'],
    ["$filter=status gt 'A'", '$filter'],
    ["$filter=contains(name,'x')", '$filter'],
    ["$filter=team/any(t:t/firstName eq 'x')", '$filter'],
    ["$filter=team/all(t:t/email eq 'x')", '$filter'],
    ['$orderby=name', '$orderby'],
    ['$top=-1', '$top'],
    ['$top=1&$top=2', '$top'],
    ['$select=nickname', '$select'],
    ['$count=yes', '$count'],
    ['$expand=team', '$expand'],
    ['$skiptoken=abc', '$skiptoken'],
  ])('refuse %s', async (query, target) => {
    const { status, body } = await partner.send('GET', `${REFERRALS}?${query}`);
    expect([status, body.error.target]).toEqual([400, target]);
  });

  it('give only the selected properties', async () => {
    await partner.create();
    const body = await list("$filter=direction eq 'Outgoing'&$select=id,eTag&$count=true");
    expect(Object.keys(body.value[0] ?? {})).toEqual(['id', 'eTag']);
  });
});

describe('the sandbox controls', () => {
  const control = (path: string, body?: object) =>
    running.fetch(`/_sandbox/${path}`, {
      method: 'POST',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });

  it('answer for the service, in its other shape, without acting', async () => {
    const throttled = { statusCode: 429, message: 'Rate limit is exceeded. Try again in 1 seconds.' };
    await control('faults', {
      match: { method: 'post', path: REFERRALS },
      respond: { status: 429, headers: { 'retry-after': '1' }, body: throttled },
    });
    const refused = await partner.send('POST', REFERRALS, deal());
    expect([refused.status, refused.headers.get('retry-after'), refused.body]).toEqual([429, '1', throttled]);
    expect((await partner.send('GET', `${REFERRALS}?$filter=direction eq 'Outgoing'`)).body.value).toEqual([]);
    expect((await partner.send('POST', REFERRALS, deal())).status).toBe(200);
  });

  it('cut the connection after the service has acted', async () => {
    await control('faults', { match: { path: '/referrals$/' }, drop: true });
    await expect(partner.send('POST', REFERRALS, deal())).rejects.toThrow('fetch failed');
    const { body } = await partner.send('GET', `${REFERRALS}?$filter=direction eq 'Outgoing'`);
    expect(body.value).toHaveLength(1);
    const log = (await running.fetch('/_sandbox/requests')).body as unknown as {
      method: string;
      status: number;
      fault?: string;
      clientId: string;
    }[];
    expect(log.find(({ method, fault }) => method === 'POST' && fault === 'drop')).toMatchObject({
      status: 200,
      clientId: 'sandbox',
    });
  });

  it('delay an answer', async () => {
    await control('faults', { match: {}, delayMs: 60 });
    const started = performance.now();
    await partner.send('GET', REFERRALS);
    expect(performance.now() - started).toBeGreaterThanOrEqual(55);
  });

  it('bring the sample data back', async () => {
    const own = await partner.create();
    expect((await control('reset')).status).toBe(204);
    expect((await partner.send('GET', `${REFERRALS}/${own.id}`)).status).toBe(404);
    expect((await partner.send('GET', REFERRALS)).body['@odata.count']).toBe(3);
  });

  it('tell what webhooks would say', async () => {
    const heard: string[] = [];
    const stop = running.partnerCenter.onChange(({ EventName }) => heard.push(EventName));
    const own = await partner.create({ type: 'Shared' });
    const asked = (await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId))).body;
    await microsoft.patch(asked.id, accept);
    await partner.patch(own.id, [replace('/name', 'Renamed')]);
    stop();
    await partner.patch(own.id, [replace('/name', 'Renamed again')]);
    expect(heard).toEqual([
      'referral-created',
      'related-referral-created',
      'related-referral-updated',
      'referral-updated',
    ]);
    const events = (await running.fetch('/_sandbox/events')).body as unknown as object[];
    expect(events).toHaveLength(5);
    expect(events[1]).toEqual({
      EventName: 'related-referral-created',
      ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${asked.id}`,
      ResourceName: 'referral',
      AuditUri: null,
      ResourceChangeUtcDate: String(asked.updatedDateTime).replace('Z', '+00:00'),
    });
  });
});
