import { StreamingExtension } from 'jsforce/lib/api/streaming.js';
import type { SalesforceConnection } from './connection.ts';
import type { ChangeEvent } from './wire.ts';

/** Why the event stream ended or never began. */
export class StreamFailure extends Error {
  /** `token`: sign in again; `position`: the stored position is too old; `lost`: try again; `refused`: Salesforce says no. */
  readonly kind: 'token' | 'position' | 'lost' | 'refused';

  constructor(kind: StreamFailure['kind'], message: string) {
    super(message);
    this.name = 'StreamFailure';
    this.kind = kind;
  }
}

export interface Stream {
  /** Resolves when subscribed; rejects with StreamFailure. */
  readonly live: Promise<void>;
  /** Resolves with the failure that ended a live stream. */
  readonly ended: Promise<StreamFailure>;
  close(): void;
}

/** A CometD message as extensions see it. */
interface Message {
  readonly channel?: string;
  readonly successful?: boolean;
  readonly error?: string;
  readonly ext?: { readonly sfdc?: { readonly failureReason?: string } };
}

/** What we need of the client that jsforce makes (faye 1.4); it has no types of its own. */
interface CometdClient {
  disable(feature: string): void;
  addExtension(extension: { incoming(message: Message, pass: (message: Message) => void): void }): void;
  subscribe(channel: string, onEvent: (event: ChangeEvent) => void): unknown;
  disconnect(): unknown;
  on(event: 'transport:down', listener: () => void): void;
  readonly _advice: { reconnect: string };
  readonly _dispatcher: {
    readonly _envelopes: Map<string, { timer?: NodeJS.Timeout; request?: Promise<{ abort?(): void } | undefined> }>;
  };
}

/** New events only. */
export const FROM_NOW = -1;

/**
 * One subscription to a channel of change events. It never heals by itself: whatever goes wrong ends it, once, with a
 * reason, and `watch.ts` opens the next one where the last was left. (faye's own recovery would hide lost time from us, and
 * jsforce's Replay extension keeps one position per client: with several channels the last one overwrites the others.)
 */
export function openStream(
  connection: SalesforceConnection,
  channel: string,
  replayFrom: number,
  onEvent: (event: ChangeEvent) => void,
): Stream {
  const live = Promise.withResolvers<undefined>();
  const ended = Promise.withResolvers<StreamFailure>();
  let isClosed = false;
  const fail = (failure: StreamFailure): void => {
    live.reject(failure);
    ended.resolve(failure);
  };
  const client = connection.jsforce.streaming.createClient([
    new StreamingExtension.Replay(channel, replayFrom),
    new StreamingExtension.AuthFailure((message: Message) => fail(failureOf(message))),
  ]) as unknown as CometdClient;
  client.disable('websocket');
  client.addExtension({
    incoming: (message, pass) => {
      if (isClosed) return;
      const isReply = message.successful !== undefined || message.channel === undefined;
      if (isReply && message.successful !== true) return fail(failureOf(message));
      if (message.channel === '/meta/subscribe') live.resolve(undefined);
      pass(message);
    },
  });
  client.on('transport:down', () => fail(new StreamFailure('lost', 'The connection to the event stream was lost.')));
  client.subscribe(channel, (event) => {
    if (!isClosed) onEvent(event);
  });
  // Whoever only waits for the end must not get an unhandled rejection from the beginning.
  live.promise.catch(() => undefined);
  return {
    live: live.promise,
    ended: ended.promise,
    close: () => {
      if (isClosed) return;
      isClosed = true;
      closeClient(client);
    },
  };
}

/** How long the goodbye may take before it is cut off. */
const GOODBYE_MS = 2_000;

/**
 * faye keeps a timer of more than two minutes for the poll that is under way, and starts again after some failures. Both
 * would outlive us: the polls are aborted, and the advice "none" keeps it from connecting again.
 */
function closeClient(client: CometdClient): void {
  const { _envelopes: envelopes } = client._dispatcher;
  const drop = (): void => {
    for (const { timer, request } of envelopes.values()) {
      clearTimeout(timer);
      void request?.then((sent) => sent?.abort?.());
    }
    envelopes.clear();
  };
  drop();
  client._advice.reconnect = 'none';
  // Tells Salesforce, if we are connected; nobody waits for the answer.
  client.disconnect();
  for (const { timer } of envelopes.values()) timer?.unref();
  setTimeout(drop, GOODBYE_MS).unref();
}

/** Streaming API Developer Guide, "Streaming API Error Codes": `code:args:message`. */
function failureOf({ error = '', ext }: Message): StreamFailure {
  const reason = ext?.sfdc?.failureReason ?? error;
  const text = reason === '' ? 'The event stream answered with an error.' : `The event stream answered: ${reason}`;
  if (reason.startsWith('401')) return new StreamFailure('token', text);
  if (/^400::?.*replay/i.test(reason)) return new StreamFailure('position', text);
  if (/^402|^403::Unknown client|^5/i.test(reason) || reason === '') return new StreamFailure('lost', text);
  return new StreamFailure('refused', text);
}
