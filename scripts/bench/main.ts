import { Command } from 'commander';
import { renderTable } from '../../shared/connector/cli/table.ts';
import { makePortfolio } from './crm-portfolio.ts';
import type { Measurement } from './measurement.ts';
import { measureInPlace } from './scenario-in-place.ts';
import { measureReconcile } from './scenario-reconcile.ts';
import { measureWebhooks } from './scenario-webhooks.ts';
import { startBenchWorld, type CrmName } from './world.ts';

interface Options {
  readonly json?: boolean;
  readonly crm?: CrmName;
  readonly events: number;
  readonly links: number;
}

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`"${text}" is not a whole number above zero.`);
  return value;
};

const program = new Command('bench')
  .description('Measures the connector against the stand-ins of this machine; docs/performance.md says how to read it.')
  .option('--json', 'one JSON object per line instead of a table')
  .option('--crm <name>', 'only salesforce or dynamics')
  .option('--events <count>', 'signed events, each of another referral', whole, 2_000)
  .option('--links <count>', 'linked deals for the reconcile', whole, 10_000);
program.parse();
const options = program.opts<Options>();
const crms: readonly CrmName[] = options.crm ? [options.crm] : ['salesforce', 'dynamics'];
const all: Measurement[] = [];

function report(measured: readonly Measurement[]): void {
  all.push(...measured);
  if (options.json) for (const one of measured) console.log(JSON.stringify(one));
}

const note = (text: string): void => console.error(text);

for (const crm of crms) {
  const world = await startBenchWorld();
  try {
    note(`${crm}: in place…`);
    report([await measureInPlace(world, crm)]);
    note(`${crm}: ${options.events} signed events and the bare loop…`);
    report(await measureWebhooks(world, crm, await makePortfolio(world, crm, options.events)));
  } finally {
    await world.close();
  }
}
for (const crm of crms) {
  const world = await startBenchWorld();
  try {
    note(`${crm}: linking ${options.links} deals, then reconcile…`);
    report([await measureReconcile(world, crm, await makePortfolio(world, crm, options.links))]);
  } finally {
    await world.close();
  }
}
if (!options.json) {
  const columns = Object.keys(all[0] ?? {}) as (keyof Measurement)[];
  console.log(
    renderTable(
      columns,
      all.map((one) => columns.map((column) => String(one[column] ?? ''))),
    ),
  );
}
