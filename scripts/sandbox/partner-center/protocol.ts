import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ServiceErrorCode, ServiceError, badRequest } from './service-error.ts';

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * `client-request-id` is documented as a required GUID, but Microsoft's own connector sends none (its swagger has
 * MS-CorrelationId instead; referrals §3), so a missing one cannot be refused by the real service. A malformed one is.
 */
export function assertRequestId(request: FastifyRequest): void {
  const id = request.headers['client-request-id'];
  if (id !== undefined && !GUID.test(String(id))) {
    throw badRequest('client-request-id', 'invalidHeader', 'client-request-id must be a GUID.');
  }
}

/** @throws ServiceError 406 when the caller wants anything but JSON. */
export function assertAcceptable(request: FastifyRequest): void {
  const accept = request.headers.accept;
  if (accept === undefined || /application\/(\*|json)|\*\/\*/i.test(accept)) return;
  throw new ServiceError({
    status: 406,
    code: 'invalidRequest',
    target: 'Accept',
    innerCode: 'notAcceptable',
    message: 'Answers are application/json.',
  });
}

/** @throws ServiceError 415 when a body is announced as anything but JSON. */
export function assertJson(request: FastifyRequest): void {
  if (!['POST', 'PUT', 'PATCH'].includes(request.method)) return;
  if (/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return;
  throw new ServiceError({
    status: 415,
    code: 'invalidRequest',
    target: 'Content-Type',
    innerCode: 'unsupportedMediaType',
    message: 'The body must be application/json.',
  });
}

/** Fastify's own failures, in the service's words. */
const TRANSLATED: Readonly<Record<number, { code: ServiceErrorCode; innerCode: string; message: string }>> = {
  400: { code: 'invalidRequest', innerCode: 'malformedBody', message: 'The body is not valid JSON.' },
  413: { code: 'invalidRequest', innerCode: 'bodyTooLarge', message: 'The body is too large.' },
  415: { code: 'invalidRequest', innerCode: 'unsupportedMediaType', message: 'The body must be application/json.' },
};

/** Every failure goes out in the service's error shape (samples/error-response.json). */
export function sendServiceError(error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = toServiceError(error);
  if (refusal.status === 401) reply.header('WWW-Authenticate', 'Bearer');
  return reply.code(refusal.status).send(refusal.toBody());
}

function toServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const known = TRANSLATED[status];
  if (known) return new ServiceError({ status, ...known });
  return new ServiceError({
    status: 500,
    code: 'generalException',
    innerCode: 'unexpected',
    message: `The stand-in failed: ${error instanceof Error ? error.message : String(error)}`,
  });
}
