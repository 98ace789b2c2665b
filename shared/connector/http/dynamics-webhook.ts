import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { asCosellError } from '../../core/index.ts';
import type { ChangeHint } from '../../crm/port.ts';
import type { Intake } from '../intake/intake.ts';
import type { Log } from '../operations/log.ts';
import type { Metrics } from '../operations/metrics.ts';

/** Dataverse leaves parts of messages above 256 KB out (learn.microsoft.com/…/use-webhooks): nothing larger is genuine. */
const LARGEST_BODY = 512 * 1_024;
const KEY_HEADER = 'x-cosell-webhook-key';

/** One Dataverse environment that may post to us. */
export interface DynamicsWebhook {
  readonly crmName: string;
  readonly key: string;
  /** @throws CosellError `value-invalid` when the body is no execution context */
  readonly hints: (body: unknown) => readonly ChangeHint[];
}

/**
 * `POST /webhooks/dynamics`. 200 once the change is stored durably; 401 without a right key; 400, 413 or 415 for a body
 * that is none; 503 when it cannot be stored, upon which Dataverse tries again.
 */
export function registerDynamicsWebhook(
  app: FastifyInstance,
  webhooks: readonly DynamicsWebhook[],
  intake: Intake,
  metrics: Metrics,
  log: Log,
): void {
  app.post('/webhooks/dynamics', {
    bodyLimit: LARGEST_BODY,
    onResponse: (_request, { statusCode }, done) => {
      metrics.webhook('dynamics', statusCode, statusCode === 200 ? 'taken' : 'refused');
      done();
    },
    // Before the body is read: who has no key does not get to make us parse anything.
    onRequest: async (request, reply) => {
      if (webhookOf(webhooks, request.headers[KEY_HEADER])) return;
      log.warn({ route: '/webhooks/dynamics' }, 'Refused a webhook call without the right key');
      await reply.code(401).send({ error: 'not-permitted', message: `The header ${KEY_HEADER} is missing or wrong.` });
    },
    handler: async (request, reply) => {
      const webhook = webhookOf(webhooks, request.headers[KEY_HEADER]);
      if (!webhook) return reply.code(401).send();
      let hints: readonly ChangeHint[];
      try {
        hints = webhook.hints(request.body);
      } catch (thrown) {
        const { code, message, cure } = asCosellError(thrown);
        log.warn({ crm: webhook.crmName, code }, 'Refused a webhook call that cannot be read');
        return reply.code(400).send({ error: code, message, cure });
      }
      try {
        await intake(webhook.crmName, hints, true);
      } catch (thrown) {
        log.error({ crm: webhook.crmName, reason: String(thrown) }, 'A webhook call could not be stored');
        return reply.code(503).header('retry-after', '5').send({ error: 'unavailable', message: 'Try again.' });
      }
      return reply.code(200).send({ accepted: hints.length });
    },
  });
}

/** The environment whose key it is; takes the same time whichever key is wrong, and wherever it is wrong. */
function webhookOf(
  webhooks: readonly DynamicsWebhook[],
  given: string | readonly string[] | undefined,
): DynamicsWebhook | null {
  const digest = hash(typeof given === 'string' ? given : '');
  let found: DynamicsWebhook | null = null;
  for (const webhook of webhooks) {
    if (timingSafeEqual(digest, hash(webhook.key))) found = webhook;
  }
  return typeof given === 'string' && given !== '' ? found : null;
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
