import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Tokens } from '../../kit/index.ts';

const LIFETIME_SECONDS = 3599;

interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly number: number;
  readonly text: string;
}

/**
 * The Microsoft Entra ID endpoints that a confidential client needs: token (client credentials) and OpenID metadata, for any tenant
 * (learn.microsoft.com entra/identity-platform/v2-oauth2-client-creds-grant-flow).
 */
export function addSignIn(app: FastifyInstance, tokens: Tokens): void {
  app.post('/:tenant/oauth2/v2.0/token', (request, reply) => {
    const form = fieldsOf(request.body);
    const refusal = refuse(form, tokens);
    if (refusal) return reply.code(refusal.status).send(entraError(refusal));
    const access_token = tokens.issue(form.client_id ?? '', LIFETIME_SECONDS);
    return reply
      .header('cache-control', 'no-store')
      .send({ token_type: 'Bearer', expires_in: LIFETIME_SECONDS, ext_expires_in: LIFETIME_SECONDS, access_token });
  });
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (request: FastifyRequest<{ Params: { tenant: string } }>) =>
    openIdConfiguration(`http://${request.headers.host ?? 'localhost'}/${request.params.tenant}`),
  );
}

function fieldsOf(body: unknown): Record<string, string | undefined> {
  return typeof body === 'object' && body !== null ? (body as Record<string, string | undefined>) : {};
}

/** A scope may be left out here; when it is there it must be the resource's default scope. */
function refuse(form: Record<string, string | undefined>, tokens: Tokens): Refusal | null {
  const { grant_type: grant, client_id: id, client_secret: secret, scope } = form;
  if (grant === undefined)
    return {
      status: 400,
      error: 'invalid_request',
      number: 900144,
      text: "The request body must contain the following parameter: 'grant_type'.",
    };
  if (grant !== 'client_credentials')
    return {
      status: 400,
      error: 'unsupported_grant_type',
      number: 70003,
      text: `The app requested an unsupported grant type '${grant}'.`,
    };
  if (id === undefined)
    return {
      status: 400,
      error: 'invalid_request',
      number: 900144,
      text: "The request body must contain the following parameter: 'client_id'.",
    };
  const known = tokens.clients.get(id);
  if (known === undefined)
    return {
      status: 400,
      error: 'unauthorized_client',
      number: 700016,
      text: `Application with identifier '${id}' was not found in the directory.`,
    };
  if (known !== secret)
    return {
      status: 401,
      error: 'invalid_client',
      number: 7000215,
      text: 'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
    };
  if (scope !== undefined && !scope.split(' ').some((part) => part.endsWith('/.default'))) {
    return {
      status: 400,
      error: 'invalid_scope',
      number: 1002012,
      text: `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
    };
  }
  return null;
}

function entraError({ error, number, text }: Refusal): object {
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    error,
    error_description: `AADSTS${number}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
  };
}

function openIdConfiguration(authority: string): object {
  return {
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    issuer: `${authority}/v2.0`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    scopes_supported: ['openid'],
  };
}
