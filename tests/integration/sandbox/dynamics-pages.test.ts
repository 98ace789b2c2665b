import { textOf } from '../../../scripts/sandbox/dynamics/pages/view.ts';
import { type Running, type Send, account, contact, opportunity, startDynamics } from './dynamics-http.ts';

let dynamics: Running;
let sandbox: Send;

beforeAll(async () => {
  dynamics = await startDynamics();
  sandbox = await dynamics.as('sandbox');
});
beforeEach(() => dynamics.control('POST', 'reset'));
afterAll(() => dynamics.stop());

const record = (id: string): string => `/main.aspx?pagetype=entityrecord&etn=opportunity&id=${id}`;
const get = async (path: string) => {
  const response = await fetch(`${dynamics.url}${path}`);
  return { status: response.status, text: await response.text() };
};

/** The fields of the form as the browser would send them back, with changes. */
async function save(id: string, changes: Readonly<Record<string, string>>, origin = dynamics.url) {
  const { body } = await sandbox('GET', `opportunities(${id})`);
  const names = [
    'name',
    'estimatedvalue',
    'estimatedclosedate',
    'description',
    'cosell_products',
    'cosell_howcanmicrosofthelp',
  ];
  const lookups = ['_transactioncurrencyid_value', '_parentaccountid_value', '_parentcontactid_value'];
  const shown = Object.fromEntries([...names, ...lookups, 'statuscode'].map((name) => [name, textOf(body, name)]));
  const response = await fetch(`${dynamics.url}${record(id)}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams({
      ...shown,
      account: shown._parentaccountid_value ?? '',
      address1_country: 'CH',
      action: 'save',
      ...changes,
    }),
  });
  return { status: response.status, text: await response.text() };
}

describe('the pages of the Dynamics stand-in', () => {
  it('list the opportunities of the seller', async () => {
    const { status, text } = await get('/main.aspx?pagetype=entitylist&etn=opportunity');
    expect(status).toBe(200);
    expect(text).toContain('Cold chain monitoring, Baltic routes');
  });

  it('show what the connector wrote, escaped, with a link that only leads to web pages', async () => {
    const link = 'http://localhost:4101/referrals/v2/inbox?id=1';
    const values = {
      cosell_syncstatus: 472_210_005,
      cosell_referralidentifier: 'R-1',
      cosell_referrallink: link,
      cosell_audit: '<b>line</b>',
    };
    await sandbox('PATCH', `opportunities(${opportunity(1)})`, values);
    const { text } = await get(record(opportunity(1)));
    expect(text).toContain('✔ In sync');
    expect(text).toContain(`href="${link}"`);
    expect(text).toContain('&lt;b&gt;line&lt;/b&gt;');
    await sandbox('PATCH', `opportunities(${opportunity(1)})`, { cosell_referrallink: 'javascript:alert(1)' });
    expect((await get(`/main.aspx/microsoft?id=${opportunity(1)}`)).text).not.toContain('javascript:');
  });

  it('save what was changed, and only that', async () => {
    const changes = {
      cosell_syncwithpartnercenter: 'true',
      name: 'New name',
      _parentcontactid_value: contact(2),
      address1_country: 'AT',
    };
    expect((await save(opportunity(1), changes)).status).toBe(303);
    const { body } = await sandbox('GET', `opportunities(${opportunity(1)})`);
    expect(body).toMatchObject({
      name: 'New name',
      cosell_syncwithpartnercenter: true,
      _parentcontactid_value: contact(2),
      estimatedvalue: 184_500.5,
    });
    expect((await sandbox('GET', `accounts(${account(1)})`)).body.address1_country).toBe('AT');
  });

  it('close, reopen and ask for a sync', async () => {
    await save(opportunity(2), { action: 'win', address1_country: 'DE' });
    expect((await sandbox('GET', `opportunities(${opportunity(2)})`)).body.statecode).toBe(1);
    await save(opportunity(2), { action: 'sync-now', address1_country: 'DE' });
    expect((await sandbox('GET', 'cosell_requests')).body.value).toMatchObject([
      { _cosell_opportunityid_value: opportunity(2) },
    ]);
  });

  it('keep what was typed when the environment refuses it', async () => {
    const long = 'x'.repeat(301);
    const { status, text } = await save(opportunity(1), { name: long, cosell_products: 'SOL-TYPED' });
    expect(status).toBe(400);
    expect(text).toContain('role="alert"');
    expect(text).toContain(long);
    expect(text).toContain('SOL-TYPED');
  });

  it('take forms from their own pages only', async () => {
    expect((await save(opportunity(1), { name: 'Foreign' }, 'http://evil.example')).status).toBe(403);
    expect((await sandbox('GET', `opportunities(${opportunity(1)})`)).body.name).not.toBe('Foreign');
  });

  it.each([record(account(1)), record('nonsense'), '/main.aspx?pagetype=entityrecord&etn=lead&id=1'])(
    'answer 404 for %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
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
