import { type Running, account, opportunity, startDynamics } from './dynamics-http.ts';

let dynamics: Running;

beforeAll(async () => {
  dynamics = await startDynamics();
});
beforeEach(() => dynamics.control('POST', 'reset'));
afterAll(() => dynamics.stop());

const record = (id: string, table = 'opportunity'): string => `/main.aspx?pagetype=entityrecord&etn=${table}&id=${id}`;
const LIST = '/main.aspx?pagetype=entitylist&etn=opportunity';

const get = async (path: string) => {
  const response = await fetch(`${dynamics.url}${path}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** What the browser sends with every request after it has opened a page. */
const sessionOf = async (path: string): Promise<string> =>
  ((await get(path)).headers.get('set-cookie') ?? '').split(';')[0] ?? '';

const api = (cookie: string, method = 'GET', headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${dynamics.url}/api/data/v9.2/accounts(${account(1)})`, {
    method,
    headers: { cookie, 'content-type': 'application/json', ...headers },
    ...(method === 'PATCH' && { body: JSON.stringify({ name: 'Renamed' }) }),
  });

describe('the pages of the Dynamics stand-in', () => {
  it('list the opportunities of the person', async () => {
    const { status, text } = await get(LIST);
    expect(status).toBe(200);
    expect(text).toContain('Cold chain monitoring, Baltic routes');
    expect((await get(`${LIST}&user=stranger`)).text).not.toContain('Cold chain monitoring');
  });

  it('open a form that takes everything from its own origin', async () => {
    const { status, headers, text } = await get(record(account(1), 'account'));
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    const sources = [...text.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]+)"/g)].map(([, source]) => source);
    expect(sources.filter((source) => source !== 'data:,' && !source?.startsWith('/'))).toEqual([]);
    expect(sources.length).toBeGreaterThan(4);
  });

  it('tell the form what this person may do with the record', async () => {
    const boot = async (user: string) => {
      const { text } = await get(`${record(account(1), 'account')}&user=${user}`);
      const json = /<script type="application\/json" id="boot">([^<]+)<\/script>/.exec(text)?.[1] ?? '{}';
      return JSON.parse(json) as { user: { name: string; access: string[]; privileges: Record<string, unknown> } };
    };
    expect((await boot('seller')).user).toMatchObject({
      name: 'Selma Berg',
      privileges: { cosell_request: { Create: 0 }, account: { Write: 0 } },
    });
    expect((await boot('seller')).user.access).toContain('Write');
    expect((await boot('admin')).user).toMatchObject({ name: 'Amara Cole', privileges: { account: { Write: 3 } } });
  });

  it('sign the browser in for the Web API', async () => {
    const seller = await sessionOf(LIST);
    expect((await api(seller)).status).toBe(200);
    expect((await api(await sessionOf(`${LIST}&user=stranger`))).status).toBe(403);
    await dynamics.control('POST', 'tokens/expire');
    expect((await api(seller)).status).toBe(401);
  });

  it('let no foreign page write through the visitor’s session', async () => {
    const seller = await sessionOf(LIST);
    expect((await api(seller, 'PATCH', { origin: 'http://evil.example' })).status).toBe(401);
    expect((await api(seller, 'PATCH')).status).toBe(401);
    expect((await api(seller, 'PATCH', { origin: dynamics.url })).status).toBe(204);
  });

  it.each([
    [record(account(1)), 404],
    [record('nonsense'), 404],
    [record(opportunity(1), 'lead'), 404],
    [`${record(opportunity(1))}&user=nobody`, 404],
    [`${record(opportunity(1))}&user=stranger`, 403],
    ['/WebResources/cosell_MicrosoftSection/../../../package.json', 404],
  ])('answer %s with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe('the sign-in of the Dynamics stand-in', () => {
  const token = async (form: Readonly<Record<string, string>>) => {
    const response = await fetch(`${dynamics.url}/any-tenant/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return { status: response.status, body: (await response.json()) as { error?: string; token_type?: string } };
  };
  const good = { grant_type: 'client_credentials', client_id: 'sandbox', client_secret: 'sandbox' };

  it('gives a bearer token', async () => {
    expect(await token(good)).toMatchObject({ status: 200, body: { token_type: 'Bearer' } });
  });

  it.each([
    [{ client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ client_id: 'nobody' }, 400, 'unauthorized_client'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ scope: 'openid' }, 400, 'invalid_scope'],
  ])('refuses %j', async (change, status, error) => {
    expect(await token({ ...good, ...change })).toMatchObject({ status, body: { error } });
  });

  it('describes itself', async () => {
    const { text } = await get('/any-tenant/v2.0/.well-known/openid-configuration');
    expect(JSON.parse(text)).toMatchObject({ token_endpoint: `${dynamics.url}/any-tenant/oauth2/v2.0/token` });
  });
});
