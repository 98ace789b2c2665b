import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CosellError } from '../../core/index.ts';
import type { Db, TransactionalDb } from './db.ts';

const FOLDER = fileURLToPath(new URL('migrations/', import.meta.url));
/** Any number, as long as nothing else in this database uses it for an advisory lock. */
const LOCK = 4_722_100_001;

/**
 * Brings the tables up to date: runs the numbered files of `migrations/` that this database has not seen, in order, in
 * one transaction under an advisory lock, so that several connectors can start together.
 *
 * @returns the names of the files that were run
 * @throws CosellError `config-invalid` when the database was made by a newer version of the connector
 */
export async function migrate(db: TransactionalDb): Promise<readonly string[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await tx.query('create schema if not exists cosell');
    await tx.query(
      'create table if not exists cosell.migrations (name text primary key, run_at timestamptz not null default now())',
    );
    const done = (await tx.query<{ name: string }>('select name from cosell.migrations')).map((row) => row.name);
    refuseNewer(done, files);
    const due = files.filter((name) => !done.includes(name));
    for (const name of due) await run(tx, name);
    return due;
  });
}

async function run(tx: Db, name: string): Promise<void> {
  await tx.query(await readFile(join(FOLDER, name), 'utf8'));
  await tx.query('insert into cosell.migrations (name) values ($1)', [name]);
}

function refuseNewer(done: readonly string[], files: readonly string[]): void {
  const unknown = done.filter((name) => !files.includes(name));
  if (unknown.length === 0) return;
  throw new CosellError('config-invalid', {
    message: `The database was made by a newer version of the connector (${unknown.join(', ')}).`,
    cure: 'Update the connector, or point it at another database.',
    field: 'DATABASE_URL',
  });
}
