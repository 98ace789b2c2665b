import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Tokens } from '../../kit/index.ts';
import { readPreferences } from '../api/preferences.ts';
import { runAlone } from '../api/run.ts';
import type { ApiResponse } from '../api/types.ts';
import { readBatch, splitUrl } from '../batch/request.ts';
import { writeBatch } from '../batch/response.ts';
import { runBatch } from '../batch/run.ts';
import type { Environment } from '../environment.ts';
import { DataverseError, errorBody, queryError } from '../errors.ts';
import type { Principal } from '../security/principal.ts';
import { authorizationOf, isForeignWrite } from './session.ts';

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;
const VERSIONS = ['v9.0', 'v9.1', 'v9.2'];

interface WebApiOptions {
  readonly environment: Environment;
  readonly tokens: Tokens;
  /** client_id → user id. */
  readonly users: ReadonlyMap<string, string>;
}

/** `/api/data/v9.2/…`: the Dataverse Web API. */
export function addWebApi(app: FastifyInstance, options: WebApiOptions): void {
  app.route({
    method: [...METHODS],
    url: '/api/data/:version/*',
    handler: async (request: FastifyRequest<{ Params: { version: string } }>, reply) => {
      const who = signedIn(request, reply, options);
      if (who === null) return reply;
      const { version } = request.params;
      try {
        if (!VERSIONS.includes(version)) throw queryError(`The version '${version}' of the Web API is not available.`);
        const base = `http://${request.headers.host ?? 'localhost'}/api/data/${version}`;
        const url = request.raw.url ?? '';
        if (splitUrl(url).path === '$batch')
          return await answerBatch(options.environment, { who, base }, request, reply);
        const response = runAlone(
          options.environment,
          { who, base },
          {
            method: request.method,
            ...splitUrl(url),
            headers: headersOf(request),
            body: request.body,
          },
        );
        return send(reply, response);
      } catch (error) {
        return sendError(reply, error);
      }
    },
  });
}

/** The user of the bearer token or of the browser's session; without one the answer is given here. */
function signedIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { environment, tokens, users }: WebApiOptions,
): Principal | null {
  const owner = isForeignWrite(request) ? null : tokens.clientOf(authorizationOf(request));
  const userId = owner === null || owner === 'expired' ? undefined : users.get(owner.clientId);
  const principal = userId === undefined ? null : environment.principal(userId);
  if (principal) return principal;
  const host = `http://${request.headers.host ?? 'localhost'}`;
  const challenge = `Bearer authorization_uri=${host}/common/oauth2/authorize, resource_id=${host}/`;
  void reply
    .code(401)
    .header(
      'www-authenticate',
      owner === 'expired' ? `${challenge}, error=invalid_token, error_description=The token is expired` : challenge,
    )
    .send(
      errorBody({
        code: '0x80040220',
        message: 'Authorization has been denied for this request: the bearer token is missing, unknown or expired.',
      }),
    );
  return null;
}

function headersOf(request: FastifyRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}

async function answerBatch(
  environment: Environment,
  context: { who: Principal; base: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (request.method !== 'POST') throw queryError('$batch takes POST only.');
  if (!Buffer.isBuffer(request.body)) throw queryError('The body of $batch must be multipart/mixed.');
  const items = await readBatch(request.body, request.headers['content-type']);
  const { continueOnError } = readPreferences(headersOf(request).prefer);
  const { answers, failed } = runBatch(environment, context, items, continueOnError);
  const { contentType, body } = writeBatch(answers);
  standardHeaders(reply);
  return reply
    .code(failed && !continueOnError ? failed.status : 200)
    .header('content-type', contentType)
    .send(body);
}

function send(reply: FastifyReply, { status, headers, body }: ApiResponse): FastifyReply {
  standardHeaders(reply);
  reply.code(status).headers(headers);
  if (body === undefined) return reply.send();
  return reply.header('content-type', 'application/json; odata.metadata=minimal').send(JSON.stringify(body));
}

function standardHeaders(reply: FastifyReply): void {
  reply.headers({ 'odata-version': '4.0', 'x-ms-service-request-id': randomUUID() });
}

/** Everything that Dataverse refuses, in its shape; what we didn't foresee is a 500 with the platform's "unexpected error". */
export function sendError(reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = error instanceof DataverseError ? error : unforeseen(error);
  return send(reply, { status: refusal.status, headers: refusal.headers, body: errorBody(refusal) });
}

function unforeseen(error: unknown): DataverseError {
  if (error instanceof URIError) return queryError('The address has a malformed escape sequence.');
  process.stderr.write(
    `Dynamics stand-in: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return new DataverseError(500, '0x80040216', 'An unexpected error occurred.');
}
