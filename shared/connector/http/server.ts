import fastify, { type FastifyInstance } from 'fastify';
import type { WebhookAnswer, WebhookCall } from '../../partner-center/webhooks/index.ts';
import type { Intake } from '../intake/intake.ts';
import type { Log } from '../operations/log.ts';
import type { Metrics } from '../operations/metrics.ts';
import { registerDynamicsWebhook, type DynamicsWebhook } from './dynamics-webhook.ts';
import { statusOf, type Health } from './health.ts';
import { renderIndexPage, type IndexPage } from './index-page.ts';
import { registerPartnerCenterWebhook } from './partner-center-webhook.ts';

export interface HttpSettings {
  readonly page: IndexPage;
  readonly health: () => Promise<Health>;
  readonly metrics: Metrics;
  readonly webhooks: readonly DynamicsWebhook[];
  readonly intake: Intake;
  /** What Partner Center sends goes here. */
  readonly receive: (call: WebhookCall) => Promise<WebhookAnswer>;
  readonly log: Log;
}

/** What every answer carries: nothing of ours is to be framed, sniffed, cached or allowed to load anything. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** The connector's HTTP side, without listening yet. */
export function createHttp(settings: HttpSettings): FastifyInstance {
  const { page, health, metrics, webhooks, intake, receive, log } = settings;
  const app = fastify({ logger: false, forceCloseConnections: true, requestTimeout: 30_000, bodyLimit: 64 * 1_024 });
  // With a callback: a reply is a thenable that settles only when it has been sent, so awaiting it here would never end.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    reply.headers(HEADERS);
    done();
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'not-found', message: 'There is nothing at this address.' }),
  );
  app.setErrorHandler((thrown: { statusCode?: number; message?: string }, request, reply) => {
    const status = thrown.statusCode ?? 500;
    if (status >= 500) log.error({ path: request.url.split('?')[0], reason: thrown.message }, 'A request failed');
    const message = status >= 500 ? 'Something went wrong; the connector log says what.' : thrown.message;
    return reply.code(status).send({ error: status >= 500 ? 'internal' : 'value-invalid', message });
  });
  app.get('/', async (_request, reply) => reply.type('text/html').send(renderIndexPage(page, await health())));
  // Alive: the process answers. Ready: it can take in and store events, whoever is away outside.
  app.get('/healthz', () => ({ status: 'ok', version: page.version }));
  app.get('/readyz', async (_request, reply) => {
    const result = await health();
    const degraded = result.systems.filter(({ ok }) => !ok);
    return reply
      .code(result.ready ? 200 : 503)
      .send({ status: statusOf(result), checks: result.checks, systems: result.systems, degraded });
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.render()));
  registerDynamicsWebhook(app, webhooks, intake, metrics, log);
  registerPartnerCenterWebhook(app, receive, metrics, log);
  return app;
}
