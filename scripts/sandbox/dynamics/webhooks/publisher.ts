import { z } from 'zod';
import type { ChangeEvent, Environment } from '../environment.ts';
import type { Row } from '../store/values.ts';
import { textOf } from '../store/values.ts';
import { type SystemJob, type Target, deliver } from './delivery.ts';
import { type WebhookMessage, webhookMessage } from './message.ts';
import { type Step, readAuthHeaders } from './steps.ts';

/** How messages leave: as they should, not at all, each twice, or held back and sent in another order. */
export const webhookModeSchema = z.strictObject({ mode: z.enum(['normal', 'drop', 'duplicate', 'shuffle']) });
export type WebhookMode = z.infer<typeof webhookModeSchema>['mode'];

export interface Publisher {
  publish(environment: Environment, events: readonly ChangeEvent[]): void;
  setMode(mode: WebhookMode): void;
  readonly jobs: readonly SystemJob[];
  reset(): void;
  /** Gives up what is under way. */
  close(): void;
}

/** In shuffle mode so many messages are held back before they go out in reverse. */
const SHUFFLE_WINDOW_MS = 50;

export function createPublisher(steps: readonly Step[]): Publisher {
  let mode: WebhookMode = 'normal';
  let jobs: SystemJob[] = [];
  let held: (() => void)[] = [];
  let stop = new AbortController();

  const send = (message: WebhookMessage, endpoint: Row | undefined): void => {
    const { signal } = stop;
    void deliver(message, targetOf(endpoint), signal).then((failure) => {
      if (failure === null || signal.aborted) return;
      jobs.push({
        step: message.step.name,
        primaryId: message.primaryId,
        statuscode: 31,
        message: failure,
        failedAt: new Date().toISOString(),
      });
    });
  };
  const release = (): void => {
    const waiting = held.reverse();
    held = [];
    for (const go of waiting) go();
  };
  const dispatch = (go: () => void): void => {
    if (mode === 'drop') return;
    if (mode === 'shuffle') {
      if (held.length === 0) setTimeout(release, SHUFFLE_WINDOW_MS).unref();
      held.push(go);
      return;
    }
    setImmediate(go);
    if (mode === 'duplicate') setImmediate(go);
  };

  return {
    publish(environment, events) {
      for (const event of events) {
        const table = environment.schema.tables.get(event.change.table);
        if (!table) continue;
        for (const step of steps.filter((candidate) => concerns(candidate, event))) {
          const message = webhookMessage(environment, step, event, table);
          dispatch(() => send(message, environment.store.get('serviceendpoint', step.endpointId)));
        }
      }
    },
    setMode(next) {
      mode = next;
      if (next !== 'shuffle') release();
    },
    get jobs() {
      return jobs;
    },
    reset() {
      mode = 'normal';
      jobs = [];
      held = [];
      stop.abort();
      stop = new AbortController();
    },
    close: () => stop.abort(),
  };
}

/** Filtering attributes count on Update only; a column counts when the request names it, changed or not. */
function concerns(step: Step, { change }: ChangeEvent): boolean {
  if (step.table !== change.table || step.message !== change.message) return false;
  if (change.message !== 'Update' || step.filteringAttributes.length === 0) return true;
  return step.filteringAttributes.some((name) => name in change.target);
}

/** Values of AuthType; the third, 6, puts the settings into the query. */
const WEBHOOK_KEY = 4;
const HTTP_HEADER = 5;

function targetOf(endpoint: Row | undefined): Target {
  if (!endpoint) return { url: '', headers: {} };
  const url = textOf(endpoint, 'url');
  const auth = textOf(endpoint, 'authvalue');
  const { authtype } = endpoint.values;
  if (authtype === WEBHOOK_KEY) return { url: withQuery(url, { code: auth }), headers: {} };
  const settings = auth === '' ? {} : readAuthHeaders(auth);
  return authtype === HTTP_HEADER ? { url, headers: settings } : { url: withQuery(url, settings), headers: {} };
}

function withQuery(url: string, parameters: Readonly<Record<string, string>>): string {
  if (!URL.canParse(url)) return url;
  const target = new URL(url);
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  return target.href;
}
