import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { BayeuxMessage, Extension } from 'faye';
import type { OrgUser } from '../org.ts';
import type { Schema } from '../schema/types.ts';
import { isKnownChannel } from './channels.ts';
import { type ChangeEventEngine, createEngine } from './engine.ts';
import type { EventLog } from './event-log.ts';

// faye is CommonJS that does not announce its names to ES modules.
const faye = createRequire(import.meta.url)('faye') as typeof import('faye');

/** Salesforce holds a long poll for 110 seconds. */
const POLL_SECONDS = 110;

export interface CometdOptions {
  readonly schema: Schema;
  readonly log: EventLog;
  /** Who a request's bearer token belongs to; `null` when it is missing, unknown or expired. */
  readonly userOf: (request: IncomingMessage) => OrgUser | null;
}

/** The CometD endpoint for Change Data Capture. */
export interface Cometd {
  /** Answers one HTTP request whose body has not been read yet. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  readonly engine: ChangeEventEngine;
  /** Cuts all connections, forgets the clients and refuses new ones until `letIn`. */
  cutOff(): void;
  letIn(): void;
  close(): void;
}

const INVALID_REPLAY =
  '400::The replayId {1} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.';
const NO_SUCH_CHANNEL = '403:denied_by_security_policy:create_denied';

/** https://developer.salesforce.com/docs/atlas.en-us.api_streaming.meta/api_streaming/streaming_handling_errors.htm */
export function createCometd({ schema, log, userOf }: CometdOptions): Cometd {
  let engine: ChangeEventEngine | undefined;
  let refusing = false;
  const open = new Set<ServerResponse>();

  const checkSubscription = (message: BayeuxMessage, user: OrgUser): void => {
    const replay = message.ext?.replay as Record<string, unknown> | undefined;
    for (const channel of [message.subscription ?? []].flat()) {
      const replayId = Number(replay?.[channel] ?? -1);
      if (!isKnownChannel(schema, channel) || !maySubscribe(schema, user)) message.error = NO_SUCH_CHANNEL;
      else if (log.after(replayId) === null) message.error = INVALID_REPLAY;
      else engine?.startAt(message.clientId ?? '', channel, replayId);
    }
  };

  const extension: Extension = {
    incoming(message, request, callback) {
      const user = request && userOf(request);
      if (!user) message.error = '401::Authentication invalid';
      else if (message.channel === '/meta/subscribe') checkSubscription(message, user);
      else if (!message.channel.startsWith('/meta/')) message.error = NO_SUCH_CHANNEL;
      callback(message);
    },
    outgoing(message, _request, callback) {
      callback(inSalesforceWords(message));
    },
  };

  const adapter = new faye.NodeAdapter({
    mount: '/cometd',
    timeout: POLL_SECONDS,
    engine: { type: { create: (server) => (engine = createEngine(server, log)) } },
    extensions: [extension],
  });

  return {
    handle(request, response) {
      if (refusing) {
        request.socket.destroy();
        return;
      }
      open.add(response);
      response.once('close', () => open.delete(response));
      adapter.handle(request, response);
    },
    get engine() {
      if (!engine) throw new Error('faye made no engine.');
      return engine;
    },
    letIn() {
      refusing = false;
    },
    cutOff() {
      refusing = true;
      for (const response of open) response.socket?.destroy();
      engine?.forgetClients();
    },
    close() {
      adapter.close();
    },
  };
}

/** CometD subscribers need "View All" on what they hear of. */
function maySubscribe(schema: Schema, user: OrgUser): boolean {
  const opportunity = schema.objects.get('opportunity');
  return opportunity !== undefined && user.permissions.object(opportunity).viewAll;
}

/** faye's own errors and advice, the way Salesforce puts them. */
function inSalesforceWords(message: BayeuxMessage): BayeuxMessage {
  const { channel, error } = message;
  if (channel === '/meta/handshake') {
    const replay = { replay: true, 'payload.format': true };
    if (error === undefined) return { ...message, ext: replay };
    return {
      ...message,
      error: '403::Handshake denied',
      ext: { sfdc: { failureReason: error }, ...replay },
      advice: { reconnect: 'none' },
    };
  }
  if (error?.startsWith('401::') === true) return { ...message, advice: { reconnect: 'none', interval: 0 } };
  if (error?.startsWith('401:') === true) {
    return { ...message, error: '403::Unknown client', advice: { reconnect: 'handshake', interval: 0 } };
  }
  return message;
}
