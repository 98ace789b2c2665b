import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { platform } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL server that runs on a cluster folder, as its own postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * Reads `postmaster.pid` (line 1: process id, line 4: port; postgresql.org/docs/current/storage-file-layout.html).
 *
 * After a kill -9 of the connector the server lives on: it is returned, to be adopted. After a crash of the machine the
 * file may name a process that is something else by now; PostgreSQL would then refuse to start, so the file is removed.
 */
export async function runningPostmaster(cluster: string): Promise<Postmaster | null> {
  const file = join(cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (!(await isPostgres(pid))) {
    await rm(file, { force: true });
    return null;
  }
  const port = Number(lines[3]);
  return Number.isInteger(port) && port > 0 ? { pid, port } : null;
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    if (platform() === 'linux') {
      // `pid (name) state …`: a dead process that nobody has collected yet (state Z) still has its name.
      return /^\d+ \(postgres\) [^ZX]/.test(await readFile(`/proc/${pid}/stat`, 'utf8'));
    }
    if (platform() === 'win32') return (await run('tasklist', ['/fi', `PID eq ${pid}`])).stdout.includes('postgres');
    return (await run('ps', ['-p', String(pid), '-o', 'comm='])).stdout.includes('postgres');
  } catch {
    return false;
  }
}
