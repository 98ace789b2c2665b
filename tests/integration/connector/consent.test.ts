import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createPartnerCenter } from '../../../scripts/sandbox/partner-center/index.ts';
import { createProgram } from '../../../shared/connector/cli/program.ts';
import { composeSystems } from '../../../shared/connector/compose.ts';
import { loadConfig } from '../../../shared/connector/config/load.ts';
import { openDatabase } from '../../../shared/connector/store/connect.ts';
import { startTestServer, type TestServer } from '../../../shared/connector/testkit/database.ts';
import { SILENT } from '../../../shared/connector/testkit/world.ts';

const partnerCenter = createPartnerCenter({ refreshGraceMs: 0 });
let server: TestServer;
let folder: string;
let url: string;

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'cosell-consent-'));
  url = (await partnerCenter.listen(0)).url;
});

beforeEach(async () => {
  await fetch(`${url}/_sandbox/reset`, { method: 'POST' });
});

afterAll(async () => {
  await Promise.all([partnerCenter.close(), server.stop()]);
  await rm(folder, { recursive: true, force: true });
});

/** The command line of an operator whose app registration is `clientId`. */
async function operator(clientId = 'sandbox') {
  const file = join(folder, `${clientId}.yaml`);
  const content = {
    partnerCenter: { baseUrl: url, authority: `${url}/sandbox`, clientId },
    crms: [{ name: 'salesforce', kind: 'salesforce', loginUrl: 'http://127.0.0.1:1', clientId: 'key' }],
  };
  await writeFile(file, stringify(content));
  const environment = {
    COSELL_PARTNER_CENTER_CLIENT_SECRET: clientId,
    COSELL_PARTNER_CENTER_REFRESH_TOKEN: 'sandbox-refresh-token',
    COSELL_CRM_SALESFORCE_CLIENT_SECRET: 'hush',
    DATABASE_URL: await server.createDatabase(),
  };
  const cosell = async (...words: string[]) => {
    const out: string[] = [];
    const program = createProgram({ environment, print: (line) => out.push(line), note: (line) => out.push(line) });
    return { code: await program.run(['consent', ...words, '--config', file]), out: out.join('\n') };
  };
  /** Opens the address that the command prints, as a browser would, and returns where it ends. */
  const browse = async () => {
    const { out } = await cosell();
    const address = out.split('\n').find((line) => line.startsWith(url)) ?? '';
    return (await fetch(address, { redirect: 'manual' })).headers.get('location') ?? '';
  };
  return { cosell, browse, file, environment };
}

describe('consent', () => {
  it('is taken by a running connector without a restart', async () => {
    const { cosell, browse, file, environment } = await operator();
    const database = await openDatabase({ databaseUrl: environment.DATABASE_URL, folder: '', most: 2 }, SILENT);
    const systems = composeSystems(await loadConfig(file, environment), database.db, SILENT);
    try {
      await systems.checkPartnerCenter();
      await fetch(`${url}/_sandbox/refresh-tokens/revoke`, { method: 'POST' });
      await fetch(`${url}/_sandbox/tokens/expire`, { method: 'POST' });
      await expect(systems.checkPartnerCenter()).rejects.toMatchObject({
        code: 'partner-center-sign-in',
        cure: expect.stringContaining('npx cosell consent') as string,
      });
      const { code, out } = await cosell('--answer', await browse());
      expect(out).toContain('The consent is stored');
      expect(code).toBe(0);
      await systems.checkPartnerCenter();
    } finally {
      await systems.close();
      await database.close();
    }
  });

  it('is good once', async () => {
    const { cosell, browse } = await operator();
    const answer = await browse();
    expect((await cosell('--answer', answer)).code).toBe(0);
    const again = await cosell('--answer', answer);
    expect(again.code).toBe(1);
    expect(again.out).toContain('used already');
  });

  it('of an account that may not read referrals is refused', async () => {
    const { cosell, browse, environment } = await operator('stranger');
    const { code, out } = await cosell('--answer', await browse());
    expect(code).toBe(1);
    expect(out).not.toContain('stored');
    const database = await openDatabase({ databaseUrl: environment.DATABASE_URL, folder: '', most: 1 }, SILENT);
    expect(await database.db.query('select * from cosell.refresh_tokens where sealed is not null')).toEqual([]);
    await database.close();
  });

  it.each(['http://localhost:8400/', 'two words', 'http://localhost:8400/?error=access_denied'])(
    'needs a code: %s',
    async (answer) => {
      const { cosell } = await operator();
      expect((await cosell('--answer', answer)).code).toBe(1);
    },
  );
});
