import { setTimeout as wait } from 'node:timers/promises';
import { ExponentialBackoff } from 'cockatiel';
import { CosellError } from '../../core/errors/index.ts';
import type { ChangeHint, CrmLog, WatchHandlers, Watcher } from '../port.ts';
import type { SalesforceConnection } from './connection.ts';
import { translate } from './hints.ts';
import { Inbox } from './inbox.ts';
import { FROM_NOW, openStream, type Stream, StreamFailure } from './stream.ts';
import type { ChangeEvent } from './wire.ts';

export interface WatchSettings {
  readonly channel: string;
  readonly reconnect: { readonly firstMs: number; readonly longestMs: number };
  readonly owned: ReadonlySet<string>;
}

/** Events without hints (our own writes) move the stored position only now and then. */
const MOST_SILENT_EVENTS = 100;

/**
 * Watches one channel for good. The standard channel carries all our objects in one subscription: one position, one order,
 * one of the org's few CometD clients. The position is the replay id of the last event that was handed over; Salesforce
 * keeps events for 72 hours. After any break it goes on from there and reports a gap, because events may be lost all the same.
 */
export class ChangeWatcher implements Watcher {
  readonly ready: Promise<void>;
  readonly #connection: SalesforceConnection;
  readonly #settings: WatchSettings;
  readonly #handlers: WatchHandlers;
  readonly #log: CrmLog;
  readonly #stopping = new AbortController();
  readonly #firstTry = Promise.withResolvers<undefined>();
  readonly #running: Promise<void>;
  #position: string | null;
  /** What the current stream signed in with; a call may have renewed it meanwhile. */
  #token: string | null = null;
  #silent = 0;
  #gap: string | null = null;

  constructor(
    connection: SalesforceConnection,
    settings: WatchSettings,
    position: string | null,
    handlers: WatchHandlers,
    log: CrmLog,
  ) {
    this.#connection = connection;
    this.#settings = settings;
    this.#handlers = handlers;
    this.#log = log;
    this.#position = position;
    this.ready = this.#firstTry.promise;
    // A caller that does not wait for it must not be ended by its rejection.
    this.ready.catch(() => undefined);
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const { firstMs, longestMs } = this.#settings.reconnect;
    const fresh = () => new ExponentialBackoff({ initialDelay: firstMs, maxDelay: longestMs }).next();
    let backoff = fresh();
    let isRefused = false;
    while (!signal.aborted) {
      const failure = await this.#listen(isRefused, () => (backoff = fresh()));
      if (failure === null) break;
      this.#firstTry.reject(watchError(failure));
      this.#log.warn({ reason: failure.message }, 'The Salesforce event stream broke; the connector connects again.');
      this.#gap ??= failure.message;
      isRefused = failure instanceof StreamFailure && failure.kind === 'token';
      if (failure instanceof StreamFailure && failure.kind === 'position') this.#position = null;
      else await wait(backoff.duration, undefined, { signal }).catch(() => undefined);
      backoff = backoff.next(undefined);
    }
    this.#firstTry.reject(watchError(new Error('The watcher was stopped.')));
    if (this.#silent > 0) await this.#handOver([]).catch(() => undefined);
  }

  /** One subscription from its start to its end. `null`: stopped. */
  async #listen(isRefused: boolean, onLive: () => void): Promise<Error | null> {
    const inbox = new Inbox((events) => this.#handle(events));
    let stream: Stream | null = null;
    try {
      if (isRefused) await this.#connection.signIn.renew(this.#token);
      this.#token = await this.#connection.signIn.token();
      const from = this.#position === null ? FROM_NOW : Number(this.#position);
      stream = openStream(this.#connection, this.#settings.channel, from, (event) => inbox.add(event));
      const stopped = aborted(this.#stopping.signal);
      if ((await Promise.race([stream.live, stopped])) === STOPPED) return null;
      onLive();
      this.#firstTry.resolve(undefined);
      if (this.#gap !== null) this.#handlers.onGap(this.#gap);
      this.#gap = null;
      const end = await Promise.race([stream.ended, inbox.failed, stopped]);
      return end === STOPPED ? null : end;
    } catch (thrown) {
      return thrown instanceof Error ? thrown : new Error(String(thrown));
    } finally {
      stream?.close();
      await inbox.close();
    }
  }

  async #handle(events: readonly ChangeEvent[]): Promise<void> {
    const translations = events.map((event) => translate(event, this.#settings.owned));
    const hints = translations.flatMap((translation) => translation.hints);
    const position = String(events.at(-1)?.event.replayId);
    if (hints.length > 0 || this.#silent + events.length >= MOST_SILENT_EVENTS) {
      await this.#handOver(hints, position);
    } else {
      this.#silent += events.length;
    }
    this.#position = position;
    for (const gap of new Set(translations.map((translation) => translation.gap))) {
      if (gap !== null) this.#handlers.onGap(gap);
    }
  }

  async #handOver(hints: readonly ChangeHint[], position: string | null = this.#position): Promise<void> {
    await this.#handlers.onHints(hints, position);
    this.#silent = 0;
  }
}

const STOPPED = Symbol('stopped');

async function aborted(signal: AbortSignal): Promise<typeof STOPPED> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  return STOPPED;
}

function watchError(failure: Error): CosellError {
  if (failure instanceof CosellError) return failure;
  const refused = failure instanceof StreamFailure && failure.kind === 'refused';
  return new CosellError(refused ? 'crm-forbidden' : 'crm-unavailable', {
    message: failure.message,
    cure: refused
      ? 'Deploy the change events (platformEventChannelMembers) and give the integration user the permission set of the connector.'
      : 'Nothing to do: the connector connects again.',
    cause: failure,
  });
}
