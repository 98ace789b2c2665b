import { setTimeout as wait } from 'node:timers/promises';
import { bulkhead } from 'cockatiel';
import { signedHeaders } from '../../../../shared/partner-center/webhooks/testkit/sign.ts';
import type { SigningMaterial } from './signing-material.ts';

/** The body of a call (samples/webhook-*.json). */
export interface WebhookBody {
  readonly EventName: string;
  readonly ResourceUri: string;
  readonly ResourceName: string;
  readonly AuditUri: null;
  readonly ResourceChangeUtcDate: string;
}

export interface Target {
  readonly url: string;
  readonly inOwnHeader: boolean;
}

export interface Attempt {
  readonly time: string;
  /** `null` when there was no answer. */
  readonly status: number | null;
}

/** One event on its way, as `GET /_sandbox/deliveries` shows it. */
export interface Delivery {
  readonly event: WebhookBody;
  readonly url: string;
  readonly attempts: readonly Attempt[];
  /** `given-up`: ten attempts were in vain; the event is never sent again by itself. */
  readonly state: 'waiting' | 'delivered' | 'given-up';
}

export interface DeliveryOptions {
  readonly material: () => Promise<SigningMaterial>;
  readonly certificateUrl: () => string;
  /** Pause before the second attempt; it doubles up to twenty times this. */
  readonly backoffMs: number;
}

export interface Deliveries {
  /** Sends in the background. */
  send(event: WebhookBody, target: Target): void;
  /** Sends, and resolves when it was delivered or given up. */
  sendAndWait(event: WebhookBody, target: Target): Promise<Delivery>;
  /** Oldest first. */
  entries(): readonly Delivery[];
  /** Stops what is under way and forgets everything. */
  reset(): void;
}

/** partner-center-webhooks.md §5: ten attempts; interval and timeout are not documented. */
export const MOST_ATTEMPTS = 10;
const TIMEOUT_MS = 10_000;
const CONCURRENT = 16;
const MOST_ENTRIES = 20_000;

/** Delivers events signed, at least once and in no certain order. Only addresses on this machine are called. */
export function createDeliveries({ material, certificateUrl, backoffMs }: DeliveryOptions): Deliveries {
  const slots = bulkhead(CONCURRENT, Number.POSITIVE_INFINITY);
  let entries: Entry[] = [];
  let running = new AbortController();

  async function attempt({ event }: Entry, { url, inOwnHeader }: Target, signal: AbortSignal): Promise<Attempt> {
    const body = Buffer.from(JSON.stringify(event));
    const { privateKey } = await material();
    const headers = await signedHeaders(body, { privateKey, certificateUrl: certificateUrl(), inOwnHeader });
    const stop = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const status = isHere(url)
      ? await fetch(url, { method: 'POST', headers, body, signal: stop, redirect: 'manual' }).then(
          async (response) => {
            await response.arrayBuffer();
            return response.status;
          },
          () => null,
        )
      : null;
    return { time: new Date().toISOString(), status };
  }

  async function deliver(entry: Entry, target: Target, { signal }: AbortController): Promise<Delivery> {
    for (let tried = 0; tried < MOST_ATTEMPTS && !signal.aborted; tried += 1) {
      if (tried > 0)
        await wait(backoffMs * Math.min(20, 2 ** (tried - 1)), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) break;
      const made = await slots.execute(() => attempt(entry, target, signal));
      entry.attempts.push(made);
      if (made.status !== null && made.status >= 200 && made.status < 300) {
        entry.state = 'delivered';
        return entry;
      }
    }
    entry.state = 'given-up';
    return entry;
  }

  function sendAndWait(event: WebhookBody, target: Target): Promise<Delivery> {
    const entry: Entry = { event, url: target.url, attempts: [], state: 'waiting' };
    entries.push(entry);
    if (entries.length > MOST_ENTRIES) entries = entries.slice(-MOST_ENTRIES / 2);
    return deliver(entry, target, running);
  }

  return {
    send: (event, target) => void sendAndWait(event, target),
    sendAndWait,
    entries: () => entries,
    reset() {
      running.abort();
      running = new AbortController();
      entries = [];
    },
  };
}

interface Entry extends Delivery {
  readonly attempts: Attempt[];
  state: Delivery['state'];
}

const isHere = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
