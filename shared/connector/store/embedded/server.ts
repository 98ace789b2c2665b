import { createServer } from 'node:net';
import { resolve } from 'node:path';
import pg from 'pg';
import { CosellError } from '../../../core/index.ts';
import { accountFor, launchAs } from './account.ts';
import { findPostgres, type PostgresPrograms } from './binaries.ts';
import { openCluster, type Cluster } from './cluster.ts';
import { runningPostmaster } from './postmaster.ts';
import { runProgram } from './run-program.ts';

export interface EmbeddedServer {
  readonly connectionString: string;
  /** Stops the server, unless another connector or command on this machine still uses it: the last one stops it. */
  release(): Promise<void>;
}

/**
 * Starts the built-in PostgreSQL on `<dataFolder>/postgres`, or adopts the one that already runs there (left behind by
 * a kill -9, or in use by another connector). PostgreSQL's own lock on the folder makes sure there is never a second.
 * It listens on 127.0.0.1 only, on a free port, with a password that is kept in the data folder (mode 0600).
 *
 * @throws CosellError `config-invalid` when it cannot start here; the cure says why
 */
export async function startEmbeddedServer(dataFolder: string): Promise<EmbeddedServer> {
  const root = resolve(dataFolder, 'postgres');
  const programs = findPostgres();
  try {
    const cluster = await openCluster(root, programs);
    const port = await startOrAdopt(cluster, programs);
    const connectionString = `postgresql://cosell:${cluster.password}@127.0.0.1:${port}/postgres`;
    return { connectionString, release: () => release(cluster, programs, connectionString) };
  } catch (cause) {
    if (cause instanceof CosellError) throw cause;
    throw new CosellError('config-invalid', {
      message: `The built-in PostgreSQL in ${root} did not start: ${cause instanceof Error ? cause.message : String(cause)}`,
      cure: 'Read the reason above; free the disk or the folder it names, or set DATABASE_URL to a PostgreSQL server.',
      field: 'data.folder',
      cause,
    });
  }
}

async function startOrAdopt(cluster: Cluster, programs: PostgresPrograms): Promise<number> {
  const deadline = Date.now() + 60_000;
  let failure: Error | null = null;
  while (Date.now() < deadline) {
    const running = await runningPostmaster(cluster.folder);
    if (running && (await answers(cluster, running.port))) return running.port;
    if (running) {
      // Starting up, recovering or shutting down: ask again until it is one or the other.
      await new Promise((wake) => setTimeout(wake, 50));
      continue;
    }
    if (failure) throw failure;
    const port = await freePort();
    // A failure may only mean that another connector was faster: the next round finds its server and adopts it.
    failure = await control(cluster, programs, startArguments(port)).then(
      () => null,
      (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown))),
    );
  }
  throw failure ?? new Error('It did not accept connections within 60 seconds.');
}

function startArguments(port: number): readonly string[] {
  const settings = [`-p ${port}`, '-c listen_addresses=127.0.0.1', "-c unix_socket_directories=''"];
  return ['start', '-w', '-t', '60', '-s', '-l', 'server.log', '-o', settings.join(' ')];
}

async function control(cluster: Cluster, programs: PostgresPrograms, args: readonly string[]): Promise<void> {
  const account = await accountFor(cluster.folder);
  const absolute = args.map((arg) => (arg === 'server.log' ? resolve(cluster.folder, arg) : arg));
  const launch = await launchAs(account, programs.pgCtl, [...absolute, '-D', cluster.folder], [cluster.folder]);
  await runProgram(launch);
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: `postgresql://cosell:${cluster.password}@127.0.0.1:${port}/postgres`,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function release(cluster: Cluster, programs: PostgresPrograms, connectionString: string): Promise<void> {
  if (!(await runningPostmaster(cluster.folder))) return;
  if (await usedByOthers(connectionString)) return;
  await control(cluster, programs, ['stop', '-w', '-t', '30', '-s', '-m', 'fast']);
}

/** Connections that were just closed show up for a moment longer. */
async function usedByOthers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (let look = 0; look < 20; look += 1) {
      const found = await client.query<{ others: number }>(
        `select count(*)::int as others from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      if (found.rows[0]?.others === 0) return false;
      await new Promise((wake) => setTimeout(wake, 50));
    }
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((found, failed) => {
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}
