import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt } from 'jose';
import { SalesforceConnection } from './connection.ts';
import { audienceOf } from './sign-in.ts';
import { type FakeOrg, fakeOrg, json } from './testkit/fake-org.ts';

describe('audienceOf', () => {
  it.each([
    ['https://partner.my.salesforce.com', 'https://login.salesforce.com'],
    ['https://partner--dev.sandbox.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://login.salesforce.com/', 'https://login.salesforce.com'],
    ['http://localhost:4102', 'http://localhost:4102'],
  ])('for %s is %s', (loginUrl, audience) => {
    expect(audienceOf(loginUrl)).toBe(audience);
  });
});

describe('SignIn', () => {
  let org: FakeOrg;
  afterEach(() => org.close());

  it.each(['pkcs1', 'pkcs8'] as const)('signs an assertion with a %s key', async (type) => {
    org = await fakeOrg((_, response) => json(response, 200, {}));
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type, format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const auth = { kind: 'jwt', clientId: 'consumer', username: 'integration@partner.example', privateKey } as const;
    const connection = new SalesforceConnection({ loginUrl: org.url, auth }, 5_000);
    expect(await connection.signIn.token()).toBe('token-1');
    const sent = new URLSearchParams(org.signIns[0]?.body);
    expect(sent.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(decodeJwt(sent.get('assertion') ?? '')).toMatchObject({
      iss: 'consumer',
      sub: 'integration@partner.example',
      aud: org.url,
    });
  });

  it('says that the key cannot be read, without showing it', async () => {
    org = await fakeOrg((_, response) => json(response, 200, {}));
    const auth = { kind: 'jwt', clientId: 'c', username: 'u', privateKey: 'not a key' } as const;
    const failure: unknown = await new SalesforceConnection({ loginUrl: org.url, auth }, 5_000).signIn
      .token()
      .catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: 'crm-sign-in', cure: expect.stringContaining('PEM') as string });
    expect((failure as Error).message).not.toContain('not a key');
  });

  it.each([
    ['invalid_client', 'consumer key and secret'],
    ['invalid_grant', 'run-as user'],
    ['something_new', 'connected app'],
  ])('has a cure for %s', async (error, cure) => {
    org = await fakeOrg(
      () => undefined,
      (_, response) => json(response, 400, { error, error_description: 'client identifier invalid' }),
    );
    await expect(org.connect().signIn.token()).rejects.toMatchObject({
      code: 'crm-sign-in',
      cure: expect.stringContaining(cure) as string,
    });
  });

  it('tells a login server that is down from credentials that are wrong', async () => {
    org = await fakeOrg(
      () => undefined,
      (_, response) => json(response, 503, {}),
    );
    await expect(org.connect().signIn.token()).rejects.toMatchObject({ code: 'crm-unavailable' });
  });
});
