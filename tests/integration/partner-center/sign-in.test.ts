import { afterEach } from '@jest/globals';
import {
  createDelegatedSignIn,
  createReferralsClient,
  type DelegatedSignInOptions,
  type RefreshTokenStore,
} from '../../../shared/partner-center/index.ts';
import { createMemoryRefreshTokenStore } from '../../../shared/partner-center/testkit/memory-refresh-token-store.ts';
import { failure, ID, referral } from './support/referrals.ts';
import {
  startScriptedServer,
  unusedPort,
  type Reply,
  type ScriptedServer,
  type Seen,
} from './support/scripted-server.ts';

const SECRET = 'a-very-secret-secret';
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function authority(script: (request: Seen, index: number) => Reply | Promise<Reply>): Promise<ScriptedServer> {
  const server = await startScriptedServer(script);
  closers.unshift(() => server.close());
  return server;
}

function signIn(url: string, tokenStore: RefreshTokenStore, over: Partial<DelegatedSignInOptions> = {}) {
  const made = createDelegatedSignIn({
    authority: `${url}/contoso`,
    clientId: 'sandbox',
    clientSecret: SECRET,
    tokenStore,
    timeoutMs: 2_000,
    ...over,
  });
  closers.push(() => made.close());
  return made;
}

const tokens = (index: number, over: object = {}): Reply => ({
  status: 200,
  body: {
    token_type: 'Bearer',
    access_token: `access-${index}`,
    refresh_token: `refresh-${index}`,
    expires_in: 3600,
    ...over,
  },
});

const refusal = (error: string, description: string): Reply => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: { error, error_description: description },
});

describe('signing in', () => {
  it('redeems the stored refresh token for the referrals API', async () => {
    const server = await authority((_request, index) => tokens(index));
    const store = createMemoryRefreshTokenStore('consented');
    expect(await signIn(server.url, store).accessToken()).toBe('access-0');
    const [request] = server.seen;
    expect(request?.method).toBe('POST');
    expect(new URL(request?.url ?? '', server.url).pathname).toBe('/contoso/oauth2/v2.0/token');
    const form = Object.fromEntries(new URLSearchParams(request?.body));
    expect(form).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: 'consented',
      client_id: 'sandbox',
      client_secret: SECRET,
    });
    expect(form.scope?.split(' ')).toEqual(
      expect.arrayContaining(['https://api.partner.microsoft.com/.default', 'offline_access']),
    );
  });

  it('stores the rotated refresh token before the access token is handed out', async () => {
    const server = await authority((_request, index) => tokens(index));
    const memory = createMemoryRefreshTokenStore('consented');
    const order: string[] = [];
    const store: RefreshTokenStore = {
      read: () => memory.read(),
      update: async (change) => {
        const next = await memory.update(change);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`stored ${next}`);
        return next;
      },
    };
    order.push(await signIn(server.url, store).accessToken());
    expect(order).toEqual(['stored refresh-0', 'access-0']);
  });

  it('hands out no access token when the rotated refresh token could not be stored', async () => {
    const server = await authority((_request, index) => tokens(index));
    const store: RefreshTokenStore = {
      read: () => Promise.resolve('consented'),
      update: async (change) => {
        await change('consented');
        throw new Error('the database is away');
      },
    };
    const made = signIn(server.url, store);
    await expect(made.accessToken()).rejects.toThrow('the database is away');
    await expect(made.accessToken()).rejects.toThrow('the database is away');
    expect(server.seen).toHaveLength(2);
  });

  it('keeps the refresh token when the answer brings no new one', async () => {
    const server = await authority((_request, index) => tokens(index, { refresh_token: undefined }));
    const store = createMemoryRefreshTokenStore('consented');
    await signIn(server.url, store).accessToken();
    expect(await store.read()).toBe('consented');
  });

  it('uses an access token until shortly before it expires', async () => {
    let now = Date.now();
    const clock = { now: () => now, sleep: () => Promise.resolve() };
    const server = await authority((_request, index) => tokens(index));
    const made = signIn(server.url, createMemoryRefreshTokenStore('consented'), { clock });
    await made.accessToken();
    now += 54 * 60_000;
    expect(await made.accessToken()).toBe('access-0');
    now += 2 * 60_000;
    expect(await made.accessToken()).toBe('access-1');
    expect(new URLSearchParams(server.seen[1]?.body).get('refresh_token')).toBe('refresh-0');
  });

  it('redeems once for any number of callers', async () => {
    const server = await authority((_request, index) => tokens(index));
    const made = signIn(server.url, createMemoryRefreshTokenStore('consented'));
    const handed = await Promise.all(Array.from({ length: 10 }, () => made.accessToken()));
    expect(new Set(handed)).toEqual(new Set(['access-0']));
    expect(server.seen).toHaveLength(1);
  });

  it('takes turns with another process by the store, each with the newest refresh token', async () => {
    const server = await authority((_request, index) => tokens(index));
    const store = createMemoryRefreshTokenStore('consented');
    await Promise.all([signIn(server.url, store).accessToken(), signIn(server.url, store).accessToken()]);
    expect(server.seen.map((each) => new URLSearchParams(each.body).get('refresh_token'))).toEqual([
      'consented',
      'refresh-0',
    ]);
    expect(store.stored).toEqual(['consented', 'refresh-0', 'refresh-1']);
  });
});

describe('a refused sign-in', () => {
  it.each([
    [
      'invalid_grant',
      'AADSTS700082: The refresh token has expired due to inactivity.',
      'partner-center-sign-in',
      'consent again',
    ],
    ['invalid_grant', 'AADSTS50173: The provided grant has expired.', 'partner-center-sign-in', 'consent again'],
    [
      'invalid_grant',
      'AADSTS50076: you must use multi-factor authentication',
      'partner-center-mfa-required',
      'multi-factor',
    ],
    ['interaction_required', 'AADSTS50079: must enroll', 'partner-center-mfa-required', 'multi-factor'],
    ['invalid_client', 'AADSTS7000215: Invalid client secret provided.', 'partner-center-sign-in', 'CLIENT_SECRET'],
    ['unauthorized_client', 'AADSTS700016: Application not found', 'partner-center-sign-in', 'client id'],
    ['invalid_grant', 'no number at all', 'partner-center-sign-in', 'npx cosell consent'],
    ['something_new', 'AADSTS99999999: new', 'partner-center-sign-in', 'npx cosell consent'],
  ])('%s, %s', async (error, description, code, cure) => {
    const server = await authority(() => refusal(error, `${description} Account jane@contoso.com.`));
    const thrown = await failure(signIn(server.url, createMemoryRefreshTokenStore('consented')).accessToken());
    expect(thrown).toMatchObject({ code, whoActs: 'admin' });
    expect(thrown.cure).toContain(cure);
    const shown = `${thrown.message} ${thrown.cure} ${thrown.stack} ${String(thrown.cause)}`;
    for (const secret of [SECRET, 'consented', 'jane@'])
      expect(shown.replaceAll(/account that consented/g, '')).not.toContain(secret);
  });

  it('asks for the first consent when there is none', async () => {
    const server = await authority(() => tokens(0));
    const thrown = await failure(signIn(server.url, createMemoryRefreshTokenStore(null)).accessToken());
    expect(thrown.code).toBe('partner-center-sign-in');
    expect(thrown.cure).toContain('npx cosell consent');
    expect(server.seen).toHaveLength(0);
  });

  it('is not repeated for a while, but at once after a new consent', async () => {
    const server = await authority(({ body }, index) =>
      body.includes('anew') ? tokens(index) : refusal('invalid_grant', 'AADSTS700082'),
    );
    const store = createMemoryRefreshTokenStore('consented');
    const made = signIn(server.url, store);
    await failure(made.accessToken());
    expect((await failure(made.accessToken())).code).toBe('partner-center-sign-in');
    expect(server.seen).toHaveLength(1);
    await store.update(() => Promise.resolve('anew'));
    expect(await made.accessToken()).toBe('access-1');
  });

  it('leaves the stored refresh token as it is', async () => {
    const server = await authority(() => refusal('invalid_grant', 'AADSTS700082'));
    const store = createMemoryRefreshTokenStore('consented');
    await failure(signIn(server.url, store).accessToken());
    expect(store.stored).toEqual(['consented']);
  });
});

describe('an authority in trouble', () => {
  it.each([
    ['500', { status: 500, body: 'oops' }],
    ['a web page', { status: 200, body: '<html>' }],
    ['200 without tokens', { status: 200, body: {} }],
    ['a dropped connection', 'drop' as const],
    ['no end of an answer', 'flood' as const],
    ['silence', 'hang' as const],
  ])('%s is unavailable, and the next call asks again', async (_what, reply) => {
    const server = await authority((_request, index) => (index === 0 ? reply : tokens(index)));
    const made = signIn(server.url, createMemoryRefreshTokenStore('consented'), { timeoutMs: 300 });
    expect(await failure(made.accessToken())).toMatchObject({
      code: 'partner-center-unavailable',
      mayHaveActed: false,
    });
    expect(await made.accessToken()).toBe('access-1');
  });

  it('is left alone as long as it asks', async () => {
    let now = Date.now();
    const clock = { now: () => now, sleep: () => Promise.resolve() };
    const server = await authority((_request, index) =>
      index === 0 ? { status: 429, headers: { 'retry-after': '30' } } : tokens(index),
    );
    const made = signIn(server.url, createMemoryRefreshTokenStore('consented'), { clock });
    expect(await failure(made.accessToken())).toMatchObject({
      code: 'partner-center-throttled',
      retryAfterSeconds: 30,
    });
    now += 29_000;
    expect((await failure(made.accessToken())).code).toBe('partner-center-throttled');
    expect(server.seen).toHaveLength(1);
    now += 1_000;
    expect(await made.accessToken()).toBe('access-1');
  });

  it('that nobody runs is unavailable', async () => {
    const made = signIn(`http://127.0.0.1:${await unusedPort()}`, createMemoryRefreshTokenStore('consented'));
    expect((await failure(made.accessToken())).code).toBe('partner-center-unavailable');
  });

  it.each(['http://login.example.com/contoso', 'ftp://localhost/contoso', 'contoso'])('cannot be %s', (address) => {
    let thrown: unknown = null;
    try {
      createDelegatedSignIn({
        authority: address,
        clientId: 'x',
        clientSecret: 'y',
        tokenStore: createMemoryRefreshTokenStore(null),
      });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'config-invalid', field: 'partnerCenter.authority' });
  });
});

describe('a client whose token is refused', () => {
  async function bench(api: (request: Seen, index: number) => Reply) {
    const server = await authority((_request, index) => tokens(index));
    const referrals = await authority(api);
    const logged: string[] = [];
    const log = {
      debug: (fields: object, message: string) => logged.push(JSON.stringify({ ...fields, message })),
      warn: (fields: object, message: string) => logged.push(JSON.stringify({ ...fields, message })),
    };
    const made = signIn(server.url, createMemoryRefreshTokenStore('consented'), { log });
    const client = createReferralsClient({
      baseUrl: referrals.url,
      accessToken: () => made.accessToken(),
      onUnauthorized: (token) => made.onUnauthorized(token),
      maxConcurrent: 20,
      retryDelayMs: 1,
      log,
    });
    closers.push(() => client.close());
    return { authority: server, referrals, client, logged };
  }
  const only =
    (token: string) =>
    (request: Seen): Reply =>
      request.headers.authorization === `Bearer ${token}`
        ? { status: 200, body: referral() }
        : { status: 401, body: { error: { code: 'unauthenticated', message: 'expired' } } };

  it('renews it once for ten callers and replays each call exactly once', async () => {
    const made = await bench(only('access-1'));
    const got = await Promise.all(Array.from({ length: 10 }, () => made.client.get(ID)));
    expect(got).toEqual(Array(10).fill(referral()));
    expect(made.authority.seen).toHaveLength(2);
    const used = made.referrals.seen.map((each) => each.headers.authorization);
    expect(used.filter((token) => token === 'Bearer access-0')).toHaveLength(10);
    expect(used.filter((token) => token === 'Bearer access-1')).toHaveLength(10);
  });

  it('replays a POST too: a refused token did nothing', async () => {
    const made = await bench(only('access-1'));
    expect(await made.client.create({ type: 'Independent' })).toEqual(referral());
    expect(made.referrals.seen).toHaveLength(2);
  });

  it('gives up when the new one is refused as well', async () => {
    const made = await bench(only('never'));
    const error = await failure(made.client.create({ type: 'Independent' }));
    expect(error).toMatchObject({ code: 'partner-center-sign-in', httpStatus: 401, mayHaveActed: false });
    expect(error.cure).toContain('npx cosell consent');
    expect(made.referrals.seen).toHaveLength(2);
  });

  it.each([
    { error: { code: '900421', message: 'MFA' } },
    { error: { code: 'unauthenticated', message: 'x', innerError: { code: 900421, message: 'MFA' } } },
    { code: 900421, description: 'MFA' },
  ])('asks for multi-factor authentication without another try on %j', async (body) => {
    const made = await bench(() => ({ status: 401, body }));
    const error = await failure(made.client.get(ID));
    expect(error.code).toBe('partner-center-mfa-required');
    expect(error.cure).toContain('npx cosell consent');
    expect(made.referrals.seen).toHaveLength(1);
    expect(made.authority.seen).toHaveLength(1);
  });

  it('never logs a token', async () => {
    const made = await bench(only('access-1'));
    await made.client.get(ID);
    await made.client.patch(ID, [], '"x"');
    await failure(made.client.get('../x'));
    const lines = made.logged.join('\n');
    expect(lines).toContain('signed in to Partner Center');
    expect(lines).toContain('"status":401');
    expect(lines).not.toMatch(/access-|refresh-|Bearer/);
  });
});
