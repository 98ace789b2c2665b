import { DelegateBackoff, handleWhen, retry, type RetryPolicy } from 'cockatiel';
import { CosellError } from '../../core/errors/index.ts';
import { isTimeout } from './errors.ts';

const TRIES_AFTER_THE_FIRST = 2;
/** Longer waits belong to the queue, which does not hold a worker meanwhile. */
const LONGEST_WAIT_SECONDS = 5;
const FIRST_PAUSE_MS = 200;

/**
 * Repeats calls that may be repeated (all of ours: reads, and writes that set values to what they should be) after short
 * outages and short requests to slow down. A time-out is not repeated: the caller's patience is used up.
 */
export function createRetry(): RetryPolicy {
  const passing = handleWhen((error) => {
    if (!(error instanceof CosellError)) return false;
    if (isTimeout(error.cause) || (error.retryAfterSeconds ?? 0) > LONGEST_WAIT_SECONDS) return false;
    return error.code === 'crm-unavailable' || error.code === 'crm-throttled';
  });
  return retry(passing, {
    maxAttempts: TRIES_AFTER_THE_FIRST,
    backoff: new DelegateBackoff(({ attempt, result }) => {
      const asked =
        'error' in result && result.error instanceof CosellError ? result.error.retryAfterSeconds : undefined;
      return asked === undefined ? FIRST_PAUSE_MS * 2 ** attempt : asked * 1000;
    }),
  });
}
