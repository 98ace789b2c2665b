import { Pool } from 'undici';
import { neverSent } from './never-sent.ts';

/** One HTTP exchange, as far as this folder cares. */
export interface Answer {
  readonly status: number;
  /** Keys in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; `null` when it was larger than allowed and therefore not read. */
  readonly text: string | null;
}

export interface Outgoing {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Path with query, starting with a slash. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** No answer came. `sent` is false only when the request certainly never reached the server. */
export class TransportFailure extends Error {
  readonly sent: boolean;
  readonly timedOut: boolean;

  constructor(sent: boolean, timedOut: boolean, cause: unknown) {
    super(timedOut ? 'no answer in time' : 'the connection failed', { cause });
    this.name = 'TransportFailure';
    this.sent = sent;
    this.timedOut = timedOut;
  }
}

export interface TransportOptions {
  /** Scheme, host and port; nothing is ever sent elsewhere, redirects are not followed. */
  readonly origin: string;
  readonly maxConnections: number;
  /** Longest time for one exchange, from connecting to the last byte of the answer. */
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
}

export interface Transport {
  /** Throws TransportFailure when no answer came, never for a status. */
  exchange(request: Outgoing, signal?: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

/** HTTP/1.1 connections to one origin with bounded time, bounded answers and no redirects. */
export function createTransport(options: TransportOptions): Transport {
  const pool = new Pool(options.origin, {
    connections: options.maxConnections,
    // One request per connection, so that `maxConnections` says how much is under way.
    allowH2: false,
    connectTimeout: Math.min(options.timeoutMs, 5_000),
    // The abort signal below is the one clock of an exchange.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    async exchange(request, signal) {
      const limit = AbortSignal.timeout(options.timeoutMs);
      const stop = signal ? AbortSignal.any([signal, limit]) : limit;
      if (stop.aborted) throw new TransportFailure(false, true, stop.reason);
      try {
        const { statusCode, headers, body } = await pool.request({
          method: request.method,
          path: request.path,
          headers: request.headers,
          body: request.body ?? null,
          signal: stop,
        });
        return { status: statusCode, headers: flatten(headers), text: await readBounded(body, options.maxBodyBytes) };
      } catch (thrown) {
        throw new TransportFailure(!neverSent(thrown), stop.aborted, thrown);
      }
    },
    close: () => pool.close(),
  };
}

async function readBounded(body: AsyncIterable<Buffer>, maxBytes: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early destroys the body and its connection.
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
