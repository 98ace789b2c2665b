import { rm } from 'node:fs/promises';
import path from 'node:path';
import { assertPortFree } from '../../shared/connector/http/listen.ts';
import { type ConnectorProcess, startConnector } from './connector-process.ts';
import { type SandboxPorts, sandboxPorts } from './ports.ts';
import { registerWebhook } from './register-webhook.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';

const ports = sandboxPorts(process.env.SANDBOX_PORT);
const folder = path.resolve(import.meta.dirname, `../../.cosell/sandbox-${ports.connector}`);
await refuseTakenPorts(ports);

let standIns: StandIns | undefined;
let connector: ConnectorProcess | undefined;
let stopping = false;
const registering = new AbortController();

async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  registering.abort();
  await connector?.stop();
  await standIns?.close();
  process.exit(exitCode);
}

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

try {
  // The stand-ins forget everything when they stop, so the connector must, too.
  await rm(folder, { recursive: true, force: true });
  console.log('Starting Partner Center, Salesforce and Dynamics 365 (stand-ins)…');
  standIns = await startStandIns(ports);
  console.log('Building the section for both CRMs meanwhile (the first time about half a minute)…');
  // Nobody has to wait for it here: a page that comes too early says so and appears by itself.
  for (const crm of [standIns.salesforce, standIns.dynamics]) {
    void crm.warmUp().then((problem) => {
      if (problem !== null && !stopping) console.error(`The section cannot be built:\n${problem}`);
    });
  }
  console.log('Starting the connector with its own PostgreSQL…');
  const databaseUrl = process.env.DATABASE_URL;
  const database = databaseUrl ? { databaseUrl } : {};
  connector = await startConnector({ ports, folder, output: 'file', ...database });
  connector.child.on('exit', (code) => {
    if (stopping) return;
    console.error(`The connector stopped by itself (${code ?? 'killed'}).`);
    void stop(1);
  });
  console.log('Registering its webhook in Partner Center…');
  await registerWebhook({ folder, listenOn: ports.connector, signal: registering.signal, ...database });
  printWhereToClick(ports);
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function refuseTakenPorts(wanted: SandboxPorts): Promise<void> {
  for (const port of Object.values(wanted) as number[]) {
    await assertPortFree({ host: '127.0.0.1', port }).catch((error: Error) => {
      console.error(`${error.message} Stop it, or choose other ports: SANDBOX_PORT=4200 npm start`);
      process.exit(1);
    });
  }
}

function printWhereToClick({ connector: base, partnerCenter, salesforce, dynamics }: SandboxPorts): void {
  console.log(`
  Salesforce       http://localhost:${salesforce}/lightning/o/Opportunity/list
  Dynamics 365     http://localhost:${dynamics}/main.aspx?pagetype=entitylist&etn=opportunity
  Partner Center   http://localhost:${partnerCenter}/dashboard/referrals

  Open an opportunity in one of the CRMs, tick "Sync with Partner Center". Ctrl-C stops everything.
  The connector's log: ${path.relative(process.cwd(), path.join(folder, 'connector.log'))}

Sandbox ready: http://localhost:${base}`);
}
