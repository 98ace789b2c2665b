import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Tokens } from '../kit/index.ts';
import { type Caller, callerOf, maySee } from './caller.ts';
import { CREATED_STATUS, LIMITS, MISSING_IF_MATCH_STATUS } from './conventions.ts';
import { createReferral } from './create.ts';
import { expireUnanswered } from './expire.ts';
import { applyPatch } from './patch.ts';
import { present } from './present.ts';
import { listReferrals } from './query/list.ts';
import type { StoredReferral } from './record.ts';
import { assertAcceptable, assertJson, assertRequestId, sendServiceError } from './protocol.ts';
import type { ReferralService } from './service.ts';
import { ServiceError, notFound } from './service-error.ts';
import { updateReferral } from './update.ts';

export interface ApiOptions {
  readonly app: FastifyInstance;
  readonly tokens: Tokens;
  readonly service: ReferralService;
  readonly pageSize: number;
}

const COLLECTION = '/v1.0/engagements/referrals';
const ITEM = `${COLLECTION}/:id`;
interface WithId {
  Params: { id: string };
}

/** The referrals API: list, get, create, replace, patch (learn.microsoft.com/partner-center/developer/referrals-api-introduction). */
export function addApi({ app, tokens, service, pageSize }: ApiOptions): void {
  void app.register((api, _options, done) => {
    api.setErrorHandler(sendServiceError);
    api.addHook('onRequest', (request, reply, next) => {
      reply.header('request-id', randomUUID());
      const clientRequestId = request.headers['client-request-id'];
      if (typeof clientRequestId === 'string') reply.header('client-request-id', clientRequestId);
      // Refused before the body is read, in the order a service would: who, then what.
      callerOf(tokens.clientOf(request.headers.authorization));
      assertRequestId(request);
      assertAcceptable(request);
      assertJson(request);
      next();
    });
    api.addHook('preHandler', (_request, _reply, next) => {
      expireUnanswered(service);
      next();
    });
    const caller = (request: FastifyRequest): Caller => callerOf(tokens.clientOf(request.headers.authorization));

    api.get<{ Querystring: Record<string, unknown> }>(COLLECTION, (request) => {
      const who = caller(request);
      const visible = [...service.store.values()]
        .map(({ referral }) => referral)
        .filter((referral) => maySee(who, referral));
      return listReferrals(visible, request.query, {
        collection: `${request.protocol}://${request.host}${COLLECTION}`,
        pageSize,
      });
    });
    api.get<WithId>(ITEM, (request, reply) => {
      const { id } = request.params;
      const referral = service.store.get(id.toLowerCase())?.referral;
      if (!referral || !maySee(caller(request), referral)) throw notFound(id);
      return answer(reply, 200, referral);
    });
    api.post(COLLECTION, { bodyLimit: LIMITS.bodyBytes }, (request, reply) =>
      answer(reply, CREATED_STATUS, createReferral(service, caller(request), request.body)),
    );
    api.patch<WithId>(ITEM, { bodyLimit: LIMITS.bodyBytes }, (request, reply) => {
      const referral = updateReferral(service, caller(request), {
        id: request.params.id,
        ifMatch: request.headers['if-match'],
        change: (current) => applyPatch(current, request.body),
      });
      // Without the wish for a body there is no new eTag either (referrals §9.6).
      return wantsBody(request) ? answer(reply, 200, referral) : reply.code(204).send();
    });
    api.put<WithId>(ITEM, { bodyLimit: LIMITS.bodyBytes }, (request, reply) => {
      const ifMatch = request.headers['if-match'];
      if (ifMatch === undefined) throw missingIfMatch();
      const referral = updateReferral(service, caller(request), {
        id: request.params.id,
        ifMatch,
        change: () => bodyObject(request.body),
      });
      return answer(reply, 200, referral);
    });
    refuseOtherMethods(api, COLLECTION, ['PUT', 'PATCH', 'DELETE'], 'GET, POST');
    refuseOtherMethods(api, ITEM, ['POST', 'DELETE'], 'GET, PUT, PATCH');
    done();
  });
}

function answer(reply: FastifyReply, status: number, referral: StoredReferral): FastifyReply {
  return reply.code(status).header('ETag', referral.eTag).send(present(referral));
}

const wantsBody = (request: FastifyRequest) =>
  /(^|[,;\s])return=representation($|[,;\s])/i.test(String(request.headers.prefer ?? ''));

const bodyObject = (body: unknown): object => {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw new ServiceError({
    status: 400,
    code: 'invalidRequest',
    innerCode: 'malformedBody',
    message: 'The body must be one JSON object: a referral.',
  });
};

function missingIfMatch(): ServiceError {
  return new ServiceError({
    status: MISSING_IF_MATCH_STATUS,
    code: 'invalidRequest',
    target: 'If-Match',
    innerCode: 'missingHeader',
    message: 'PUT needs If-Match with the eTag of the version that it replaces.',
  });
}

function refuseOtherMethods(
  api: FastifyInstance,
  url: string,
  methods: ('PUT' | 'PATCH' | 'DELETE' | 'POST')[],
  allowed: string,
): void {
  api.route({
    method: methods,
    url,
    handler: (request, reply) => {
      reply.header('Allow', allowed);
      throw new ServiceError({
        status: 405,
        code: 'invalidRequest',
        innerCode: 'methodNotAllowed',
        message: `${request.method} is not possible here; use ${allowed}.`,
      });
    },
  });
}
