import { ExponentialBackoff, handleWhen, retry, type RetryPolicy } from 'cockatiel';
import { CosellError } from '../core/errors/index.ts';

export interface RetryOptions {
  /** A `Retry-After` up to this long is worth waiting for here. */
  readonly maxInlineWaitMs: number;
  /** Where the growing, jittered pause between two tries starts. */
  readonly retryDelayMs: number;
}

const RETRIES = 2;
const LONGEST_RETRY_DELAY_MS = 1_000;

/**
 * Which failures are tried again at once. What is left over goes to the queue, which has the patience of hours.
 *
 * No circuit breaker: the queue already backs off, and the gate stops what the service asks to stop.
 */
export function createRetries(options: RetryOptions): Readonly<Record<'repeatable' | 'onlyWhenRefused', RetryPolicy>> {
  const isShortWait = ({ code, retryAfterSeconds }: CosellError): boolean =>
    code === 'partner-center-throttled' &&
    retryAfterSeconds !== undefined &&
    retryAfterSeconds * 1000 <= options.maxInlineWaitMs;
  const policy = (mayRepeat: (error: CosellError) => boolean): RetryPolicy =>
    retry(
      handleWhen((thrown) => thrown instanceof CosellError && mayRepeat(thrown)),
      {
        maxAttempts: RETRIES,
        backoff: new ExponentialBackoff({ initialDelay: options.retryDelayMs, maxDelay: LONGEST_RETRY_DELAY_MS }),
      },
    );
  return {
    /** GET changes nothing, and PATCH carries If-Match: a second one cannot apply twice. */
    repeatable: policy((error) => isShortWait(error) || error.code === 'partner-center-unavailable'),
    /** POST has no key that would make it safe: again only when it was refused before it began. */
    onlyWhenRefused: policy(
      (error) => isShortWait(error) || (error.code === 'partner-center-unavailable' && !error.mayHaveActed),
    ),
  };
}
