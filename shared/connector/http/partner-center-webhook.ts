import type { FastifyInstance } from 'fastify';
import type { WebhookAnswer, WebhookCall } from '../../partner-center/webhooks/index.ts';
import type { Log } from '../operations/log.ts';
import type { Metrics } from '../operations/metrics.ts';

const ROUTE = '/webhooks/partner-center';
/** Who was refused before the body was read may go on sending for this long, so that the answer reaches them. */
const LINGER_MS = 1_000;
const NO_REFUSAL: readonly string[] = ['taken', 'duplicate', 'test', 'other'];

/** `/webhooks/partner-center`. What is answered and why stands in shared/partner-center/webhooks/README.md. */
export function registerPartnerCenterWebhook(
  app: FastifyInstance,
  receive: (call: WebhookCall) => Promise<WebhookAnswer>,
  metrics: Metrics,
  log: Log,
): void {
  void app.register((scope, _options, done) => {
    // The signature is over the bytes as they came, so nothing may read them before.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    scope.route({
      url: ROUTE,
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      exposeHeadRoute: false,
      handler: async ({ method, headers, raw }, reply) => {
        const answer = await receive({ method, headers, body: raw });
        const { status, outcome } = answer;
        metrics.webhook('partner-center', status, outcome);
        if (!NO_REFUSAL.includes(outcome))
          log.warn({ route: ROUTE, status, reason: outcome }, 'Refused a webhook call');
        else log.debug({ route: ROUTE, status, outcome }, 'Took in a webhook call');
        reply.raw.once('finish', () => {
          if (!raw.complete) setTimeout(() => raw.destroy(), LINGER_MS).unref();
          raw.resume();
        });
        return reply.code(status).headers(answer.headers).send(answer.body);
      },
    });
    done();
  });
}
