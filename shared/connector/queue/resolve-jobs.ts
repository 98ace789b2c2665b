import type { PgBoss } from 'pg-boss';
import type { ChangeHint } from '../../crm/port.ts';
import { resolveQueueName } from './names.ts';

const BATCH_SIZE = 200;
const POLL_SECONDS = 1;

/** Accounts, contacts and the like whose opportunities have to be looked up. */
export interface ResolveQueue {
  /** Resolves when the hints are stored durably. A hint on a record that waits already is not added again. */
  add(crm: string, hints: readonly ChangeHint[]): Promise<void>;
  work(crm: string, handler: (hints: readonly ChangeHint[]) => Promise<void>): Promise<void>;
}

export function createResolveQueue(boss: PgBoss): ResolveQueue {
  return {
    add: async (crm, hints) => {
      const rows = hints.map((hint) => ({ data: hint, singletonKey: `${hint.object}:${hint.id}` }));
      if (rows.length > 0) await boss.insert(resolveQueueName(crm), rows, { returnId: false });
    },
    work: async (crm, handler) => {
      const polling = { pollingIntervalSeconds: POLL_SECONDS, notifyPollingIntervalSeconds: POLL_SECONDS };
      const options = { batchSize: BATCH_SIZE, burstWhenBatchFull: true, ...polling };
      await boss.work<ChangeHint>(resolveQueueName(crm), options, (jobs) => handler(jobs.map((job) => job.data)));
    },
  };
}
