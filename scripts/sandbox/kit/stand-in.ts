import { setTimeout as wait } from 'node:timers/promises';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { addControls } from './controls.ts';
import { type Fault, createFaults } from './faults.ts';
import { addStylesheet } from './pages.ts';
import { type RequestLog, type RequestLogEntry, createRequestLog } from './request-log.ts';
import { type Tokens, createTokens } from './tokens.ts';

export interface StandInOptions {
  /** The outside system's name, for messages. */
  readonly name: string;
  /** Back to the sample data. */
  readonly reset: () => void | Promise<void>;
  /** Where a request carries its token, as an `Authorization` header. Default: in that header; pages of a stand-in use a cookie. */
  readonly authorizationOf?: (request: FastifyRequest) => string | undefined;
  /** Milliseconds since 1970, for token lifetimes. Default: the system clock. */
  readonly now?: () => number;
  /** Largest request body in bytes. Default 16 MiB. */
  readonly bodyLimit?: number;
}

export interface StandIn {
  /** Add routes before `listen`. JSON and form bodies arrive parsed, every other body as a Buffer. */
  readonly app: FastifyInstance;
  readonly tokens: Tokens;
  readonly log: RequestLog;
  /** Listens on loopback only. @param port 0 takes a free one. */
  listen(port: number): Promise<{ url: string; port: number }>;
  /** Ends at once: open and kept-alive connections are cut. */
  close(): Promise<void>;
}

const DEFAULT_BODY_LIMIT = 16 * 1024 * 1024;

/**
 * The common part of the three stand-ins: request log, faults, tokens, `/_sandbox/` controls and the pages' stylesheet.
 * Nothing happens until `listen`.
 */
export function createStandIn({
  name,
  reset,
  authorizationOf = (request) => request.headers.authorization,
  now = Date.now,
  bodyLimit = DEFAULT_BODY_LIMIT,
}: StandInOptions): StandIn {
  const app = fastify({ bodyLimit, forceCloseConnections: true, routerOptions: { maxParamLength: 8192 } });
  const tokens = createTokens(now);
  const log = createRequestLog();
  const faults = createFaults();
  const state = new WeakMap<FastifyRequest, { entry: RequestLogEntry; fault: Fault | null }>();

  app.addHook('onRequest', async (request, reply) => {
    const { method, url } = request.raw;
    if (method === undefined || url === undefined || url.startsWith('/_sandbox/')) return;
    const owner = tokens.clientOf(authorizationOf(request));
    const fault = faults.take(method, url);
    const entry: RequestLogEntry = {
      time: new Date().toISOString(),
      method,
      path: url,
      status: null,
      clientId: owner === null || owner === 'expired' ? null : owner.clientId,
      ...(fault && { fault: effectOf(fault) }),
    };
    log.add(entry);
    state.set(request, { entry, fault });
    reply.raw.once('close', () => (entry.status ??= reply.raw.statusCode));
    if (fault?.delayMs !== undefined) await wait(fault.delayMs);
    if (fault?.respond) await respond(reply, fault.respond);
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    const hit = state.get(request);
    if (hit) hit.entry.status = reply.statusCode;
    if (hit?.fault?.drop) request.raw.socket.destroy();
    done(null, payload);
  });

  acceptBodies(app);
  addControls(app, { log, faults, tokens, reset });
  addStylesheet(app);

  return {
    app,
    tokens,
    log,
    async listen(port) {
      await app.listen({ host: '127.0.0.1', port });
      const address = app.server.address();
      if (address === null || typeof address === 'string') throw new Error(`${name} listens on no TCP port.`);
      return { url: `http://localhost:${address.port}`, port: address.port };
    },
    close: () => app.close(),
  };
}

function effectOf(fault: Fault): 'respond' | 'delay' | 'drop' {
  if (fault.drop) return 'drop';
  return fault.respond ? 'respond' : 'delay';
}

/** Text goes out as it is, everything else as JSON. */
async function respond(reply: FastifyReply, { status, headers, body }: NonNullable<Fault['respond']>): Promise<void> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (typeof body !== 'string' && body !== undefined) reply.type('application/json; charset=utf-8');
  await reply.code(status).headers(headers).send(text);
}

/** JSON with an empty body is "no body" here, as on the real services; unknown types stay available as raw bytes. */
function acceptBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parseJson(request, body as string, done);
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  void app.register(formbody);
}
