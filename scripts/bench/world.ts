import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CrmDriver } from '../../tests/e2e/support/crm-driver.ts';
import { dynamicsDriver } from '../../tests/e2e/support/dynamics-driver.ts';
import { freePort } from '../../tests/e2e/support/free-port.ts';
import { type PartnerCenterDriver, partnerCenterDriver } from '../../tests/e2e/support/partner-center-driver.ts';
import { salesforceDriver } from '../../tests/e2e/support/salesforce-driver.ts';
import { type ConnectorProcess, startConnector } from '../sandbox/connector-process.ts';
import type { SandboxPorts } from '../sandbox/ports.ts';

export type CrmName = CrmDriver['name'];

/** Stand-ins and connector, each in its own process, on free ports. */
export interface BenchWorld {
  readonly ports: SandboxPorts;
  readonly folder: string;
  readonly partnerCenter: PartnerCenterDriver;
  readonly crm: Readonly<Record<CrmName, CrmDriver>>;
  readonly connector: ConnectorProcess;
  /** Largest resident memory of the connector so far, in megabytes; `null` where the system does not tell. */
  peakMemory(): Promise<number | null>;
  close(): Promise<void>;
}

export async function startBenchWorld(): Promise<BenchWorld> {
  const [base, partnerCenter, salesforce, dynamics] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const ports: SandboxPorts = { connector: base, partnerCenter, salesforce, dynamics };
  const folder = await mkdtemp(path.join(tmpdir(), 'cosell-bench-'));
  const standIns = fork(fileURLToPath(new URL('stand-ins-process.ts', import.meta.url)), [JSON.stringify(ports)]);
  await once(standIns, 'message');
  const connector = await startConnector({ ports, folder, output: 'file' });
  return {
    ports,
    folder,
    connector,
    partnerCenter: partnerCenterDriver(`http://localhost:${ports.partnerCenter}`),
    crm: {
      salesforce: salesforceDriver(`http://localhost:${ports.salesforce}`),
      dynamics: dynamicsDriver(`http://localhost:${ports.dynamics}`),
    },
    peakMemory: () => peakMemory(connector.child.pid),
    close: async () => {
      await connector.stop();
      const gone = once(standIns, 'exit');
      standIns.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function peakMemory(pid: number | undefined): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
