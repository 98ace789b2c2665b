import { PassThrough } from 'node:stream';
import type { HttpRequest, HttpResponse } from 'jsforce';
import Transport from 'jsforce/lib/transport.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';

/** Salesforce answered with a status of 400 or more. */
export class HttpFailure extends Error {
  readonly status: number;
  readonly body: string;
  /** Seconds to wait as `Retry-After` says, whichever of its two forms it has. */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, body: string, retryAfterSeconds?: number) {
    super(`Salesforce answered with HTTP ${status}.`);
    this.name = 'HttpFailure';
    this.status = status;
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No complete answer arrived: refused, dropped or too slow. */
export class NetworkFailure extends Error {
  readonly timedOut: boolean;

  constructor(timedOut: boolean, cause: unknown) {
    super(timedOut ? 'Salesforce did not answer in time.' : 'The connection to Salesforce failed.', { cause });
    this.name = 'NetworkFailure';
    this.timedOut = timedOut;
  }
}

/**
 * jsforce's transport with three things that its own lacks (checked with 3.10.26): the time limit covers the body too
 * (its own waits forever for a stalled one), an answer that is cut off rejects (its own ends the process with an
 * uncaught error), and failures keep their status and `Retry-After`. It never repeats a request: `connection.ts` does.
 */
export class BoundedTransport extends Transport.default {
  readonly #timeoutMs: number;
  readonly #underWay = new Set<AbortController>();
  #isClosed = false;

  constructor(timeoutMs: number) {
    super();
    this.#timeoutMs = timeoutMs;
  }

  override httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
    return StreamPromise.create(() => ({ stream: new PassThrough(), promise: this.#send(request) }));
  }

  /** Ends the calls under way and refuses new ones. */
  close(): void {
    this.#isClosed = true;
    for (const call of this.#underWay) call.abort();
  }

  async #send({ url, method, headers, body }: HttpRequest): Promise<HttpResponse> {
    // One controller per call: `AbortSignal.any` keeps every call in memory for as long as its longest-lived signal.
    const call = new AbortController();
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      call.abort();
    }, this.#timeoutMs);
    if (this.#isClosed) call.abort();
    this.#underWay.add(call);
    try {
      const response = await fetch(url, {
        method,
        headers: withoutLength(headers),
        body: typeof body === 'string' ? body : null,
        redirect: 'error',
        signal: call.signal,
      });
      const text = await response.text();
      if (response.status >= 400) {
        throw new HttpFailure(response.status, text, secondsOf(response.headers.get('retry-after')));
      }
      return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: text };
    } catch (thrown) {
      if (thrown instanceof HttpFailure) throw thrown;
      throw new NetworkFailure(timedOut, thrown);
    } finally {
      clearTimeout(timer);
      this.#underWay.delete(call);
    }
  }
}

/** `fetch` sets the length itself and refuses one from outside that differs. */
function withoutLength(headers: HttpRequest['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-length'));
}

/** RFC 9110 §10.2.3: seconds, or an HTTP date. */
export function secondsOf(retryAfter: string | null, now: number = Date.now()): number | undefined {
  if (retryAfter === null || retryAfter.trim() === '') return undefined;
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
