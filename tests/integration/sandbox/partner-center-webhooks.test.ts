import { type Running, type SignedIn, startPartnerCenter } from './partner-center-http.ts';
import { anyText } from './matchers.ts';

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

beforeEach(async () => {
  running = await startPartnerCenter();
  partner = await running.signIn('sandbox');
});
afterEach(() => running.partnerCenter.close());

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

  it('is gone after the reset', async () => {
    await partner.send('POST', REGISTRATION, OURS);
    await running.fetch('/_sandbox/reset', { method: 'POST' });
    expect((await partner.send('GET', REGISTRATION)).status).toBe(404);
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

  it('sends nothing yet, and says so', async () => {
    const { status, text } = await running.fetch('/_sandbox/events/replay', { method: 'POST' });
    expect(status).toBe(501);
    expect(text).toContain('GET /_sandbox/events');
  });
});
