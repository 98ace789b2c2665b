import type { BatchHandler } from '../queue/queue.ts';
import { referralOfKey } from './deal-key.ts';

/** Sends the jobs of deals that have no opportunity yet to `enter`, and all others to `sync`. */
export function withNewDeals(sync: BatchHandler, enter: BatchHandler): BatchHandler {
  return async (items) => {
    const isNew = (key: string): boolean => referralOfKey(key) !== null;
    const deals = items.filter(({ opportunityId }) => isNew(opportunityId));
    const opportunities = items.filter(({ opportunityId }) => !isNew(opportunityId));
    const [entered, synced] = await Promise.all([
      deals.length === 0 ? [] : enter(deals),
      opportunities.length === 0 ? [] : sync(opportunities),
    ]);
    return [...entered, ...synced];
  };
}
