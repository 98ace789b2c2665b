import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  CLI,
  connectorEnvironment,
  type ConnectorProcess,
  startConnector,
} from '../../../scripts/sandbox/connector-process.ts';
import type { SandboxPorts } from '../../../scripts/sandbox/ports.ts';
import { type StandIns, startStandIns } from '../../../scripts/sandbox/stand-ins.ts';
import type { CrmDriver } from './crm-driver.ts';
import { dynamicsDriver } from './dynamics-driver.ts';
import { freePort } from './free-port.ts';
import { type PartnerCenterDriver, partnerCenterDriver } from './partner-center-driver.ts';
import { type PostgresServer, startPostgresServer } from './postgres-server.ts';
import { salesforceDriver } from './salesforce-driver.ts';

export type CrmName = CrmDriver['name'];
export const CRMS: readonly CrmName[] = ['salesforce', 'dynamics'];

/** The whole product on free ports: three stand-ins in this process, the connector in its own. */
export interface World {
  readonly ports: SandboxPorts;
  readonly partnerCenter: PartnerCenterDriver;
  readonly crm: Readonly<Record<CrmName, CrmDriver>>;
  connector(): ConnectorProcess;
  /** kill -9 of every connector. */
  killConnector(): Promise<void>;
  startConnector(): Promise<void>;
  /** Runs a command of `cosell` beside the running connector. @returns what it prints */
  cosell(...command: readonly string[]): Promise<string>;
  clearRequests(): Promise<void>;
  clearFaults(): Promise<void>;
  close(): Promise<void>;
}

/**
 * `E2E_MODE=server` runs every test against a PostgreSQL server of its own, shared by two connectors; otherwise one connector
 * runs on its embedded PostgreSQL.
 */
const SERVER_MODE = process.env.E2E_MODE === 'server';

export async function startWorld({ shared = SERVER_MODE } = {}): Promise<World> {
  const server: PostgresServer | null = shared ? await startPostgresServer() : null;
  const connectors = shared ? 2 : 1;
  const ports = await freePorts();
  const folder = await mkdtemp(path.join(tmpdir(), 'cosell-e2e-'));
  const standIns: StandIns = await startStandIns(ports);
  let running: ConnectorProcess[] = [];

  async function startAll(): Promise<void> {
    const extra = await Promise.all(Array.from({ length: connectors - 1 }, freePort));
    running = await Promise.all(
      [ports.connector, ...extra].map((listenOn) =>
        startConnector({
          ports,
          folder,
          listenOn,
          output: process.env.E2E_LOG ? 'inherit' : 'file',
          ...(server ? { databaseUrl: server.databaseUrl } : {}),
        }),
      ),
    );
  }

  const partnerCenter = partnerCenterDriver(`http://localhost:${ports.partnerCenter}`);
  const crm = {
    salesforce: salesforceDriver(`http://localhost:${ports.salesforce}`),
    dynamics: dynamicsDriver(`http://localhost:${ports.dynamics}`),
  };
  const clients = [partnerCenter.client, crm.salesforce.client, crm.dynamics.client];

  const close = async (): Promise<void> => {
    await Promise.all(running.map((connector) => connector.stop()));
    await standIns.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  };

  try {
    await startAll();
  } catch (error) {
    await close();
    throw error;
  }

  return {
    ports,
    partnerCenter,
    crm,
    connector: () => {
      const [first] = running;
      if (!first) throw new Error('No connector is running.');
      return first;
    },
    killConnector: async () => {
      await Promise.all(running.map((connector) => connector.kill()));
      running = [];
    },
    startConnector: startAll,
    cosell: async (...command) => {
      const config = path.join(folder, `cosell.config.${ports.connector}.yaml`);
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', CLI, ...command, '--config', config],
        { env: connectorEnvironment(server?.databaseUrl) },
      );
      return stdout;
    },
    clearRequests: async () => {
      await Promise.all(clients.map((client) => client.clearRequests()));
    },
    clearFaults: async () => {
      await Promise.all(clients.map((client) => client.clearFaults()));
    },
    close,
  };
}

async function freePorts(): Promise<SandboxPorts> {
  const [connector, partnerCenter, salesforce, dynamics] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  return { connector, partnerCenter, salesforce, dynamics };
}
