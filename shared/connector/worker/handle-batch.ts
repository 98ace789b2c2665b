import type { Metrics } from '../operations/metrics.ts';
import type { BatchHandler } from '../queue/queue.ts';
import type { WorkerDeps } from './deps.ts';
import type { ItemOutcome } from './outcome.ts';
import { syncBatch } from './sync-batch.ts';

/** `syncBatch` with its figures and log lines. */
export function createBatchHandler(deps: WorkerDeps, metrics: Metrics): BatchHandler {
  return async (items) => {
    const started = performance.now();
    const outcomes = await syncBatch(deps, items);
    const milliseconds = performance.now() - started;
    metrics.batchDone(deps.crmName, outcomes, milliseconds / 1_000);
    for (const outcome of outcomes) logOutcome(deps, outcome);
    deps.log.debug({ opportunities: items.length, milliseconds: Math.round(milliseconds) }, 'Synced a batch');
    return outcomes;
  };
}

function logOutcome({ log }: WorkerDeps, outcome: ItemOutcome): void {
  const { opportunityId } = outcome;
  switch (outcome.kind) {
    case 'done':
    case 'as-agreed':
      log.debug({ opportunityId, referralId: outcome.link?.referralId }, 'In sync');
      return;
    case 'gone':
      log.info({ opportunityId }, 'The opportunity is gone; its link is forgotten');
      return;
    case 'refused':
      log.warn({ opportunityId, ...describe(outcome) }, 'Not synced: it is for a person to put right');
      return;
    case 'retry':
      log.warn({ opportunityId, ...describe(outcome), notBefore: outcome.notBefore }, 'Not synced; trying again');
      return;
    case 'dead':
      log.error({ opportunityId, ...describe(outcome) }, 'Not synced after all attempts; put among the dead letters');
      return;
  }
}

function describe({ error }: Extract<ItemOutcome, { error: unknown }>): object {
  const { code, reference, httpStatus } = error;
  // What nobody foresaw needs the place in the code; its message may hold data and stays out.
  const cause = code === 'internal' && error.cause instanceof Error ? { at: placeOf(error.cause) } : {};
  return { code, reference, httpStatus, ...cause };
}

const placeOf = ({ name, stack = '' }: Error): string =>
  [name, ...stack.split('\n').filter((line) => line.trim().startsWith('at '))].slice(0, 6).join(' ');
