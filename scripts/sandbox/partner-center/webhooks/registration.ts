import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Tokens } from '../../kit/index.ts';
import { callerOf } from '../caller.ts';
import { WEBHOOK_EVENTS } from '../enums.ts';
import { sendServiceError } from '../protocol.ts';
import { ServiceError, badRequest } from '../service-error.ts';
import type { ValidationEvents } from './validation.ts';

/** What is registered; one per tenant. */
export interface Registration {
  readonly SubscriberId: string;
  readonly WebhookUrl: string;
  readonly WebhookEvents: readonly string[];
  /** Whether the signature travels in `x-ms-signature` instead of `Authorization`. */
  readonly signatureTokenToMsSignatureHeader: boolean;
}

export interface Registrations {
  current(): Registration | null;
}

const requestSchema = z.strictObject({
  WebhookUrl: z.url({ protocol: /^https?$/ }),
  WebhookEvents: z.array(z.enum(WEBHOOK_EVENTS)).min(1),
  signatureTokenToMsSignatureHeader: z.boolean().default(false),
});

const BASE = '/webhooks/v1/registration';

/** The webhook management API (learn.microsoft.com/partner-center/developer/partner-center-webhooks; webhooks §1). */
export function addRegistration(app: FastifyInstance, tokens: Tokens, validation: ValidationEvents): Registrations {
  let current: Registration | null = null;

  void app.register((api, _options, done) => {
    api.setErrorHandler(sendServiceError);
    api.addHook('onRequest', (request, reply, next) => {
      reply.header('ms-correlationid', correlationOf(request.headers['ms-correlationid']));
      reply.header('ms-requestid', randomUUID());
      callerOf(tokens.clientOf(request.headers.authorization));
      next();
    });
    api.get(`${BASE}/events`, () => WEBHOOK_EVENTS);
    api.get(BASE, () => answer(required(current)));
    api.post(BASE, (request) => {
      const wanted = readRequest(request.body);
      if (current) throw conflict(current);
      current = { SubscriberId: randomUUID(), ...wanted };
      return answer(current);
    });
    api.put(BASE, (request) => {
      current = { ...required(current), ...readRequest(request.body) };
      return answer(current);
    });
    api.post(`${BASE}/validationEvents`, () => ({ correlationId: validation.start(required(current)) }));
    api.get<{ Params: { correlationId: string } }>(`${BASE}/validationEvents/:correlationId`, ({ params }) =>
      validation.find(params.correlationId),
    );
    done();
  });

  // A reset leaves it alone: it is made once, when the sandbox starts, and nobody would make it again.
  return { current: () => current };
}

const correlationOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' ? given : randomUUID();

/** The published answer does not repeat the signature setting (samples/webhook-registration-response.json). */
function answer({ SubscriberId, WebhookUrl, WebhookEvents }: Registration) {
  return { SubscriberId, WebhookUrl, WebhookEvents };
}

function readRequest(body: unknown): Omit<Registration, 'SubscriberId'> {
  const parsed = requestSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badRequest(issue?.path.join('/') ?? 'registration', 'invalidProperty', z.prettifyError(parsed.error));
}

function required(registration: Registration | null): Registration {
  if (registration) return registration;
  throw new ServiceError({
    status: 404,
    code: 'itemNotFound',
    target: 'registration',
    innerCode: 'registrationNotFound',
    message: 'No webhook is registered.',
  });
}

function conflict({ WebhookUrl }: Registration): ServiceError {
  return new ServiceError({
    status: 409,
    code: 'invalidRequest',
    target: 'registration',
    innerCode: 'registrationExists',
    message: `A webhook is registered already (${WebhookUrl}); replace it with PUT.`,
  });
}
