import type { PgBoss } from 'pg-boss';
import type { Config } from '../config/load.ts';
import type { Log } from '../operations/log.ts';
import { startBoss } from '../queue/boss.ts';
import { openDatabase } from '../store/connect.ts';
import type { TransactionalDb } from '../store/db.ts';

/** The connector's database and queue, for a command that looks in from outside. */
export interface Tools {
  readonly db: TransactionalDb;
  readonly boss: PgBoss;
}

const CONNECTIONS = 3;

/** Opens database and queue, runs `work`, and closes them whatever happens. A running connector is not disturbed. */
export async function withTools<Result>(
  config: Config,
  log: Log,
  work: (tools: Tools) => Promise<Result>,
): Promise<Result> {
  const { databaseUrl } = config;
  const database = await openDatabase({ databaseUrl, folder: config.data.folder, most: CONNECTIONS }, log);
  try {
    const crms = config.crms.map((crm) => crm.name);
    const boss = await startBoss(database.connectionString, crms, log, false);
    try {
      return await work({ db: database.db, boss });
    } finally {
      await boss.stop({ graceful: false });
    }
  } finally {
    await database.close();
  }
}
