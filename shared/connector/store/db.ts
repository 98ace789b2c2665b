import type pg from 'pg';

/** The one thing the store needs of a database: run a statement. Inside and outside of transactions alike. */
export interface Db {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** A database that can also run several statements as one. */
export interface TransactionalDb extends Db {
  /** Commits when `work` resolves, rolls back when it rejects. */
  transaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
}

/** More different statements than there are in the code: should one be made up each time, it does not fill the memory. */
const MOST_NAMES = 500;

/**
 * Statements with parameters are prepared once for each connection, which pg does for those that have a name: to plan them again each time
 * costs the server about as much as to run them. (postgresql.org, "PREPARE": after five runs the plan is kept.)
 */
function createNames(): (text: string) => { readonly name: string } | object {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return { name: known };
    if (names.size >= MOST_NAMES) return {};
    const name = `cosell_${names.size}`;
    names.set(text, name);
    return { name };
  };
}

/** The port over a `pg` pool. */
export function createDb(pool: pg.Pool): TransactionalDb {
  const named = createNames();
  const statement = (text: string, values: readonly unknown[]) =>
    values.length === 0 ? { text } : { text, values: [...values], ...named(text) };
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(statement(text, values))).rows,
    transaction: async (work) => {
      const client = await pool.connect();
      // A connection that breaks between two statements reports it as an event; the next statement fails with it anyway.
      const ignore = () => undefined;
      client.on('error', ignore);
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work({
          query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
            (await client.query<Row>(statement(text, values))).rows,
        });
        await client.query('commit');
        return result;
      } catch (thrown) {
        await client.query('rollback').catch((failed: unknown) => {
          broken = failed instanceof Error ? failed : new Error(String(failed));
        });
        throw thrown;
      } finally {
        client.off('error', ignore);
        client.release(broken);
      }
    },
  };
}
