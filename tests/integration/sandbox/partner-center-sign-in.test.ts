import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import { type Running, REFERRALS, startPartnerCenter } from './partner-center-http.ts';
import { anyText, textLike } from './matchers.ts';

const FIRST = 'sandbox-refresh-token';
const CLIENT = { client_id: 'sandbox', client_secret: 'sandbox' };

let now = Date.parse('2026-11-20T09:00:00Z');
let running: Running;

beforeEach(async () => {
  running = await startPartnerCenter({ clock: () => now, refreshGraceMs: 1000 });
});
afterEach(() => running.partnerCenter.close());

const refresh = (token: string, client: Readonly<Record<string, string>> = CLIENT) =>
  running.token({
    grant_type: 'refresh_token',
    refresh_token: token,
    scope: 'https://api.partner.microsoft.com/.default offline_access',
    ...client,
  });
const list = (authorization?: string) =>
  running.fetch(REFERRALS, { headers: authorization === undefined ? {} : { authorization } });

describe('bearer tokens', () => {
  it.each([undefined, 'Bearer nonsense', 'Basic c2FuZGJveDpzYW5kYm94', 'Bearer'])(
    'are needed: %s is refused',
    async (authorization) => {
      const answer = await list(authorization);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer.body.error).toMatchObject({ code: 'unauthenticated', innerError: { code: 'invalidToken' } });
    },
  );

  it('expire after their hour, and on demand', async () => {
    const partner = await running.signIn('sandbox');
    expect((await partner.send('GET', REFERRALS)).status).toBe(200);
    now += 3_600_000;
    expect((await partner.send('GET', REFERRALS)).body.error.innerError.code).toBe('tokenExpired');
    const again = await running.signIn('sandbox');
    await running.fetch('/_sandbox/tokens/expire', { method: 'POST' });
    expect((await again.send('GET', REFERRALS)).status).toBe(401);
    expect((await (await running.signIn('sandbox')).send('GET', REFERRALS)).status).toBe(200);
  });

  it('of somebody without a role see nothing', async () => {
    const answer = await (await running.signIn('stranger')).send('GET', REFERRALS);
    expect([answer.status, answer.body.error.code]).toEqual([403, 'accessDenied']);
  });

  it('of a seller see the deals', async () => {
    expect((await (await running.signIn('seller')).send('GET', REFERRALS)).body.value).toHaveLength(3);
  });
});

describe('the token endpoint', () => {
  it.each([
    [
      'a wrong secret',
      { grant_type: 'client_credentials', client_id: 'sandbox', client_secret: 'x' },
      401,
      'invalid_client',
      7000215,
    ],
    [
      'an unknown client',
      { grant_type: 'client_credentials', client_id: 'x', client_secret: 'x' },
      400,
      'unauthorized_client',
      700016,
    ],
    ['no client', { grant_type: 'client_credentials' }, 400, 'invalid_request', 900144],
    [
      'a scope without .default',
      { grant_type: 'client_credentials', ...CLIENT, scope: 'openid' },
      400,
      'invalid_scope',
      1002012,
    ],
    [
      'the password grant',
      { grant_type: 'password', ...CLIENT, username: 'a', password: 'b' },
      400,
      'unsupported_grant_type',
      70003,
    ],
    ['no refresh token', { grant_type: 'refresh_token', ...CLIENT }, 400, 'invalid_request', 900144],
    [
      'a made-up refresh token',
      { grant_type: 'refresh_token', ...CLIENT, refresh_token: `${FIRST}.1.2.3` },
      400,
      'invalid_grant',
      70000,
    ],
    [
      "another client's refresh token",
      { grant_type: 'refresh_token', client_id: 'seller', client_secret: 'seller', refresh_token: FIRST },
      400,
      'invalid_grant',
      70000,
    ],
  ])('refuses %s as Entra does', async (_what, form, status, error, code) => {
    const answer = await running.token(form);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      error,
      error_codes: [code],
      error_description: textLike(new RegExp(`^AADSTS${code}: .+ Trace ID: .+ Correlation ID: .+ Timestamp: `)),
      timestamp: textLike(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
      trace_id: anyText,
      correlation_id: anyText,
    });
  });

  it('takes the secret by HTTP Basic as well', async () => {
    const answer = await running.fetch('/common/oauth2/v2.0/token', {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  });

  it('rotates the refresh token; the old one works only for its grace', async () => {
    const first = await refresh(FIRST);
    const second = String(first.body.refresh_token);
    expect(second).not.toBe(FIRST);
    expect((await list(`Bearer ${String(first.body.access_token)}`)).status).toBe(200);
    now += 1000;
    expect((await refresh(FIRST)).status).toBe(200);
    now += 1;
    expect((await refresh(FIRST)).body.error).toBe('invalid_grant');
    expect((await refresh(second)).status).toBe(200);
  });

  it('keeps accepting a rotated token after a restart of the sandbox', async () => {
    const rotated = String((await refresh(FIRST)).body.refresh_token);
    await running.partnerCenter.close();
    running = await startPartnerCenter({ clock: () => now });
    expect((await refresh(rotated)).status).toBe(200);
  });

  it('knows revoked sessions until the reset', async () => {
    const rotated = String((await refresh(FIRST)).body.refresh_token);
    await running.fetch('/_sandbox/refresh-tokens/revoke', { method: 'POST' });
    expect([(await refresh(FIRST)).status, (await refresh(rotated)).status]).toEqual([400, 400]);
    await running.fetch('/_sandbox/reset', { method: 'POST' });
    expect((await refresh(FIRST)).status).toBe(200);
  });
});

/** MSAL insists on https for the authority; the sandbox speaks plain http on loopback. */
function overHttp(): INetworkModule {
  const send = async (method: string, url: string, options?: NetworkRequestOptions) => {
    const response = await fetch(url.replace('https:', 'http:'), {
      method,
      headers: options?.headers ?? {},
      ...(options?.body && { body: options.body }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: JSON.parse(await response.text()) as never,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

describe('MSAL', () => {
  it('signs in by refresh token and by client credentials', async () => {
    const { host } = new URL(running.url);
    const msal = new ConfidentialClientApplication({
      auth: {
        clientId: 'sandbox',
        clientSecret: 'sandbox',
        authority: `https://${host}/sandbox`,
        knownAuthorities: [host],
      },
      system: { networkClient: overHttp() },
    });
    const scopes = ['https://api.partner.microsoft.com/.default'];
    const delegated = await msal.acquireTokenByRefreshToken({ refreshToken: FIRST, scopes });
    const appOnly = await msal.acquireTokenByClientCredential({ scopes });
    expect((await list(`Bearer ${delegated?.accessToken ?? ''}`)).status).toBe(200);
    expect((await list(`Bearer ${appOnly?.accessToken ?? ''}`)).status).toBe(200);
    await expect(msal.acquireTokenByRefreshToken({ refreshToken: 'gone', scopes })).rejects.toMatchObject({
      errorCode: 'invalid_grant',
    });
  });
});
