import { randomUUID } from 'node:crypto';
import { bulkhead, TaskCancelledError } from 'cockatiel';
import { CosellError } from '../core/errors/index.ts';
import type { Clock } from './clock.ts';
import { asksForMfa, errorOfAnswer, errorOfFailure, errorOfWait, withMayHaveActed, type Operation } from './errors.ts';
import { createGate } from './gate.ts';
import type { Log } from './log.ts';
import { createRetries, type RetryOptions } from './retries.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { TransportFailure, type Answer, type Outgoing, type Transport } from './transport.ts';
import { within } from './within.ts';

export interface Call extends Outgoing {
  readonly operation: Operation;
}

/** A successful answer together with the correlation id its call went by. */
export interface Success {
  readonly answer: Answer;
  readonly reference: string;
}

export interface CallerOptions extends RetryOptions {
  readonly transport: Transport;
  readonly accessToken: () => Promise<string>;
  readonly onUnauthorized: (staleToken: string) => Promise<void>;
  readonly maxConcurrent: number;
  /** Longest time for one call with all its tries and waits. */
  readonly totalTimeoutMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** A try of a call that is under way. */
interface Attempt {
  readonly call: Call;
  readonly reference: string;
  readonly signal: AbortSignal;
  /** A request of this call is out unanswered, or ended in a way that leaves open whether it was carried out. */
  mayHaveActed: boolean;
}

/**
 * Makes calls to Partner Center: a slot per call, a fresh token, one replay after a 401, retries where they are safe,
 * and silence while a `Retry-After` is pending. Every call ends within `totalTimeoutMs`, with an answer or a CosellError.
 */
export function createCaller(options: CallerOptions): (call: Call) => Promise<Success> {
  const { clock, log, transport } = options;
  const slots = bulkhead(options.maxConcurrent, Number.POSITIVE_INFINITY);
  const gate = createGate(clock, options.maxInlineWaitMs);
  const retries = createRetries(options);

  /** One request. Every one has its own `client-request-id` (partner-center-referrals.md §3). */
  async function exchange(attempt: Attempt, token: string): Promise<Answer> {
    const { call, reference, signal } = attempt;
    const secondsToWait = await gate.pass(signal);
    if (secondsToWait > 0) throw errorOfWait(secondsToWait, reference);
    const clientRequestId = randomUUID();
    const actedBefore = attempt.mayHaveActed;
    attempt.mayHaveActed = call.method !== 'GET';
    const startedAt = clock.now();
    const answer = await transport.exchange(
      {
        ...call,
        headers: {
          accept: 'application/json',
          ...call.headers,
          authorization: `Bearer ${token}`,
          'client-request-id': clientRequestId,
          'ms-correlationid': reference,
        },
      },
      signal,
    );
    const wait = answer.status === 429 || answer.status >= 500 ? retryAfterSeconds(answer, clock.now()) : undefined;
    if (wait !== undefined) gate.closeFor(wait);
    attempt.mayHaveActed = actedBefore;
    log.debug(
      {
        operation: call.operation,
        status: answer.status,
        milliseconds: clock.now() - startedAt,
        reference,
        clientRequestId,
        requestId: answer.headers['request-id'],
      },
      'Partner Center answered',
    );
    return answer;
  }

  async function attemptOnce(attempt: Attempt): Promise<Answer> {
    const { call, reference, signal } = attempt;
    const actedBefore = attempt.mayHaveActed;
    try {
      const token = await within(options.accessToken(), signal);
      let answer = await exchange(attempt, token);
      if (answer.status === 401 && !asksForMfa(answer)) {
        await within(options.onUnauthorized(token), signal);
        answer = await exchange(attempt, await within(options.accessToken(), signal));
      }
      if (answer.status >= 200 && answer.status < 300) return answer;
      throw errorOfAnswer(answer, { operation: call.operation, reference, now: clock.now() });
    } catch (thrown) {
      const failed = thrown instanceof TransportFailure;
      const error = failed ? errorOfFailure(thrown, { operation: call.operation, reference }) : thrown;
      if (error instanceof CosellError) attempt.mayHaveActed = actedBefore || error.mayHaveActed;
      throw error;
    }
  }

  return async (call) => {
    const reference = randomUUID();
    const signal = AbortSignal.timeout(options.totalTimeoutMs);
    const attempt: Attempt = { call, reference, signal, mayHaveActed: false };
    const policy = call.method === 'POST' ? retries.onlyWhenRefused : retries.repeatable;
    const tries = slots.execute(() => policy.execute(() => attemptOnce(attempt), signal), signal);
    try {
      return { answer: await within(tries, signal), reference };
    } catch (thrown) {
      const error = outOfTime(thrown, signal)
        ? errorOfFailure(new TransportFailure(attempt.mayHaveActed, true, signal.reason), {
            operation: call.operation,
            reference,
          })
        : thrown;
      if (!(error instanceof CosellError)) throw error;
      // A referral that is gone or has changed is everyday; the caller knows what to do.
      const everyday = error.code === 'referral-not-found' || error.code === 'partner-center-conflict';
      log[everyday ? 'debug' : 'warn'](
        { operation: call.operation, code: error.code, status: error.httpStatus, reference },
        'a call to Partner Center failed',
      );
      throw attempt.mayHaveActed && !error.mayHaveActed ? withMayHaveActed(error) : error;
    }
  };
}

const outOfTime = (thrown: unknown, signal: AbortSignal): boolean =>
  signal.aborted && (thrown === signal.reason || thrown instanceof TaskCancelledError || isAbort(thrown));

const isAbort = (thrown: unknown): boolean => (thrown as Error).name === 'AbortError';
