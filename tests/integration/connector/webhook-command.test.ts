import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgram } from '../../../shared/connector/cli/program.ts';
import { startTestServer, type TestServer } from '../../../shared/connector/testkit/database.ts';
import { type EventReceiver, startEventReceiver } from '../sandbox/event-receiver.ts';
import { type Running, type SignedIn, startPartnerCenter } from '../sandbox/partner-center-http.ts';

const REGISTRATION = '/webhooks/v1/registration';
const REFERRAL_EVENTS = [
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
];
const FLOW = 'https://prod-12.westeurope.logic.azure.com/workflows/abc/triggers/manual/paths/invoke';

let server: TestServer;
let databaseUrl: string;
let folder: string;
let ours: EventReceiver;
let sandbox: Running;
let partner: SignedIn;

beforeAll(async () => {
  server = await startTestServer();
  // Shared: what is kept is kept by tenant, and every stand-in is one of its own.
  databaseUrl = await server.createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cosell-webhook-'));
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  ours = await startEventReceiver();
  sandbox = await startPartnerCenter({ deliveryBackoffMs: 1 });
  partner = await sandbox.signIn('sandbox');
});

afterEach(async () => {
  await sandbox.partnerCenter.close();
  await ours.close();
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
}

interface Report {
  readonly outcome?: string;
  readonly isOurs: boolean;
  readonly missing: readonly string[];
  readonly offered: readonly string[];
  readonly registered: { readonly webhookUrl: string; readonly webhookEvents: readonly string[] } | null;
  readonly former: { readonly registration: { readonly webhookUrl: string } | null } | null;
  readonly validation?: { readonly delivered: boolean; readonly response: string | null };
}

async function cosell(words: readonly string[], webhooks: object = {}): Promise<Ran> {
  const file = join(folder, 'cosell.config.yaml');
  const partnerCenter = {
    baseUrl: sandbox.url,
    authority: `${sandbox.url}/sandbox`,
    clientId: 'sandbox',
    webhooks: { publicUrl: ours.url, baseUrl: sandbox.url, ...webhooks },
  };
  const crms = [{ name: 'salesforce', kind: 'salesforce', loginUrl: 'http://127.0.0.1:1', clientId: 'key' }];
  await writeFile(file, JSON.stringify({ partnerCenter, crms }));
  const out: string[] = [];
  const notes: string[] = [];
  const program = createProgram({
    environment: {
      DATABASE_URL: databaseUrl,
      COSELL_PARTNER_CENTER_CLIENT_SECRET: 'sandbox',
      COSELL_PARTNER_CENTER_REFRESH_TOKEN: 'sandbox-refresh-token',
      COSELL_CRM_SALESFORCE_CLIENT_SECRET: 'hush',
    },
    print: (line) => out.push(line),
    note: (line) => notes.push(line),
  });
  const code = await program.run(['webhook', ...words, '--config', file]);
  return { code, out: out.join('\n'), notes: notes.join('\n') };
}

async function json(words: readonly string[], webhooks?: object): Promise<{ code: number; report: Report }> {
  const { code, out } = await cosell([...words, '--json'], webhooks);
  return { code, report: JSON.parse(out) as Report };
}

const registered = async () => (await partner.send('GET', REGISTRATION)).body;
const putInFlow = () =>
  partner.send('POST', REGISTRATION, { WebhookUrl: FLOW, WebhookEvents: ['referral-created', 'referral-updated'] });

describe('webhook show', () => {
  it('says that nothing is registered, and what is offered', async () => {
    const { code, out } = await cosell(['show']);
    expect(code).toBe(3);
    expect(out).toContain('Registered now   nothing');
    expect(out).toContain('Events offered   referral-created');
    expect(out).toContain('cosell webhook register');
  });

  it('says whose it is', async () => {
    await putInFlow();
    const { code, out } = await cosell(['show']);
    expect(code).toBe(3);
    expect(out).toContain(FLOW);
    expect(out).toContain('Power Automate');
    expect(out).toContain('--overwrite');
  });

  it.each(['app', 'consent'])('signs in as configured: %s', async (signIn) => {
    expect((await cosell(['show'], { signIn })).code).toBe(3);
    const calls = sandbox.partnerCenter.log.entries().filter(({ path }) => path.startsWith(REGISTRATION));
    expect(calls.map(({ status, clientId }) => [status, clientId])).toEqual([
      [404, 'sandbox'],
      [200, 'sandbox'],
    ]);
  });
});

describe('webhook register', () => {
  it('registers ours for all four events, and waits for the test event to arrive', async () => {
    const { code, report } = await json(['register']);
    expect(code).toBe(0);
    expect(report).toMatchObject({ outcome: 'registered', isOurs: true, missing: [], validation: { delivered: true } });
    expect(await registered()).toMatchObject({ WebhookUrl: ours.url });
    expect(report.registered?.webhookEvents).toEqual([...REFERRAL_EVENTS, 'test-created']);
    const events = ours.calls.map(({ body }) => (JSON.parse(body.toString()) as { EventName: string }).EventName);
    expect(events).toEqual(['test-created']);
    expect((await json(['show'])).code).toBe(0);
  });

  it('leaves ours alone when it is there, and completes its events', async () => {
    await partner.send('POST', REGISTRATION, { WebhookUrl: ours.url, WebhookEvents: ['referral-created'] });
    const completed = await json(['register', '--no-validate']);
    expect(completed.report).toMatchObject({ outcome: 'registered', missing: [], former: null });
    const again = await json(['register', '--no-validate']);
    expect([again.code, again.report.outcome]).toEqual([0, 'already']);
    expect(ours.calls).toEqual([]);
  });

  it('replaces nobody else, and says whose it is and what would break', async () => {
    await putInFlow();
    const { code, out } = await cosell(['register']);
    expect(code).toBe(3);
    expect(out).toContain('Nothing was changed');
    expect(out).toContain(FLOW);
    expect(out).toContain('no longer told of: referral-created, referral-updated');
    expect(await registered()).toMatchObject({ WebhookUrl: FLOW });
  });

  it('says what the answer to the test event was', async () => {
    ours.statuses.push(...Array.from({ length: 10 }, () => 401));
    const { code, out } = await cosell(['register']);
    expect(code).toBe(3);
    expect(out).toContain('the answer was Unauthorized');
    expect(out).toContain('its log says why');
  });

  it('says when the test event may not be sent again so soon; the registration stands', async () => {
    await cosell(['register']);
    await cosell(['register']);
    const { code, out } = await cosell(['register']);
    expect(code).toBe(3);
    expect(out).toContain('Try again in 60 seconds.');
    expect(await registered()).toMatchObject({ WebhookUrl: ours.url });
  });

  it('needs to know our own address', async () => {
    const { code, notes } = await cosell(['register'], { publicUrl: null });
    expect(code).toBe(2);
    expect(notes).toContain('partnerCenter.webhooks.publicUrl');
  });
});

describe('webhook restore', () => {
  it('puts back what ours replaced', async () => {
    await putInFlow();
    expect((await json(['register', '--overwrite', '--no-validate'])).report).toMatchObject({
      outcome: 'registered',
      former: { registration: { webhookUrl: FLOW } },
    });
    const { code, report } = await json(['restore']);
    expect([code, report.outcome, report.former]).toEqual([0, 'restored', null]);
    expect(await registered()).toMatchObject({
      WebhookUrl: FLOW,
      WebhookEvents: ['referral-created', 'referral-updated'],
    });
    expect((await json(['restore'])).report.outcome).toBe('nothing');
  });

  it('says that there was nothing before ours', async () => {
    await cosell(['register', '--no-validate']);
    const { code, out } = await cosell(['restore']);
    expect(code).toBe(3);
    expect(out).toContain('nothing was registered before');
    expect(out).toContain('no way to remove a registration');
  });

  it('does not replace somebody who came after us, unless told to', async () => {
    await putInFlow();
    await cosell(['register', '--overwrite', '--no-validate']);
    await partner.send('PUT', REGISTRATION, {
      WebhookUrl: 'https://third.example/hook',
      WebhookEvents: REFERRAL_EVENTS,
    });
    const { code, out } = await cosell(['restore']);
    expect([code, out.includes('third.example')]).toEqual([3, true]);
    expect((await json(['restore', '--overwrite'])).report.outcome).toBe('restored');
    expect(await registered()).toMatchObject({ WebhookUrl: FLOW });
  });
});

describe('failures of the webhook service', () => {
  it.each([
    [{ status: 403 }, 'Admin agent'],
    [{ status: 401 }, 'App management'],
    [{ status: 500 }, 'could not be reached'],
    [{ status: 404, headers: { 'content-type': 'text/html' }, body: '<html>' }, 'webhooks.baseUrl'],
    [{ status: 429, body: { statusCode: 429, message: 'Try again in 57 seconds.' } }, '57 seconds'],
    [{ status: 200, body: 'no JSON' }, 'cannot be read'],
  ])('%j is told with its cure', async (respond, words) => {
    await sandbox.fetch('/_sandbox/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ match: { path: REGISTRATION }, times: 5, respond }),
    });
    const { code, notes } = await cosell(['show']);
    expect(code).toBe(1);
    expect(notes).toContain(words);
  });
});
