import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgram } from '../../../shared/connector/cli/program.ts';
import { insertDeadLetter } from '../../../shared/connector/queue/dead-letters.ts';
import { queueDepths } from '../../../shared/connector/queue/depth.ts';
import { startTestServer, type TestServer } from '../../../shared/connector/testkit/database.ts';
import { startConnector } from './support/connector.ts';

/** Ports that nobody listens on: the systems outside cannot be reached. */
const CONFIG = `
partnerCenter: { baseUrl: "http://127.0.0.1:1", authority: "http://127.0.0.1:1/tenant", clientId: client, timeoutMs: 1000 }
crms:
  - { name: salesforce, kind: salesforce, loginUrl: "http://127.0.0.1:1", clientId: key, timeoutMs: 1000 }
`;

const SECRETS = {
  COSELL_PARTNER_CENTER_CLIENT_SECRET: 'hush',
  COSELL_PARTNER_CENTER_REFRESH_TOKEN: 'hush',
  COSELL_CRM_SALESFORCE_CLIENT_SECRET: 'hush',
};

let server: TestServer;
let folder: string;
let file: string;

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'cosell-cli-'));
  file = join(folder, 'cosell.config.yaml');
  await writeFile(file, CONFIG);
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function cosell(words: readonly string[], environment: Record<string, string> = {}) {
  const out: string[] = [];
  const notes: string[] = [];
  const program = createProgram({
    environment: { ...SECRETS, ...environment },
    print: (line) => out.push(line),
    note: (line) => notes.push(line),
  });
  const code = await program.run(words);
  return { code, out: out.join('\n'), notes: notes.join('\n') };
}

describe('the command line', () => {
  it.each([
    [['--help'], 'Exit codes'],
    [['serve', '--help'], '--config'],
    [['init', '--help'], '--tenant'],
    [['consent', '--help'], '--answer'],
    [['doctor', '--help'], '--json'],
    [['mapping', 'check', '--help'], '--json'],
    [['mapping', 'try', '--help'], 'opportunity'],
    [['dead-letters', 'list', '--help'], '--json'],
    [['dead-letters', 'replay', '--help'], '--all'],
    [['reconcile', '--help'], '--crm'],
    [['webhook', 'show', '--help'], '--json'],
    [['webhook', 'register', '--help'], '--overwrite'],
    [['webhook', 'restore', '--help'], '--overwrite'],
  ])('explains %j', async (words, text) => {
    const { code, out } = await cosell(words);
    expect(code).toBe(0);
    expect(out).toContain(text);
    expect(out).toContain('Exit codes');
  });

  it.each([[['nonsense']], [['doctor', '--nonsense']], [['dead-letters', 'replay', '--config', 'x']]])(
    'ends with 2 for %j',
    async (words) => {
      expect((await cosell(words)).code).toBe(2);
    },
  );

  it('ends with 2 and the cure when the configuration is wrong', async () => {
    const wrong = join(folder, 'wrong.yaml');
    await writeFile(wrong, `${CONFIG}\nservr: {}\n`);
    const { code, notes } = await cosell(['serve', '--config', wrong]);
    expect(code).toBe(2);
    expect(notes).toContain('servr');
  });
});

describe('doctor', () => {
  it('tells what is in order and what is not, and shows no secrets', async () => {
    const url = await server.createDatabase();
    const { code, out } = await cosell(['doctor', '--json', '--config', file], { DATABASE_URL: url });
    expect(code).toBe(3);
    const { ok, findings } = JSON.parse(out) as {
      ok: boolean;
      findings: { area: string; level: string; cure: string }[];
    };
    expect(ok).toBe(false);
    const level = (area: string) => findings.find((finding) => finding.area === area)?.level;
    expect(['configuration', 'database', 'partner-center', 'salesforce'].map(level)).toEqual([
      'ok',
      'ok',
      'error',
      'error',
    ]);
    expect(findings.filter((finding) => finding.level === 'error').every((finding) => finding.cure)).toBe(true);
    expect(out).not.toContain('hush');
  });

  it('says that the database cannot be reached', async () => {
    const { code, out } = await cosell(['doctor', '--config', file], {
      DATABASE_URL: 'postgresql://a:hush@127.0.0.1:1/x',
    });
    expect(code).toBe(3);
    expect(out).toContain('✖ database');
    expect(out).not.toContain('hush');
  });

  it('ends with 2 when the configuration is wrong', async () => {
    const { code, out } = await cosell(['doctor', '--json', '--config', join(folder, 'none.yaml')]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ ok: false, findings: [{ area: 'configuration', level: 'error' }] });
  });
});

describe('dead-letters', () => {
  it('lists and replays them', async () => {
    const url = await server.createDatabase();
    const connector = await startConnector(url);
    try {
      const { boss, database } = connector;
      for (const opportunityId of ['006A', '006B']) {
        await insertDeadLetter(boss, database.db, {
          crm: 'salesforce',
          opportunityId,
          errorCode: 'crm-unavailable',
          message: 'It was away.',
          cure: 'Wait.',
          reference: null,
          failures: 12,
          at: '2026-11-20T10:00:00Z',
        });
      }
      const environment = { DATABASE_URL: url };
      const list = async () =>
        (
          JSON.parse((await cosell(['dead-letters', 'list', '--json', '-c', file], environment)).out) as {
            deadLetters: { opportunityId: string }[];
          }
        ).deadLetters.map((letter) => letter.opportunityId);
      expect(await list()).toEqual(['006A', '006B']);
      const shown = await cosell(['dead-letters', 'list', '-c', file], environment);
      expect(shown.out).toContain('It was away. Wait.');
      const replay = await cosell(['dead-letters', 'replay', '006B', '--json', '-c', file], environment);
      expect(replay.code).toBe(0);
      expect(JSON.parse(replay.out)).toEqual({ replayed: [{ crm: 'salesforce', opportunityId: '006B' }] });
      expect(await list()).toEqual(['006A']);
      const depths = await queueDepths(database.db);
      expect(depths.find(({ queue }) => queue === 'sync-salesforce')).toMatchObject({ state: 'waiting', jobs: 1 });
      expect((await cosell(['dead-letters', 'replay', '006X', '-c', file], environment)).code).toBe(3);
    } finally {
      await connector.stop();
    }
  });
});

describe('init', () => {
  const answers = [
    '--tenant',
    'my-tenant',
    '--client-id',
    'pc',
    '--salesforce-url',
    'https://x.my.salesforce.com',
    '--salesforce-client-id',
    'key',
  ];

  it('writes a configuration that is valid, and says what is left', async () => {
    const target = join(folder, 'made.yaml');
    const { code, out } = await cosell(['init', '--config', target, ...answers]);
    expect(code).toBe(0);
    expect(await readFile(target, 'utf8')).toContain('my-tenant');
    expect(out).toContain('COSELL_CRM_SALESFORCE_CLIENT_SECRET');
    expect(out).toContain('npx cosell consent');
    expect(out).not.toContain('WEBHOOK_KEY');
  });

  it('replaces nothing unless told', async () => {
    const target = join(folder, 'there.yaml');
    await writeFile(target, 'mine');
    expect((await cosell(['init', '--config', target, ...answers])).code).toBe(2);
    expect(await readFile(target, 'utf8')).toBe('mine');
    expect((await cosell(['init', '--force', '--config', target, ...answers])).code).toBe(0);
  });

  it.each([
    ['none', answers.slice(2)],
    ['an empty one', ['--tenant', ' ', ...answers.slice(2)]],
    ['an address', ['--tenant', 'https://contoso.example', ...answers.slice(2)]],
  ])('refuses %s as tenant, and writes nothing', async (_what, given) => {
    const target = join(folder, 'without-tenant.yaml');
    const { code, notes } = await cosell(['init', '--config', target, ...given]);
    expect(code).toBe(2);
    expect(notes).toContain('--tenant');
    await expect(readFile(target, 'utf8')).rejects.toThrow('ENOENT');
  });

  it('names what is missing', async () => {
    const { code, notes } = await cosell([
      'init',
      '--config',
      join(folder, 'x.yaml'),
      '--tenant',
      't',
      '--client-id',
      'c',
    ]);
    expect(code).toBe(2);
    expect(notes).toContain('at least one CRM');
  });
});
