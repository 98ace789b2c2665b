import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

/** Another process of ours, to be killed or waited for. */
export interface Child {
  readonly process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Waits until it has printed this. */
  said(text: string): Promise<void>;
  /** kill -9, and waits until it has gone. */
  kill(): Promise<void>;
  /** Waits for its end; its exit code. */
  ended(): Promise<number | null>;
}

/** Runs a file of `processes/` in a process of its own. */
export function startChild(file: string, parameters: readonly string[]): Child {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(new URL(`../processes/${file}`, import.meta.url)),
      ...parameters,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let printed = '';
  const collect = (chunk: Buffer) => (printed += chunk.toString('utf8'));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    process: child,
    output: () => printed,
    said: async (text) => {
      await until(`the child to say "${text}"`, () => {
        if (child.exitCode !== null && !printed.includes(text)) throw new Error(`The child ended: ${printed}`);
        return printed.includes(text);
      });
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    ended: () => gone,
  };
}
