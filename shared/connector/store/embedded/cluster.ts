import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { accountFor, launchAs } from './account.ts';
import type { PostgresPrograms } from './binaries.ts';
import { runProgram } from './run-program.ts';

/** A PostgreSQL cluster in the data folder. */
export interface Cluster {
  /** PGDATA. */
  readonly folder: string;
  readonly password: string;
}

/**
 * Opens the cluster of a data folder, making it the first time.
 *
 * `initdb` works in a folder of its own that is renamed into place when it is complete. So a kill in the middle leaves
 * nothing half-made behind, and of two connectors that start together one wins and the other uses what it made.
 */
export async function openCluster(root: string, programs: PostgresPrograms): Promise<Cluster> {
  const made = await readCluster(root);
  if (made) return made;
  await mkdir(dirname(root), { recursive: true });
  await removeAbandoned(root);
  const draft = `${root}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await initialise(draft, programs);
    await rename(draft, root);
  } catch (cause) {
    const winner = await readCluster(root);
    if (!winner) throw cause;
    return winner;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  const cluster = await readCluster(root);
  if (!cluster) throw new Error(`The database folder ${root} disappeared while it was being made.`);
  return cluster;
}

async function readCluster(root: string): Promise<Cluster | null> {
  const folder = join(root, 'cluster');
  if (!(await stat(join(folder, 'PG_VERSION')).catch(() => null))) return null;
  return { folder, password: (await readFile(join(root, 'password'), 'utf8')).trim() };
}

async function initialise(draft: string, programs: PostgresPrograms): Promise<void> {
  const folder = join(draft, 'cluster');
  await mkdir(draft, { mode: 0o711 });
  await mkdir(folder, { mode: 0o700 });
  const account = await accountFor(folder);
  if (account) await chown(folder, account.uid, account.gid);
  const password = randomBytes(24).toString('base64url');
  // initdb reads the password from a file; it gets its own copy, because ours is readable by us alone.
  const handedOver = join(folder, '..', 'initdb-password');
  await writeFile(join(draft, 'password'), `${password}\n`, { mode: 0o600 });
  await writeFile(handedOver, `${password}\n`, { mode: 0o600 });
  if (account) await chown(handedOver, account.uid, account.gid);
  await chmod(join(draft, 'password'), 0o600);
  const args = [
    `--pgdata=${folder}`,
    '--username=cosell',
    '--auth=scram-sha-256',
    `--pwfile=${handedOver}`,
    '--encoding=UTF8',
    '--locale=C',
  ];
  await runProgram(await launchAs(account, programs.initdb, args, [folder]));
  await rm(handedOver);
}

/** Drafts of processes that are no more. */
async function removeAbandoned(root: string): Promise<void> {
  const prefix = `${basename(root)}.new-`;
  for (const name of await readdir(dirname(root))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!isAlive(pid)) await rm(join(dirname(root), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
