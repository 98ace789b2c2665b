import { spawn } from 'node:child_process';
import type { Launch } from './account.ts';

/** The exit code and what the program printed. */
export interface ProgramResult {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs a program to its end, away from our working directory, which its account may not be allowed to enter.
 *
 * @throws Error with the program's output when it ends with another code than `accept`
 */
export async function runProgram(launch: Launch, accept: readonly number[] = [0]): Promise<ProgramResult> {
  const child = spawn(launch.file, launch.args, {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(launch.uid === undefined ? {} : { uid: launch.uid, gid: launch.gid }),
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString('utf8'));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    // 'exit', not 'close': the server that pg_ctl starts may keep the pipes open.
    child.once('exit', (exitCode) => setImmediate(() => resolve(exitCode)));
  });
  child.stdout.destroy();
  child.stderr.destroy();
  if (code === null || !accept.includes(code)) {
    throw new Error(`${launch.file} ended with code ${String(code)}: ${output.trim()}`);
  }
  return { code, output };
}
