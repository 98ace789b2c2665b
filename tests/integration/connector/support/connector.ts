import { startBoss } from '../../../../shared/connector/queue/boss.ts';
import { dropAllClaims } from '../../../../shared/connector/queue/claims.ts';
import { createSyncQueue, type SyncQueue } from '../../../../shared/connector/queue/queue.ts';
import { stopWork } from '../../../../shared/connector/queue/stop.ts';
import { openDatabase, type Database } from '../../../../shared/connector/store/connect.ts';
import { createPresence, type Presence } from '../../../../shared/connector/store/presence.ts';
import { SILENT } from '../../../../shared/connector/testkit/world.ts';
import type { ItemOutcome } from '../../../../shared/connector/worker/outcome.ts';

export const CRM = 'salesforce';

/** Database, presence and queue of one connector process, without the systems outside. */
export interface TestConnector {
  readonly database: Database;
  readonly boss: Awaited<ReturnType<typeof startBoss>>;
  readonly presence: Presence;
  readonly queue: SyncQueue;
  stop(): Promise<void>;
}

export async function startConnector(databaseUrl: string): Promise<TestConnector> {
  const database = await openDatabase({ databaseUrl, folder: '/nowhere', most: 5 }, SILENT);
  const presence = await createPresence(database.connectionString, SILENT);
  const boss = await startBoss(database.connectionString, [CRM], SILENT, true);
  const queue = createSyncQueue(boss, database.db, presence, SILENT);
  return {
    database,
    boss,
    presence,
    queue,
    stop: async () => {
      queue.close();
      await stopWork(boss, [CRM], 5_000);
      await dropAllClaims(database.db, presence.instance);
      await presence.stop();
      await database.close();
    },
  };
}

export const job = (opportunityId: string, urgent = true) => ({ crm: CRM, opportunityId, urgent });

export const done = (opportunityId: string): Extract<ItemOutcome, { kind: 'done' }> => ({
  kind: 'done',
  opportunityId,
  link: null,
  seen: { opportunityId, crm: null, referral: null, microsoft: null },
});
