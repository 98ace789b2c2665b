import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { CosellError } from '../../../core/index.ts';

const run = promisify(execFile);
const SETPRIV = '/usr/bin/setpriv';

/** The operating system account that PostgreSQL runs under when we are root; PostgreSQL refuses to run as root itself. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** How to start one of PostgreSQL's programs. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * The account for a data folder: its owner if it exists, so that a folder once made is always opened by the same
 * account; otherwise `postgres` if the machine has it, else `nobody`. `null` when we are not root.
 */
export async function accountFor(folder: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(folder).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const name of ['postgres', 'nobody']) {
    const entry = users.split('\n').find((line) => line.startsWith(`${name}:`));
    const [, , uid, gid] = entry?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new CosellError('config-invalid', {
    message: 'PostgreSQL does not run as root, and this machine has neither a "postgres" nor a "nobody" account.',
    cure: 'Start the connector as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
    field: 'DATABASE_URL',
  });
}

/**
 * Prepares a program to run under `account`. Where that account may not enter the folders on the way (a clone in
 * /root), it is given the right to pass them with util-linux `setpriv`, and nothing else of root's.
 *
 * @param paths files and folders the program has to reach
 * @throws CosellError `config-invalid` when a folder is closed to the account and `setpriv` is not there
 */
export async function launchAs(
  account: Account | null,
  file: string,
  args: readonly string[],
  paths: readonly string[],
): Promise<Launch> {
  if (!account) return { file, args };
  const closed = await firstClosedFolder(account, [file, ...paths]);
  if (!closed) return { file, args, uid: account.uid, gid: account.gid };
  const available = await run(SETPRIV, ['--version']).then(
    () => true,
    () => false,
  );
  if (!available) {
    throw new CosellError('config-invalid', {
      message: `PostgreSQL does not run as root, and its account (uid ${account.uid}) may not enter ${closed}.`,
      cure: `Allow it with "chmod o+x ${closed}", start the connector as an ordinary user, or set DATABASE_URL.`,
      field: 'data.folder',
    });
  }
  const reach = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const as = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', ...reach];
  return { file: SETPRIV, args: [...as, '--', file, ...args] };
}

async function firstClosedFolder(account: Account, paths: readonly string[]): Promise<string | null> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) folders.add(folder);
  }
  for (const folder of [...folders].sort()) {
    const found = await stat(folder).catch(() => null);
    if (!found) continue;
    const bit = found.uid === account.uid ? 0o100 : found.gid === account.gid ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) return folder;
  }
  return null;
}
