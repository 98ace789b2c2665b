import type { PgBoss } from 'pg-boss';
import { REFERRAL_QUEUE, resolveQueueName, syncQueueName } from './names.ts';

/** Takes no new batches, lets the running ones end, for at most `milliseconds`, and gives back what is left. */
export async function stopWork(boss: PgBoss, crms: readonly string[], milliseconds: number): Promise<void> {
  const queues = [REFERRAL_QUEUE, ...crms.flatMap((crm) => [syncQueueName(crm), resolveQueueName(crm)])];
  const ended = Promise.all(queues.map((queue) => boss.offWork(queue, { wait: true })));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([ended, late]);
  clearTimeout(timer);
  await boss.stop({ graceful: false });
}
