import type { BayeuxMessage, Engine, EngineServer } from 'faye';
import { channelsOf } from './channels.ts';
import type { EventLog, StoredEvent } from './event-log.ts';

/** How long replayed events wait, so that the answer to the subscription reaches the client before them. */
const SETTLE_MS = 25;

interface Client {
  readonly channels: Set<string>;
  queue: BayeuxMessage[];
  /** Set while a new subscription is being answered. */
  settling: NodeJS.Timeout | null;
  expiry: NodeJS.Timeout | null;
}

/** faye's engine for change events: each client has its own queue, and a subscription starts where its replay id says. */
export interface ChangeEventEngine extends Engine {
  /** Where the next subscription of a client to a channel starts. */
  startAt(clientId: string, channel: string, replayId: number): void;
  /** Hands a new event to everyone who listens. */
  announce(stored: StoredEvent): void;
  /** Forgets all clients: they have to shake hands again. */
  forgetClients(): void;
}

export function createEngine(server: EngineServer, log: EventLog): ChangeEventEngine {
  const clients = new Map<string, Client>();
  const starts = new Map<string, number>();

  const flush = (clientId: string): void => {
    const client = clients.get(clientId);
    if (!client || client.settling || client.queue.length === 0 || !server.hasConnection(clientId)) return;
    if (server.deliver(clientId, client.queue)) client.queue = [];
  };

  const destroy = (clientId: string): void => {
    const client = clients.get(clientId);
    if (!client) return;
    if (client.settling) clearTimeout(client.settling);
    if (client.expiry) clearTimeout(client.expiry);
    clients.delete(clientId);
    server.trigger('close', clientId);
  };

  return {
    startAt(clientId, channel, replayId) {
      starts.set(`${clientId} ${channel}`, replayId);
    },
    createClient(callback, context) {
      const clientId = server.generateId();
      clients.set(clientId, { channels: new Set(), queue: [], settling: null, expiry: null });
      callback.call(context, clientId);
    },
    clientExists(clientId, callback, context) {
      callback.call(context, clients.has(clientId));
    },
    destroyClient(clientId, callback, context) {
      destroy(clientId);
      callback?.call(context);
    },
    ping(clientId) {
      const client = clients.get(clientId);
      if (!client) return;
      if (client.expiry) clearTimeout(client.expiry);
      client.expiry = setTimeout(() => destroy(clientId), 2000 * server.timeout).unref();
    },
    subscribe(clientId, channel, callback, context) {
      const client = clients.get(clientId);
      const key = `${clientId} ${channel}`;
      const missed = log.after(starts.get(key) ?? -1) ?? [];
      starts.delete(key);
      if (client) {
        client.channels.add(channel);
        client.queue.push(
          ...missed
            .filter(({ event }) => channelsOf(event.entityName).includes(channel))
            .map((s) => toMessage(s, channel)),
        );
        if (client.settling) clearTimeout(client.settling);
        client.settling = setTimeout(() => {
          client.settling = null;
          flush(clientId);
        }, SETTLE_MS);
      }
      callback?.call(context, client !== undefined);
    },
    unsubscribe(clientId, channel, callback, context) {
      clients.get(clientId)?.channels.delete(channel);
      callback?.call(context, true);
    },
    // Clients may not publish on change event channels; the platform's own events come by `announce`.
    publish: () => undefined,
    announce(stored) {
      for (const [clientId, client] of clients) {
        for (const channel of channelsOf(stored.event.entityName)) {
          if (client.channels.has(channel)) client.queue.push(toMessage(stored, channel));
        }
        flush(clientId);
      }
    },
    emptyQueue: flush,
    forgetClients() {
      for (const clientId of [...clients.keys()]) destroy(clientId);
    },
    disconnect() {
      for (const clientId of [...clients.keys()]) destroy(clientId);
    },
  };
}

function toMessage({ replayId, event }: StoredEvent, channel: string): BayeuxMessage {
  return { channel, data: { schema: event.schema, payload: event.payload, event: { replayId } } };
}
