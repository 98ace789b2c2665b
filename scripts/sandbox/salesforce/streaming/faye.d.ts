/** What we use of faye, which ships no types: its server with an engine of our own. https://faye.jcoglan.com/node/engines.html */
declare module 'faye' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';

  export interface BayeuxMessage {
    channel: string;
    clientId?: string;
    subscription?: string | string[];
    successful?: boolean;
    error?: string;
    ext?: Record<string, unknown>;
    advice?: Record<string, unknown>;
    data?: unknown;
  }

  export interface Extension {
    incoming?(
      message: BayeuxMessage,
      request: IncomingMessage | null,
      callback: (message: BayeuxMessage) => void,
    ): void;
    outgoing?(
      message: BayeuxMessage,
      request: IncomingMessage | null,
      callback: (message: BayeuxMessage) => void,
    ): void;
  }

  /** What an engine is given to talk to the clients with. */
  export interface EngineServer {
    readonly timeout: number;
    generateId(): string;
    hasConnection(clientId: string): boolean;
    deliver(clientId: string, messages: readonly BayeuxMessage[]): boolean;
    trigger(event: string, ...values: unknown[]): void;
  }

  export interface Engine {
    createClient(callback: (clientId: string) => void, context?: unknown): void;
    clientExists(clientId: string, callback: (exists: boolean) => void, context?: unknown): void;
    destroyClient(clientId: string, callback?: () => void, context?: unknown): void;
    ping(clientId: string): void;
    subscribe(clientId: string, channel: string, callback?: (success: boolean) => void, context?: unknown): void;
    unsubscribe(clientId: string, channel: string, callback?: (success: boolean) => void, context?: unknown): void;
    publish(message: BayeuxMessage, channels: readonly string[]): void;
    emptyQueue(clientId: string): void;
    disconnect(): void;
  }

  export class NodeAdapter {
    constructor(options: {
      mount: string;
      timeout: number;
      engine: { type: { create(server: EngineServer): Engine } };
      extensions: readonly Extension[];
    });
    handle(request: IncomingMessage, response: ServerResponse): void;
    attach(server: Server): void;
    close(): void;
  }

  export class Client {
    constructor(endpoint: string, options?: object);
  }
  export class Subscription {
    cancel(): void;
  }
}
