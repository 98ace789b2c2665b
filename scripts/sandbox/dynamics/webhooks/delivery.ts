import { setTimeout as wait } from 'node:timers/promises';
import type { WebhookMessage } from './message.ts';

/** A failed asynchronous operation as the System Jobs view shows it. */
export interface SystemJob {
  readonly step: string;
  readonly primaryId: string;
  /** 31: failed (asyncoperation.statuscode). */
  readonly statuscode: 31;
  readonly message: string;
  readonly failedAt: string;
}

export interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 60_000;
const RETRY_AFTER_MS = 250;
const RETRIED = [502, 503, 504];

/**
 * Sends one message as Dataverse does: 2xx within 60 s is success; one retry, only after 502, 503 and 504; nothing else is looked at.
 * Only loopback addresses are called.
 * @returns why it failed, or `null`.
 */
export async function deliver(message: WebhookMessage, target: Target, signal: AbortSignal): Promise<string | null> {
  const reason = refuseForeign(target.url);
  if (reason !== null) return reason;
  const first = await post(message, target, signal);
  if (!RETRIED.includes(first.status)) return first.failure;
  await wait(RETRY_AFTER_MS, undefined, { signal }).catch(() => undefined);
  return (await post(message, target, signal)).failure;
}

function refuseForeign(url: string): string | null {
  if (!URL.canParse(url)) return `The service endpoint has no valid URL: ${url}`;
  const { hostname } = new URL(url);
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return null;
  return `The sandbox calls this machine only, not ${hostname}. Set the service endpoint's url to the connector's address.`;
}

async function post(
  message: WebhookMessage,
  target: Target,
  signal: AbortSignal,
): Promise<{ status: number; failure: string | null }> {
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: { ...message.headers, ...target.headers },
      body: message.body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.arrayBuffer();
    return {
      status: response.status,
      failure: response.ok
        ? null
        : `The webhook call failed because the http request returned an error: ${response.status}`,
    };
  } catch (error) {
    return { status: 0, failure: `The webhook call failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}
