import { verify, X509Certificate } from 'node:crypto';
import type { Delivery } from '../../../scripts/sandbox/partner-center/webhooks/delivery.ts';
import { until } from '../connector/support/until.ts';
import { type EventReceiver, startEventReceiver } from './event-receiver.ts';
import { anyText } from './matchers.ts';
import { askMicrosoft, replace, type Running, type SignedIn, startPartnerCenter } from './partner-center-http.ts';

const REGISTRATION = '/webhooks/v1/registration';
const ALL = [
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
  'test-created',
];
const OURS = {
  WebhookUrl: 'http://localhost:4100/webhooks/partner-center',
  WebhookEvents: ALL.slice(0, 4),
  signatureTokenToMsSignatureHeader: true,
};

let running: Running;
let partner: SignedIn;
let receiver: EventReceiver;

beforeEach(async () => {
  receiver = await startEventReceiver();
  running = await startPartnerCenter({ deliveryBackoffMs: 1 });
  partner = await running.signIn('sandbox');
});
afterEach(async () => {
  await running.partnerCenter.close();
  await receiver.close();
});

describe('webhook registration', () => {
  it('lists the events', async () => {
    expect((await partner.send('GET', `${REGISTRATION}/events`)).body).toEqual(ALL);
  });

  it('knows none at first, then one, which only PUT replaces', async () => {
    expect((await partner.send('GET', REGISTRATION)).status).toBe(404);
    expect((await partner.send('PUT', REGISTRATION, OURS)).status).toBe(404);
    const made = await partner.send('POST', REGISTRATION, OURS);
    expect(made.body).toEqual({
      SubscriberId: anyText,
      WebhookUrl: OURS.WebhookUrl,
      WebhookEvents: OURS.WebhookEvents,
    });
    expect((await partner.send('POST', REGISTRATION, OURS)).status).toBe(409);
    const other = { WebhookUrl: 'https://other.example/hook', WebhookEvents: ['referral-updated'] };
    expect((await partner.send('PUT', REGISTRATION, other)).body).toEqual({
      ...other,
      SubscriberId: made.body.SubscriberId,
    });
    expect((await partner.send('GET', REGISTRATION)).body).toMatchObject(other);
    expect(running.partnerCenter.registration()).toMatchObject({ ...other, signatureTokenToMsSignatureHeader: false });
  });

  it('outlives a reset: nobody would make it again', async () => {
    await partner.send('POST', REGISTRATION, OURS);
    await running.fetch('/_sandbox/reset', { method: 'POST' });
    expect((await partner.send('GET', REGISTRATION)).status).toBe(200);
  });

  it.each([
    ['an unknown event', { ...OURS, WebhookEvents: ['referral-deleted'] }],
    ['no event', { ...OURS, WebhookEvents: [] }],
    ['something that is no URL', { ...OURS, WebhookUrl: 'here' }],
    ['an unknown property', { ...OURS, secret: 'x' }],
  ])('refuses %s', async (_what, body) => {
    expect((await partner.send('POST', REGISTRATION, body)).status).toBe(400);
  });

  it('needs a token and a role', async () => {
    const stranger = await running.signIn('stranger');
    expect([(await running.fetch(REGISTRATION)).status, (await stranger.send('GET', REGISTRATION)).status]).toEqual([
      401, 403,
    ]);
  });
});

describe('webhook deliveries', () => {
  const register = (changes: object = {}) =>
    partner.send('POST', REGISTRATION, { WebhookUrl: receiver.url, WebhookEvents: ALL, ...changes });
  const deliveries = async () => (await running.fetch('/_sandbox/deliveries')).body as unknown as readonly Delivery[];
  const settled = (count: number) =>
    until(`${count} deliveries`, async () => {
      const all = await deliveries();
      return all.length >= count && all.every(({ state }) => state !== 'waiting') && all;
    });
  const names = () =>
    receiver.calls.map(({ body }) => (JSON.parse(body.toString()) as { EventName: string }).EventName);

  it('tell whoever is registered of our own writes and of Microsoft’s', async () => {
    await register();
    const own = await partner.create({ type: 'Shared' });
    await partner.patch(own.id, [replace('/details/notes', 'New notes.')]);
    const asked = (await partner.send('POST', '/v1.0/engagements/referrals', askMicrosoft(own.engagementId))).body;
    const microsoft = await running.signIn('microsoft');
    await microsoft.patch(asked.id, [replace('/status', 'Active'), replace('/substatus', 'Accepted')]);
    await settled(4);
    expect(names().sort()).toEqual([
      'referral-created',
      'referral-updated',
      'related-referral-created',
      'related-referral-updated',
    ]);
    const uris = receiver.calls.map(({ body }) => (JSON.parse(body.toString()) as { ResourceUri: string }).ResourceUri);
    expect(new Set(uris)).toEqual(
      new Set([own.id, asked.id].map((id) => `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${id}`)),
    );
  });

  it.each([
    [false, 'authorization'],
    [true, 'x-ms-signature'],
  ])('are signed; signatureTokenToMsSignatureHeader: %s puts it into %s', async (inOwnHeader, header) => {
    await register({ signatureTokenToMsSignatureHeader: inOwnHeader });
    await partner.create();
    await settled(1);
    const [call] = receiver.calls;
    const certificateUrl = String(call?.headers['x-ms-certificate-url']);
    expect(certificateUrl).toBe(`${running.url}/cert/pcnotifications-dispatch.microsoft.com.cer`);
    expect(call?.headers['x-ms-signature-algorithm']).toBe('rsa-sha256');
    const signature = /^Signature (\S+)$/.exec(String(call?.headers[header]))?.[1] ?? '';
    const certificate = new X509Certificate(await (await fetch(certificateUrl)).text());
    expect(verify('sha256', call?.body ?? Buffer.of(), certificate.publicKey, Buffer.from(signature, 'base64'))).toBe(
      true,
    );
    expect(call?.headers).not.toHaveProperty(inOwnHeader ? 'authorization' : 'x-ms-signature');
  });

  it('send only the events that are registered', async () => {
    await register({ WebhookEvents: ['referral-updated'] });
    const { id } = await partner.create();
    await partner.patch(id, [replace('/details/notes', 'New notes.')]);
    await settled(1);
    expect(names()).toEqual(['referral-updated']);
  });

  it('try again until somebody answers 2xx, ten times at most', async () => {
    receiver.statuses.push(500, 401, 204);
    await register();
    await partner.create();
    const [first] = await settled(1);
    expect(first?.attempts.map(({ status }) => status)).toEqual([500, 401, 204]);
    receiver.statuses.push(...Array.from({ length: 20 }, () => 503));
    await partner.create();
    const [, second] = await settled(2);
    expect([second?.state, second?.attempts.length]).toEqual(['given-up', 10]);
  });

  it('are never sent off this machine', async () => {
    await register({ WebhookUrl: 'https://example.com/hook' });
    await partner.create();
    const [only] = await settled(1);
    expect([only?.state, new Set(only?.attempts.map(({ status }) => status))]).toEqual(['given-up', new Set([null])]);
  });

  it('can be lost, and replayed', async () => {
    await register();
    await running.fetch('/_sandbox/events/pause', { method: 'POST' });
    await partner.create();
    await partner.create();
    expect(await deliveries()).toEqual([]);
    await running.fetch('/_sandbox/events/resume', { method: 'POST' });
    const { status, body } = await running.fetch('/_sandbox/events/replay', { method: 'POST' });
    expect([status, body]).toEqual([202, { events: 2 }]);
    await settled(2);
    expect(names()).toEqual(['referral-created', 'referral-created']);
  });
});

describe('the validation event', () => {
  const start = () => partner.send('POST', `${REGISTRATION}/validationEvents`);
  const completed = (id: unknown) =>
    until('the result', async () => {
      const { body } = await partner.send('GET', `${REGISTRATION}/validationEvents/${String(id)}`);
      return body.status === 'completed' && body;
    });

  it('is delivered, and its result can be asked for', async () => {
    await partner.send('POST', REGISTRATION, { WebhookUrl: receiver.url, WebhookEvents: ALL });
    const result = await completed((await start()).body.correlationId);
    expect(result).toMatchObject({ callbackUrl: receiver.url, results: [{ responseCode: 'OK', systemError: false }] });
    expect(JSON.parse(receiver.calls[0]?.body.toString() ?? '')).toMatchObject({
      EventName: 'test-created',
      ResourceName: 'test',
    });
  });

  it('tells of every attempt in vain', async () => {
    receiver.statuses.push(404, 503);
    await partner.send('POST', REGISTRATION, { WebhookUrl: receiver.url, WebhookEvents: ALL });
    const { results } = await completed((await start()).body.correlationId);
    const codes = (results as { responseCode: string }[]).map(({ responseCode }) => responseCode);
    expect(codes).toEqual(['NotFound', 'ServiceUnavailable', 'OK']);
  });

  it('needs test-created, and can be had twice a minute', async () => {
    expect((await start()).status).toBe(404);
    await partner.send('POST', REGISTRATION, { WebhookUrl: receiver.url, WebhookEvents: ALL.slice(0, 4) });
    expect((await start()).status).toBe(400);
    await partner.send('PUT', REGISTRATION, { WebhookUrl: receiver.url, WebhookEvents: ALL });
    expect([(await start()).status, (await start()).status, (await start()).status]).toEqual([200, 200, 429]);
    expect((await partner.send('GET', `${REGISTRATION}/validationEvents/none`)).status).toBe(404);
  });
});

describe('the certificates of deliveries', () => {
  it('are served; keys and other files are not', async () => {
    const statuses = await Promise.all(
      [
        'pcnotifications-dispatch.microsoft.com.cer',
        'issuing-ca.crt',
        'pcnotifications-dispatch.microsoft.com.key',
        'root-ca.key',
        '..%2Fwebhooks%2Froot-ca.crt',
        'none.cer',
      ].map(async (file) => (await running.fetch(`/cert/${file}`)).status),
    );
    expect(statuses).toEqual([200, 200, 404, 404, 404, 404]);
  });
});
