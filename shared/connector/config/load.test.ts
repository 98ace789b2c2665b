import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { CosellError } from '../../core/index.ts';
import { backoffSeconds } from '../queue/backoff.ts';
import { inboundRules } from './inbound.ts';
import { checkConfig, configPath, loadConfig } from './load.ts';

const EXAMPLE = readFileSync(fileURLToPath(new URL('../../../cosell.config.example.yaml', import.meta.url)), 'utf8');

const SECRETS = {
  COSELL_PARTNER_CENTER_CLIENT_SECRET: 'a',
  COSELL_PARTNER_CENTER_REFRESH_TOKEN: 'b',
  COSELL_CRM_SALESFORCE_CLIENT_SECRET: 'c',
  COSELL_CRM_DYNAMICS_CLIENT_SECRET: 'd',
  COSELL_CRM_DYNAMICS_WEBHOOK_KEY: 'e',
};

const MINIMAL = {
  partnerCenter: { authority: 'https://login.microsoftonline.com/tenant', clientId: 'client' },
  crms: [{ name: 'salesforce', kind: 'salesforce', loginUrl: 'https://x.my.salesforce.com', clientId: 'key' }],
};

type Change = (config: Record<string, unknown> & typeof MINIMAL) => void;

function check(change: Change, environment: Record<string, string> = SECRETS) {
  const config = structuredClone(MINIMAL) as Record<string, unknown> & typeof MINIMAL;
  change(config);
  return checkConfig(stringify(config), 'cosell.config.yaml', environment);
}

function problemOf(act: () => unknown): CosellError {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof CosellError) return thrown;
    throw thrown;
  }
  throw new Error('It found no problem.');
}

describe('the example', () => {
  it('is a valid configuration', () => {
    const config = checkConfig(EXAMPLE, 'cosell.config.example.yaml', SECRETS);
    expect(config.crms.map((crm) => crm.kind)).toEqual(['salesforce', 'dynamics']);
  });

  it('shows every default as it is', () => {
    const uncommented = EXAMPLE.split('\n')
      .map((line) => (/^\s*# ?(\s*[a-zA-Z]+:(\s|$).*)/.test(line) ? line.replace(/^(\s*)# ?/, '$1') : line))
      .join('\n');
    const shown = checkConfig(uncommented, 'example', SECRETS);
    const defaults = checkConfig(EXAMPLE, 'example', SECRETS);
    expect(Object.keys(parse(uncommented) as object)).toEqual(
      expect.arrayContaining(['server', 'data', 'log', 'sync', 'home']) as unknown,
    );
    const said = ({ server, data, log, sync, home, policies, partnerCenter: { scope: _, ...rest } }: typeof shown) => ({
      ...{ server, data, log, sync, home, policies },
      partnerCenter: rest,
    });
    expect(said(shown)).toEqual(said(defaults));
  });
});

describe('what is wrong', () => {
  it.each<[string, string, string, Change]>([
    ['an unknown key', 'server.prot', 'is not a key', (c) => (c.server = { prot: 1 })],
    [
      'an unknown key of a CRM',
      'crms[0].serverUrl',
      'is not a key',
      (c) => Object.assign(c.crms[0] ?? {}, { serverUrl: 'https://x.y' }),
    ],
    [
      'a missing key',
      'partnerCenter.clientId',
      'is missing',
      (c) => Object.assign(c.partnerCenter, { clientId: undefined }),
    ],
    ['a missing part', 'partnerCenter', 'is missing', (c) => Object.assign(c, { partnerCenter: undefined })],
    ['no CRM', 'crms', 'at least one', (c) => (c.crms = [])],
    ['two of one name', 'crms', 'names must differ', (c) => c.crms.push(...structuredClone(c.crms))],
    [
      'an unknown kind',
      'crms[0].kind',
      '"salesforce" or "dynamics"',
      (c) => Object.assign(c.crms[0] ?? {}, { kind: 'sap' }),
    ],
    [
      'a name that no variable can have',
      'crms[0].name',
      'small letters',
      (c) => Object.assign(c.crms[0] ?? {}, { name: 'My CRM' }),
    ],
    [
      'a secret sent in the clear',
      'crms[0].loginUrl',
      'https://',
      (c) => Object.assign(c.crms[0] ?? {}, { loginUrl: 'http://example.com' }),
    ],
    ['no address', 'crms[0].loginUrl', 'URL', (c) => Object.assign(c.crms[0] ?? {}, { loginUrl: 'example' })],
    ['a port out of range', 'server.port', '65535', (c) => (c.server = { port: 70_000 })],
    ['a batch too large', 'sync.batchSize', '200', (c) => (c.sync = { batchSize: 500 })],
    [
      'a time zone that is none',
      'partnerCenter.timeZone',
      'time zone',
      (c) => Object.assign(c.partnerCenter, { timeZone: 'Mars' }),
    ],
    [
      'a link without its place',
      'partnerCenter.referralLink',
      '{id}',
      (c) => Object.assign(c.partnerCenter, { referralLink: 'https://x.y' }),
    ],
    [
      'a webhook address in the clear',
      'partnerCenter.webhooks.publicUrl',
      'https://',
      (c) => Object.assign(c.partnerCenter, { webhooks: { publicUrl: 'http://cosell.example.com/x' } }),
    ],
    [
      'certificates from this machine beside the real Partner Center',
      'partnerCenter.webhooks.sandbox',
      'for the sandbox only',
      (c) => Object.assign(c.partnerCenter, { webhooks: { sandbox: { certificateOrigin: 'http://localhost:4101' } } }),
    ],
    [
      'certificates in the clear from elsewhere',
      'partnerCenter.webhooks.sandbox.certificateOrigin',
      'this machine',
      (c) =>
        Object.assign(c.partnerCenter, {
          baseUrl: 'http://localhost:4101',
          webhooks: { sandbox: { certificateOrigin: 'https://certificates.example.com' } },
        }),
    ],
    ...['127.0.0.1', 'localhost', '*.blob.core.windows.net', 'https://a.example.com'].map(
      (host): [string, string, string, Change] => [
        `the certificate host ${host}`,
        'partnerCenter.webhooks.certificateHosts[0]',
        'host name',
        (c) => Object.assign(c.partnerCenter, { webhooks: { certificateHosts: [host] } }),
      ],
    ),
    [
      'a fingerprint that is none',
      'partnerCenter.webhooks.blockedCertificates[0]',
      'SHA-256',
      (c) => Object.assign(c.partnerCenter, { webhooks: { blockedCertificates: ['AB:CD'] } }),
    ],
    [
      'a currency that is none',
      'crms[0].defaultCurrency',
      'currency',
      (c) => Object.assign(c.crms[0] ?? {}, { defaultCurrency: 'XXQ' }),
    ],
    [
      'a mapping of an unknown place',
      'crms[0].mapping.name.places.everywhere',
      'is not a key',
      (c) => Object.assign(c.crms[0] ?? {}, { mapping: { name: { places: { everywhere: true } } } }),
    ],
  ])('names %s', (_what, key, problem, change) => {
    const { code, message } = problemOf(() => check(change));
    expect(code).toBe('config-invalid');
    expect(message).toContain(`  ${key}: `);
    expect(message).toContain(problem);
  });

  it.each(['', '- a list', 'only words'])('is the whole file when it reads %j', (text) => {
    const { message } = problemOf(() => checkConfig(text, 'x', SECRETS));
    expect(message).toMatch(/the file: holds no keys\. Begin with .*cosell\.config\.example\.yaml/);
  });

  it.each<[string, Change]>([
    ['partnerCenter.baseUrl', (c) => Object.assign(c.partnerCenter, { baseUrl: 'nowhere' })],
    [
      'partnerCenter.referralLink',
      (c) => {
        Object.assign(c.partnerCenter, { referralLink: 'https://x.y' });
        c.crms.push({ ...structuredClone(c.crms[0]), name: 'second' } as (typeof c.crms)[number]);
      },
    ],
  ])('is told once about %s', (key, change) => {
    const secrets = { ...SECRETS, COSELL_CRM_SECOND_CLIENT_SECRET: 'f' };
    expect(problemOf(() => check(change, secrets)).message.split(`  ${key}: `)).toHaveLength(2);
  });

  it('is told all at once', () => {
    const { message } = problemOf(() =>
      check((c) => {
        c.server = { port: 'x', prot: 1 };
        Object.assign(c.crms[0] ?? {}, { loginUrl: 1 });
      }),
    );
    for (const key of ['server.port', 'server.prot', 'crms[0].loginUrl']) expect(message).toContain(`  ${key}: `);
  });

  it('is told with what is wrong in the mapping beside it', () => {
    const { message } = problemOf(() =>
      check((c) => {
        c.server = { prot: 1 };
        Object.assign(c.partnerCenter, { timeZone: 'Mars' });
        Object.assign(c.crms[0] ?? {}, {
          loginUrl: 1,
          mapping: { nam: { crm: 'Name' }, notes: { nonsense: true }, team: { crm: 'Owner' } },
        });
      }),
    );
    for (const key of [
      'server.prot',
      'crms[0].loginUrl',
      'crms[0].mapping.notes.nonsense',
      'crms[0].mapping.nam',
      'crms[0].mapping.team.crm',
      'partnerCenter.timeZone',
    ])
      expect(message).toContain(`  ${key}: `);
  });

  it.each([['text'], [7], [{ crms: 'none' }], [{ crms: [{ kind: 'sap', mapping: [] }, null] }]])(
    'is told of %j, which is no configuration',
    (content) => {
      const { code } = problemOf(() => checkConfig(stringify(content), 'cosell.config.yaml', SECRETS));
      expect(code).toBe('config-invalid');
    },
  );

  it('includes every secret that is missing, by the name of its variable', () => {
    const { message } = problemOf(() => checkConfig(EXAMPLE, 'x', { COSELL_CRM_DYNAMICS_CLIENT_SECRET: '  ' }));
    expect(message).toContain('COSELL_PARTNER_CENTER_CLIENT_SECRET');
    expect(message).toContain('COSELL_CRM_SALESFORCE_CLIENT_SECRET');
    expect(message).toContain('COSELL_CRM_DYNAMICS_CLIENT_SECRET');
    expect(message).toContain('COSELL_CRM_DYNAMICS_WEBHOOK_KEY');
  });

  it('names the secrets of a CRM after its name', () => {
    const { message } = problemOf(() => check((c) => Object.assign(c.crms[0] ?? {}, { name: 'emea-sales' })));
    expect(message).toContain('COSELL_CRM_EMEA_SALES_CLIENT_SECRET');
  });

  it('says where the YAML is wrong', () => {
    const { message } = problemOf(() => checkConfig('a: [1', 'cosell.config.yaml', SECRETS));
    expect(message).toMatch(/line 1/);
  });

  it('says how to make a configuration when there is none', async () => {
    await expect(loadConfig('/nowhere/cosell.config.yaml', SECRETS)).rejects.toMatchObject({
      code: 'config-invalid',
      cure: expect.stringContaining('cosell init') as string,
    });
  });
});

describe('Salesforce with a private key', () => {
  const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const withJwt: Change = (c) => Object.assign(c.crms[0] ?? {}, { auth: 'jwt', username: 'integration@x.example' });
  const key = (value: string) => ({
    COSELL_PARTNER_CENTER_CLIENT_SECRET: 'a',
    COSELL_CRM_SALESFORCE_PRIVATE_KEY: value,
  });

  it.each([pem.toString(), pem.toString().replaceAll('\n', '\\n')])('needs no client secret', (given) => {
    expect(check(withJwt, key(given)).secrets.crms.salesforce).toMatchObject({
      privateKey: pem.toString().trim(),
      clientSecret: '',
    });
  });

  it.each(['', 'not a key'])('refuses the key %j by the name of its variable, and does not show it', (given) => {
    const { message } = problemOf(() => check(withJwt, key(given)));
    expect(message).toContain('  COSELL_CRM_SALESFORCE_PRIVATE_KEY: ');
    expect(message).not.toContain('not a key.');
  });

  it.each<[string, Change]>([
    ['a user', (c) => Object.assign(c.crms[0] ?? {}, { auth: 'jwt' })],
    ['no user without it', (c) => Object.assign(c.crms[0] ?? {}, { username: 'x' })],
  ])('needs %s', (_what, change) => {
    expect(problemOf(() => check(change)).message).toContain('  crms[0].username: ');
  });
});

describe('what is right', () => {
  it('takes fingerprints as openssl prints them', () => {
    const printed = Array.from({ length: 32 }, () => 'AB').join(':');
    const { webhooks } = check((c) =>
      Object.assign(c.partnerCenter, { webhooks: { blockedCertificates: [printed] } }),
    ).partnerCenter;
    expect(webhooks.blockedCertificates).toEqual(['ab'.repeat(32)]);
  });

  it('lets DATABASE_URL come before the file', () => {
    const change: Change = (c) => (c.data = { databaseUrl: 'postgresql://file/x' });
    expect(check(change).databaseUrl).toBe('postgresql://file/x');
    expect(check(change, { ...SECRETS, DATABASE_URL: 'postgresql://env/x' }).databaseUrl).toBe('postgresql://env/x');
    expect(check(() => undefined).databaseUrl).toBeNull();
  });

  it('builds the policy of each CRM', () => {
    const { policies } = check((c) => {
      Object.assign(c.partnerCenter, { timeZone: 'Europe/Berlin' });
      Object.assign(c.crms[0] ?? {}, {
        defaultCurrency: 'EUR',
        stages: { won: 'Gewonnen' },
        fields: { sync: 'Our_Sync__c' },
      });
    });
    expect(policies.salesforce).toMatchObject({
      defaultCurrency: 'EUR',
      partnerCenterTimeZone: 'Europe/Berlin',
      stages: { won: 'Gewonnen', lost: 'Closed Lost' },
      fields: { sync: 'Our_Sync__c', status: 'Partner_Center_Status__c' },
    });
  });

  it('tries again for more than a day, so that a longer outage heals by itself', () => {
    const { retry } = check(() => undefined).sync;
    const waits = Array.from({ length: retry.limit - 1 }, (_, index) => backoffSeconds(retry, index + 1, undefined, 0));
    expect(waits.reduce((sum, seconds) => sum + seconds, 0)).toBeGreaterThan(86_400);
    expect(Math.max(...waits)).toBeLessThanOrEqual(900);
  });

  it('takes the file from the command line before the environment', () => {
    expect(configPath('/a.yaml', { COSELL_CONFIG: '/b.yaml' })).toBe('/a.yaml');
    expect(configPath(undefined, { COSELL_CONFIG: '/b.yaml' })).toBe('/b.yaml');
    expect(configPath(undefined, { COSELL_CONFIG: '' })).toMatch(/\/cosell\.config\.yaml$/);
  });
});

describe('where deals from Partner Center go', () => {
  const DYNAMICS = {
    name: 'dynamics',
    kind: 'dynamics',
    serverUrl: 'https://x.crm.dynamics.com',
    authority: 'https://login.microsoftonline.com/tenant',
    clientId: 'key',
  };
  const withInbound = (inbound: object) =>
    check((c) => {
      c.crms.push(DYNAMICS as unknown as (typeof MINIMAL)['crms'][number]);
      c.inbound = inbound;
    });

  it('is the first CRM, also for rules that name none', () => {
    const config = withInbound({ rules: [{ countries: ['DE'], owner: 'dach@example.com' }] });
    const rules = inboundRules(config.inbound, config.crms);
    expect(rules.target).toEqual({ crm: 'salesforce', owner: null, team: null });
    expect(rules.rules).toEqual([
      { countries: ['DE'], solutions: [], crm: 'salesforce', owner: 'dach@example.com', team: null },
    ]);
  });

  it('and how they are answered is part of every policy', () => {
    const { policies } = withInbound({ answerByStage: false, whenExpired: 'flag' });
    const inbound = { answerByStage: false, closeWhenDeclined: true, closeWhenExpired: false };
    expect(policies).toMatchObject({ salesforce: { inbound }, dynamics: { inbound } });
  });

  it.each([
    ['inbound.crm', { crm: 'hubspot' }, 'there is no CRM "hubspot"'],
    ['inbound.team', { team: 'Sales' }, 'no team owns an opportunity in Salesforce'],
    ['inbound.rules[0].crm', { rules: [{ countries: ['DE'], crm: 'x' }] }, 'there is no CRM "x"'],
    ['inbound.rules[0].countries[0]', { rules: [{ countries: ['Germany'] }] }, 'ISO 3166'],
    ['inbound.rules[0].countries', { rules: [{ owner: 'a@example.com' }] }, 'must name at least one country'],
    ['inbound.owner', { owner: 'Mara' }, 'e-mail'],
    ['inbound.deals', { deals: 'some' }, ''],
  ])('refuses a wrong %s', (key, inbound, problem) => {
    const { message } = problemOf(() => withInbound(inbound));
    expect(message).toContain(`  ${key}: `);
    expect(message).toContain(problem);
  });

  it('may be a team in Dynamics 365', () => {
    expect(withInbound({ crm: 'dynamics', team: 'DACH Sales' }).inbound.team).toBe('DACH Sales');
  });
});
