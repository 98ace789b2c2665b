import pg from 'pg';
import { CosellError } from '../../core/index.ts';
import { createDb, type TransactionalDb } from './db.ts';
import { startEmbeddedServer } from './embedded/server.ts';
import { migrate } from './migrate.ts';
import type { Log } from '../operations/log.ts';

/** An open database with our tables in it. */
export interface Database {
  readonly connectionString: string;
  readonly db: TransactionalDb;
  /** `built-in` when the connector runs its own PostgreSQL. */
  readonly kind: 'built-in' | 'server';
  close(): Promise<void>;
}

/**
 * Opens the PostgreSQL server that is configured, or starts the built-in one, and brings the tables up to date.
 *
 * @param most connections this process may hold for its own statements
 * @throws CosellError `config-invalid` when there is no usable database; the message never shows the password
 */
export async function openDatabase(
  settings: { readonly databaseUrl: string | null; readonly folder: string; readonly most: number },
  log: Log,
): Promise<Database> {
  const { databaseUrl, folder, most } = settings;
  const server = databaseUrl === null ? await startEmbeddedServer(folder) : null;
  const connectionString = server?.connectionString ?? databaseUrl ?? '';
  const pool = new pg.Pool({
    connectionString,
    max: most,
    application_name: 'cosell-connector',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.on('error', (error) => log.warn({ reason: error.message }, 'A connection to PostgreSQL broke'));
  const close = async (): Promise<void> => {
    await pool.end();
    await server?.release();
  };
  const db = createDb(pool);
  try {
    await db.query('select 1');
  } catch (cause) {
    await close();
    throw unreachable(cause);
  }
  try {
    const files = await migrate(db);
    if (files.length > 0) log.info({ files }, 'Brought the database up to date');
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return { connectionString, db, kind: server ? 'built-in' : 'server', close };
}

function unreachable(cause: unknown): CosellError {
  return new CosellError('config-invalid', {
    message: `PostgreSQL cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`,
    cure: 'Check the address, the account and the password in DATABASE_URL, and that the server runs.',
    field: 'DATABASE_URL',
    cause,
  });
}
