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

/** The port over a `pg` pool. */
export function createDb(pool: pg.Pool): TransactionalDb {
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...values])).rows,
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
            (await client.query<Row>(text, [...values])).rows,
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
