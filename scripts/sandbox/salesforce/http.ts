import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SalesforceError, errorBody, jsonParserError, notFound } from './errors.ts';
import { invalidSession } from './auth.ts';
import type { Org, OrgUser } from './org.ts';
import { changeOriginOf } from './rest/change-origin.ts';
import { API_VERSIONS, DAILY_API_REQUESTS, VERSION_LIST } from './rest/root.ts';
import { runRestCall } from './rest/router.ts';
import type { QueryLocators } from './rest/types.ts';
import { parseUrl } from './rest/url.ts';

interface RestApi {
  readonly org: Org;
  readonly locators: QueryLocators;
  readonly userOf: (request: FastifyRequest) => OrgUser | null;
}

/** Salesforce refuses longer addresses: long queries have to go by composite. */
const LONGEST_URL = 16_384;

/** `/services/data`: the REST API over HTTP. */
export function addRestApi(app: FastifyInstance, { org, locators, userOf }: RestApi): void {
  for (const path of ['/services/data', '/services/data/', '//services/data', '//services/data/']) {
    app.get(path, () => VERSION_LIST);
  }
  void app.register((scope, _options, done) => {
    scope.setErrorHandler((error: FastifyError, _request, reply) => sendError(reply, toSalesforceError(error)));
    scope.addHook('onRequest', (request, reply, next) => {
      org.apiUsage.count();
      void reply.header('sforce-limit-info', `api-usage=${org.apiUsage.used()}/${DAILY_API_REQUESTS}`);
      if (!userOf(request)) void sendError(reply, invalidSession());
      else if (request.url.length > LONGEST_URL) void reply.code(414).type('text/plain').send('URI Too Long');
      else next();
    });
    for (const prefix of ['/services/data/', '//services/data/']) {
      scope.route({
        method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
        url: `${prefix}*`,
        handler: (request, reply) => {
          const user = userOf(request);
          if (!user) throw invalidSession();
          return answer(reply, org, locators, user, request);
        },
      });
    }
    done();
  });
}

function answer(
  reply: FastifyReply,
  org: Org,
  locators: QueryLocators,
  user: OrgUser,
  request: FastifyRequest,
): FastifyReply {
  const { path, query } = parseUrl(request.url);
  const version = /\/v(\d+\.\d)(?:\/|\?|$)/.exec(request.url)?.[1] ?? '';
  if (!(API_VERSIONS as readonly string[]).includes(version)) throw notFound();
  if (Buffer.isBuffer(request.body)) {
    throw new SalesforceError(
      'UNSUPPORTED_MEDIA_TYPE',
      `Unable to parse a body of content type ${request.headers['content-type'] ?? 'unknown'}`,
    );
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')]),
  );
  const response = runRestCall(
    org,
    { user, version, changeOrigin: changeOriginOf(version, headers['sforce-call-options']) },
    locators,
    // Salesforce's own way round proxies that know no PATCH.
    { method: query.get('_HttpMethod') ?? request.method, path, query, body: request.body, headers },
  );
  reply.code(response.status).headers(response.headers ?? {});
  if (response.body === undefined) return reply.send();
  return reply.type('application/json;charset=UTF-8').send(JSON.stringify(response.body));
}

function toSalesforceError(error: FastifyError): SalesforceError | FastifyError {
  if (error instanceof SalesforceError) return error;
  if (error instanceof SyntaxError || error.code.startsWith('FST_ERR_CTP'))
    return jsonParserError(`${error.message} at [line:1, column:1]`);
  return error;
}

function sendError(reply: FastifyReply, error: SalesforceError | FastifyError): FastifyReply {
  if (error instanceof SalesforceError) return reply.code(error.status).send(errorBody(error));
  return reply.code(500).send([{ errorCode: 'UNKNOWN_EXCEPTION', message: error.message }]);
}
