import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { CODE_REFUSALS, createAuthorizationCodes } from './authorization-codes.ts';
import type { RefreshTokens } from './refresh-tokens.ts';
import type { Tokens } from './tokens.ts';

export interface EntraOptions {
  readonly app: FastifyInstance;
  readonly tokens: Tokens;
  /** Leave out where only client credentials sign in. */
  readonly refreshTokens?: RefreshTokens;
}

const TOKEN_SECONDS = 3600;
const form = (body: unknown): Readonly<Record<string, string | undefined>> =>
  typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? (body as Record<string, string>) : {};

/**
 * Microsoft Entra's v2.0 token endpoint and OpenID metadata, as far as MSAL and plain HTTP clients need them: grants
 * `client_credentials` and, with `refreshTokens`, `refresh_token` and `authorization_code`. `scope` may be left out (the sandbox contract of
 * design.md §6 does); when client credentials send one it must end in `/.default`.
 * Errors: learn.microsoft.com/entra/identity-platform/reference-error-codes.
 */
export function addEntra({ app, tokens, refreshTokens }: EntraOptions): void {
  const codes = createAuthorizationCodes(Date.now);
  app.post<{ Params: { tenant: string } }>('/:tenant/oauth2/v2.0/token', (request, reply) => {
    const sent = form(request.body);
    const client = credentials(request.headers.authorization, sent);
    if (client.id === undefined)
      return refuse(
        reply,
        400,
        'invalid_request',
        900144,
        "The request body must contain the following parameter: 'client_id'.",
      );
    const secret = tokens.clients.get(client.id);
    if (secret === undefined)
      return refuse(
        reply,
        400,
        'unauthorized_client',
        700016,
        `Application with identifier '${client.id}' was not found in the directory.`,
      );
    if (secret !== client.secret)
      return refuse(reply, 401, 'invalid_client', 7000215, 'Invalid client secret provided.');
    const scopes = (sent.scope ?? '').split(' ').filter((scope) => scope !== '');

    if (sent.grant_type === 'client_credentials') {
      if (scopes.some((scope) => !scope.endsWith('/.default')))
        return refuse(
          reply,
          400,
          'invalid_scope',
          1002012,
          `The provided value for scope ${sent.scope ?? ''} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
        );
      return issue(reply, { access_token: tokens.issue(client.id, TOKEN_SECONDS) });
    }
    if (sent.grant_type === 'refresh_token' && refreshTokens) {
      if (sent.refresh_token === undefined)
        return refuse(
          reply,
          400,
          'invalid_request',
          900144,
          "The request body must contain the following parameter: 'refresh_token'.",
        );
      const next = refreshTokens.rotate(client.id, sent.refresh_token);
      if (next === null)
        return refuse(
          reply,
          400,
          'invalid_grant',
          70000,
          "The provided value for the input parameter 'refresh_token' is not valid: it is unknown, revoked or was issued to another client.",
        );
      return issue(reply, {
        scope: scopes.filter((scope) => !OPENID_SCOPES.has(scope)).join(' '),
        access_token: tokens.issue(client.id, TOKEN_SECONDS),
        refresh_token: next,
        client_info: base64Url({ uid: USER_ID, utid: TENANT_ID }),
      });
    }
    if (sent.grant_type === 'authorization_code' && refreshTokens) {
      const outcome = codes.redeem(sent.code ?? '', { clientId: client.id, redirectUri: sent.redirect_uri ?? '' });
      if (outcome !== 'redeemed') {
        const [code, reason] = CODE_REFUSALS[outcome];
        return refuse(reply, 400, 'invalid_grant', code, reason);
      }
      return issue(reply, {
        scope: scopes.filter((scope) => !OPENID_SCOPES.has(scope)).join(' '),
        access_token: tokens.issue(client.id, TOKEN_SECONDS),
        refresh_token: refreshTokens.issue(),
        client_info: base64Url({ uid: USER_ID, utid: TENANT_ID }),
      });
    }
    return refuse(
      reply,
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${sent.grant_type ?? ''}'.`,
    );
  });

  // Whoever asks is signed in already and consents at once.
  app.get<{ Querystring: Readonly<Record<string, string | undefined>> }>(
    '/:tenant/oauth2/v2.0/authorize',
    (request, reply) => {
      const { client_id: clientId = '', redirect_uri: redirectUri = '', response_type: type } = request.query;
      const isKnown = tokens.clients.has(clientId) && URL.canParse(redirectUri) && type === 'code';
      if (!isKnown)
        return reply
          .code(400)
          .type('text/plain')
          .send('AADSTS900144: client_id, redirect_uri or response_type is missing or unknown.');
      const address = new URL(redirectUri);
      address.searchParams.set('code', codes.issue({ clientId, redirectUri }));
      if (request.query.state !== undefined) address.searchParams.set('state', request.query.state);
      return reply.redirect(address.href);
    },
  );

  app.get<{ Params: { tenant: string } }>('/:tenant/v2.0/.well-known/openid-configuration', (request) => {
    const base = `${request.protocol}://${request.host}/${request.params.tenant}`;
    return {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      issuer: `https://login.microsoftonline.com/${TENANT_ID}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      tenant_region_scope: 'WW',
      cloud_instance_name: 'microsoftonline.com',
    };
  });
}

/** The signed-in service account and its tenant, as `client_info` names them. */
const USER_ID = '5b0bb8a5-2f6b-4c52-9f0e-6b0b7b9d3a11';
const TENANT_ID = 'c0ffee00-7e57-4a11-8c0d-5e11e7c05e11';
/** Granted silently and never repeated in the answer's scope. */
const OPENID_SCOPES = new Set(['openid', 'profile', 'email', 'offline_access']);

const base64Url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Reads client_id and client_secret from the form or from HTTP Basic (RFC 6749 §2.3.1). */
function credentials(authorization: string | undefined, sent: Readonly<Record<string, string | undefined>>) {
  const basic = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined) return { id: sent.client_id, secret: sent.client_secret };
  const [id, ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return { id, secret: secret.join(':') };
}

function issue(reply: FastifyReply, answer: Readonly<Record<string, string>>): FastifyReply {
  return reply
    .headers({ 'cache-control': 'no-store', pragma: 'no-cache' })
    .send({ token_type: 'Bearer', expires_in: TOKEN_SECONDS, ext_expires_in: TOKEN_SECONDS, ...answer });
}

function refuse(reply: FastifyReply, status: number, error: string, code: number, reason: string): FastifyReply {
  const trace = randomUUID();
  const correlation = randomUUID();
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', pragma: 'no-cache' })
    .send({
      error,
      error_description: `AADSTS${code}: ${reason} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    });
}
