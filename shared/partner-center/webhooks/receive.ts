import type { Readable } from 'node:stream';
import type { CertificateHosts } from './certificate-url.ts';
import { parseEvent, type WebhookEvent } from './event.ts';
import { assertFresh } from './freshness.ts';
import { readBody, type BodyLimits } from './read-body.ts';
import { REFUSAL_STATUS, Refused, type RefusalReason } from './refusal.ts';
import type { WebhookHeaders } from './signature-headers.ts';
import type { SigningKeys } from './signing-keys.ts';
import { checkHeaders, verifyBody } from './verify.ts';

/** A call as any HTTP server has it. */
export interface WebhookCall {
  readonly method: string;
  readonly headers: WebhookHeaders;
  readonly body: Readable;
}

/** `taken`: stored durably. `duplicate`: it had been. `test` and `other` are nothing to store. */
export type Receipt = 'taken' | 'duplicate' | 'test' | 'other';

export interface WebhookAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
  /** For the log and the counter, never for the caller. */
  readonly outcome: Receipt | RefusalReason;
}

export interface ReceiverOptions {
  readonly keys: SigningKeys;
  readonly hosts: CertificateHosts;
  /** How long after a change its event may still arrive. */
  readonly freshnessMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Stores an event durably before it resolves. */
  readonly accept: (event: Extract<WebhookEvent, { kind: 'referral' }>) => Promise<'taken' | 'duplicate'>;
  readonly limits?: BodyLimits;
}

/** A genuine event has some 300 bytes. */
const LIMITS: BodyLimits = { maxBytes: 16_384, timeoutMs: 5_000 };

const WORDS: Readonly<Record<number, { readonly error: string; readonly message: string }>> = {
  400: { error: 'value-invalid', message: 'This is not an event that can be taken in.' },
  401: { error: 'not-permitted', message: 'The signature of this event could not be verified.' },
  405: { error: 'value-invalid', message: 'Events are sent with POST.' },
  408: { error: 'value-invalid', message: 'The event took too long to arrive.' },
  413: { error: 'value-invalid', message: 'An event is not that large.' },
  415: { error: 'value-invalid', message: 'Events are application/json, not encoded.' },
  503: { error: 'unavailable', message: 'Try again.' },
};

/**
 * The receiver of Partner Center's webhook calls, without a web framework: verify, then parse, then store, then answer 200.
 * Rejects only for a fault of ours. The statuses are `REFUSAL_STATUS`; README.md has them as a table.
 */
export function createReceiver(options: ReceiverOptions): (call: WebhookCall) => Promise<WebhookAnswer> {
  const { keys, hosts, freshnessMs, now, accept, limits = LIMITS } = options;

  async function receive({ method, headers, body }: WebhookCall): Promise<Receipt> {
    if (method !== 'POST') throw new Refused('wrong-method');
    assertPlainJson(headers);
    const claim = checkHeaders(headers, hosts);
    if (Number(headers['content-length'] ?? 0) > limits.maxBytes) throw new Refused('body-too-large');
    const bytes = await readBody(body, limits);
    await verifyBody(claim, bytes, keys);
    const event = parseEvent(bytes);
    assertFresh(event, now(), freshnessMs);
    if (event.kind !== 'referral') return event.kind;
    return accept(event).catch((thrown: unknown) => {
      throw new Refused('not-stored', thrown);
    });
  }

  return async (call) => {
    try {
      return { status: 200, headers: {}, body: { received: true }, outcome: await receive(call) };
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown;
      return refusalAnswer(thrown.reason);
    }
  };
}

function assertPlainJson(headers: WebhookHeaders): void {
  const type = headers['content-type'];
  if (typeof type !== 'string' || !/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type)) {
    throw new Refused('wrong-content-type');
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new Refused('encoded-body');
}

function refusalAnswer(reason: RefusalReason): WebhookAnswer {
  const status = REFUSAL_STATUS[reason];
  const headers: Record<string, string> = {};
  if (status === 405) headers.allow = 'POST';
  if (status === 503) headers['retry-after'] = '5';
  return { status, headers, body: WORDS[status] ?? {}, outcome: reason };
}
