import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { CLI, connectorEnvironment } from './connector-process.ts';

const run = promisify(execFile);

export interface RegisterOptions {
  /** Where the connector's configuration is. */
  readonly folder: string;
  /** The port the connector listens on; its configuration is named for it. */
  readonly listenOn: number;
  readonly databaseUrl?: string;
  /** Ends the command. */
  readonly signal?: AbortSignal;
}

/**
 * Registers the running connector in Partner Center's stand-in, by the command an operator would use. Resolves when the test
 * event has arrived.
 */
export async function registerWebhook({ folder, listenOn, databaseUrl, signal }: RegisterOptions): Promise<void> {
  const config = path.join(folder, `cosell.config.${listenOn}.yaml`);
  const words = ['--disable-warning=ExperimentalWarning', CLI, 'webhook', 'register', '--json', '--config', config];
  const options = { env: connectorEnvironment(databaseUrl), ...(signal ? { signal } : {}) };
  await run(process.execPath, words, options).catch((error: unknown) => {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The webhook could not be registered: ${stdout}${stderr}`);
  });
}
