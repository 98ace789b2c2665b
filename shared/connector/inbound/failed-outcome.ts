import type { CosellError } from '../../core/index.ts';
import type { BatchItem } from '../queue/queue.ts';
import type { WorkerDeps } from '../worker/deps.ts';
import type { ItemOutcome } from '../worker/outcome.ts';
import { failureOf } from '../worker/sync-item.ts';

/**
 * What becomes of a deal that could not be entered. There is no opportunity that could tell a seller, so what is not tried again by itself is put
 * among the dead letters, where an operator sees it and can replay it.
 */
export function failedOutcome(
  deps: Pick<WorkerDeps, 'crmName' | 'retry' | 'now' | 'random'>,
  { opportunityId, failures }: BatchItem,
  error: CosellError,
): ItemOutcome {
  const { attempt, nextAttemptAt } = failureOf(deps, failures, error);
  const common = { opportunityId, link: null, error };
  if (nextAttemptAt) return { ...common, kind: 'retry', failures: attempt, notBefore: nextAttemptAt };
  const letter = {
    crm: deps.crmName,
    opportunityId,
    errorCode: error.code,
    message: error.message,
    cure: error.cure,
    reference: error.reference ?? null,
    failures: attempt,
    at: deps.now().toISOString(),
  };
  return { ...common, kind: 'dead', letter };
}
