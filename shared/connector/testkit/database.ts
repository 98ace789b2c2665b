import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from '../store/embedded/server.ts';

/** A PostgreSQL server for the tests of one file. */
export interface TestServer {
  /** The connection string of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Drops what was made, and stops the server if it was started for the tests. */
  stop(): Promise<void>;
}

/** The server that TEST_DATABASE_URL names, or a built-in one in a folder of its own. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  const folder = given === undefined ? await mkdtemp(join(tmpdir(), 'cosell-test-')) : null;
  const own = folder === null ? null : await startEmbeddedServer(folder);
  const url = new URL(own?.connectionString ?? given ?? '');
  const made: string[] = [];
  return {
    createDatabase: async () => {
      const name = `cosell_test_${randomBytes(6).toString('hex')}`;
      await administer(url, [`create database ${name}`]);
      made.push(name);
      const database = new URL(url);
      database.pathname = `/${name}`;
      return database.href;
    },
    stop: async () => {
      await administer(
        url,
        made.map((name) => `drop database if exists ${name} with (force)`),
      );
      await own?.release();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function administer(url: URL, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
