import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SANDBOX_SECRETS } from '../sandbox/connector-config.ts';
import type { Portfolio } from './crm-portfolio.ts';
import { measurement, rounded, type Measurement } from './measurement.ts';
import type { BenchWorld, CrmName } from './world.ts';

const CLI = fileURLToPath(new URL('../../shared/connector/cli/main.ts', import.meta.url));

/**
 * `cosell reconcile` when nothing has changed: a first one settles what the run before left unseen, the second is measured.
 * The calls are per linked deal, so 60 calls for 10,000 deals are 0.006.
 */
export async function measureReconcile(
  world: BenchWorld,
  crmName: CrmName,
  { deals }: Portfolio,
): Promise<Measurement> {
  const crm = world.crm[crmName];
  await reconcile(world, crmName);
  await untilQuiet(world, crmName);
  await world.partnerCenter.client.clearRequests();
  await crm.client.clearRequests();
  const started = performance.now();
  await reconcile(world, crmName);
  const milliseconds = performance.now() - started;
  return measurement('reconcile-nothing-changed', crmName, {
    events_per_s: rounded((deals.length / milliseconds) * 1_000),
    partner_center_calls_per_change: rounded((await world.partnerCenter.connectorCalls()) / deals.length),
    crm_calls_per_change: rounded((await crm.connectorCalls()) / deals.length),
    rss_mb: await world.peakMemory(),
  });
}

async function reconcile({ folder, ports }: BenchWorld, crmName: CrmName): Promise<void> {
  const config = path.join(folder, `cosell.config.${ports.connector}.yaml`);
  const words = [
    '--disable-warning=ExperimentalWarning',
    CLI,
    'reconcile',
    '--crm',
    crmName,
    '--config',
    config,
    '--json',
  ];
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...SANDBOX_SECRETS },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`cosell reconcile ended with ${code}.`);
}

/** No call of the connector for a second: its queue is empty. */
async function untilQuiet(world: BenchWorld, crmName: CrmName): Promise<void> {
  const count = async (): Promise<number> =>
    (await world.crm[crmName].connectorCalls()) + (await world.partnerCenter.connectorCalls());
  for (let before = -1, now = await count(); now !== before;) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    now = await count();
  }
}
