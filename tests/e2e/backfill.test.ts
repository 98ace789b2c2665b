import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SANDBOX_SECRETS, sandboxConfig } from '../../scripts/sandbox/connector-config.ts';
import { startConnector } from '../../scripts/sandbox/connector-process.ts';
import { shareDeal, waitForReferral, waitForStatus } from './support/deals.ts';
import { CRMS, startWorld, type World } from './support/world.ts';

const CLI = fileURLToPath(new URL('../../shared/connector/cli/main.ts', import.meta.url));

let world: World;
/** The folder of a connector that has lost, or never had, what the other one remembers. */
let folder: string;

beforeAll(async () => {
  // A store of its own is the point, so there is no PostgreSQL server to share.
  world = await startWorld({ shared: false });
  folder = await mkdtemp(path.join(tmpdir(), 'cosell-backfill-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly code: number;
  readonly report: { readonly applied: boolean; readonly matches: readonly { opportunityId: string; state: string }[] };
}

async function cosell(...words: readonly string[]): Promise<Answer> {
  const config = path.join(folder, 'cosell.config.yaml');
  await mkdir(folder, { recursive: true });
  await writeFile(config, sandboxConfig(world.ports, path.join(folder, 'data')));
  const flags = ['--disable-warning=ExperimentalWarning', CLI, ...words, '--config', config, '--json'];
  const run = promisify(execFile)(process.execPath, flags, { env: { ...process.env, ...SANDBOX_SECRETS } });
  const { stdout, code } = await run.then(
    (done) => ({ stdout: done.stdout, code: 0 }),
    (failed: { stdout: string; code: number }) => ({ stdout: failed.stdout, code: failed.code }),
  );
  return { code, report: JSON.parse(stdout) as Answer['report'] };
}

it('links the portfolio of a connector whose store is lost, and goes on with the same referrals', async () => {
  const deals = await Promise.all(CRMS.map((name) => shareDeal(world.crm[name], world.partnerCenter)));
  await world.killConnector();

  for (const [index, name] of CRMS.entries()) {
    const stateOf = ({ report }: Answer) =>
      report.matches.find(({ opportunityId }) => opportunityId === deals[index]?.opportunityId)?.state;
    const dryRun = await cosell('backfill', '--crm', name);
    expect([dryRun.code, dryRun.report.applied, stateOf(dryRun)]).toEqual([0, false, 'by-identifier']);
    expect(stateOf(await cosell('backfill', '--crm', name, '--apply'))).toBe('by-identifier');
    expect(stateOf(await cosell('backfill', '--crm', name))).toBe('linked');
  }

  const connector = await startConnector({ ports: world.ports, folder, output: 'file' });
  try {
    for (const [index, name] of CRMS.entries()) {
      const { opportunityId = '', referral } = deals[index] ?? {};
      await world.crm[name].update(opportunityId, { amount: 333_000 });
      const after = await waitForReferral(
        world.partnerCenter,
        opportunityId,
        ({ details }) => Number(details?.dealValue) === 333_000,
      );
      expect(after.id).toBe(referral?.id);
      await waitForStatus(world.crm[name], opportunityId, 'in-sync');
      expect(await world.partnerCenter.ownOf(opportunityId)).toHaveLength(1);
    }
  } finally {
    await connector.stop();
  }
}, 120_000);
