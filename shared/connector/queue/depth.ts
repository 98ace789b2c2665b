import type { QueueDepth } from '../operations/metrics.ts';
import type { Db } from '../store/db.ts';
import { QUEUE_SCHEMA } from './names.ts';

/** How many jobs wait to be taken, wait for a later time, or are being worked on. */
export async function queueDepths(db: Db): Promise<readonly QueueDepth[]> {
  const rows = await db.query<QueueDepth>(
    `select name as queue,
       case when state = 'active' then 'active' when start_after > now() then 'delayed' else 'waiting' end as state,
       count(*)::int as jobs
     from ${QUEUE_SCHEMA}.job where state in ('created', 'retry', 'active') group by 1, 2`,
  );
  return rows;
}
