import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SANDBOX_SECRETS, sandboxConfig } from './connector-config.ts';
import type { SandboxPorts } from './ports.ts';

export const CLI = fileURLToPath(new URL('../../shared/connector/cli/main.ts', import.meta.url));

export interface ConnectorOptions {
  readonly ports: SandboxPorts;
  /** Holds the connector's configuration, log and, without `databaseUrl`, its database. */
  readonly folder: string;
  readonly databaseUrl?: string;
  /** For a second connector beside the first; the base port otherwise. */
  readonly listenOn?: number;
  /** The connector's structured log goes to `connector.log` in the folder, or to the terminal. */
  readonly output: 'file' | 'inherit';
}

export interface ConnectorProcess {
  readonly child: ChildProcess;
  /** SIGTERM, then waits until it has gone. */
  stop(): Promise<void>;
  /** kill -9, then waits until it has gone. */
  kill(): Promise<void>;
}

/** Starts the connector as its own process, as in production, and waits until it says that it is ready. */
export async function startConnector({
  ports,
  folder,
  databaseUrl,
  listenOn = ports.connector,
  output,
}: ConnectorOptions): Promise<ConnectorProcess> {
  await mkdir(folder, { recursive: true });
  const config = path.join(folder, `cosell.config.${listenOn}.yaml`);
  await writeFile(config, sandboxConfig(ports, path.join(folder, 'data'), listenOn));
  const log = output === 'file' ? openSync(path.join(folder, 'connector.log'), 'a') : 'inherit';
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'serve', '--config', config], {
    stdio: ['ignore', log, log],
    env: connectorEnvironment(databaseUrl),
  });
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  };
  await waitUntilReady(child, listenOn, path.join(folder, 'connector.log'));
  return { child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** What the connector and its commands find in their environment. */
export const connectorEnvironment = (databaseUrl: string | undefined): NodeJS.ProcessEnv => ({
  ...process.env,
  ...SANDBOX_SECRETS,
  ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
});

async function waitUntilReady(child: ChildProcess, port: number, log: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(
        `The connector stopped while starting (${child.exitCode ?? child.signalCode}). Its log says why: ${log}`,
      );
    }
    // "degraded" would do for a load balancer; here the stand-ins have to be reachable, too.
    const status = await fetch(`http://localhost:${port}/readyz`).then(
      async (response) => ((await response.json()) as { readonly status: string }).status,
      () => 'not listening',
    );
    if (status === 'ready') return;
    await pause(50);
  }
}
