import { readFile } from 'node:fs/promises';
import { configPath, loadConfig, type Config } from '../config/load.ts';
import { createLog, type Log } from '../operations/log.ts';

/** What every command is given. */
export interface CliContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Standard output: what a command reports. */
  print(line: string): void;
  /** Standard error: how a command gets on. */
  note(line: string): void;
}

/** Exit codes of every command; the help shows them. */
export const EXIT = { ok: 0, failed: 1, config: 2, findings: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface ConfigOption {
  readonly config?: string;
}

export const readConfig = (context: CliContext, options: ConfigOption): Promise<Config> =>
  loadConfig(configPath(options.config, context.environment), context.environment);

/** The log of commands that report on standard output: only what went wrong. */
export const quietLog = (): Log => createLog('error');

export async function productVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
