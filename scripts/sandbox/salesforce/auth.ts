import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Tokens } from '../kit/index.ts';
import { SalesforceError } from './errors.ts';
import type { Org, OrgUser } from './org.ts';
import { requireObject } from './schema/lookup.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

interface SignIn {
  readonly org: Org;
  readonly tokens: Tokens;
  readonly userOfClient: (clientId: string) => OrgUser | undefined;
  readonly now: () => number;
}

/**
 * The token endpoint (client credentials; JWT bearer by its shape, the signature is not checked) and the user's identity.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm
 */
export function addSignIn(app: FastifyInstance, signIn: SignIn): void {
  const { org, tokens, userOfClient, now } = signIn;
  app.post('/services/oauth2/token', (request, reply) => {
    const form = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Record<
      string,
      string | undefined
    >;
    const clientId = clientOf(form, request, tokens);
    if (typeof clientId !== 'string') return reply.code(400).send(clientId);
    const user = userOfClient(clientId);
    if (!user) return reply.code(400).send(refusal('invalid_client', 'client identifier invalid'));
    const address = `http://${request.headers.host ?? 'localhost'}`;
    return reply.header('cache-control', 'no-store').send({
      access_token: tokens.issue(clientId),
      signature: Buffer.from(clientId).toString('base64'),
      scope: 'api',
      instance_url: address,
      id: `${address}/id/${org.organizationId()}/${user.id}`,
      token_type: 'Bearer',
      issued_at: String(now()),
      api_instance_url: address,
    });
  });
  app.get('/services/oauth2/userinfo', (request, reply) => {
    const user = userOfRequest(signIn, request.headers.authorization);
    if (!user) return reply.code(403).type('text/plain').send('Bad_OAuth_Token');
    const row = org.store.get(requireObject(org.schema, 'User'), user.id);
    return reply.send({
      sub: `http://${request.headers.host ?? 'localhost'}/id/${org.organizationId()}/${user.id}`,
      user_id: user.id,
      organization_id: org.organizationId(),
      preferred_username: user.username,
      name: row?.Name ?? null,
      email: row?.Email ?? null,
      urls: {},
    });
  });
}

interface Refusal {
  readonly error: string;
  readonly error_description: string;
}

const refusal = (error: string, description: string): Refusal => ({ error, error_description: description });

/** The client that signs in, or why it may not. */
function clientOf(
  form: Readonly<Record<string, string | undefined>>,
  request: FastifyRequest,
  tokens: Tokens,
): string | Refusal {
  if (form.grant_type === JWT_BEARER) return issuerOf(form.assertion, tokens);
  if (form.grant_type !== 'client_credentials') return refusal('unsupported_grant_type', 'grant type not supported');
  const basic = /^Basic +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const [basicId, basicSecret] = basic === undefined ? [] : Buffer.from(basic, 'base64').toString().split(':');
  const clientId = form.client_id ?? basicId ?? '';
  const secret = tokens.clients.get(clientId);
  if (secret === undefined) return refusal('invalid_client_id', 'client identifier invalid');
  if (secret !== (form.client_secret ?? basicSecret)) return refusal('invalid_client', 'invalid client credentials');
  return clientId;
}

/** The `iss` of a JWT, which is the client id. */
function issuerOf(assertion: string | undefined, tokens: Tokens): string | Refusal {
  const [, claims] = (assertion ?? '').split('.');
  try {
    const { iss } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()) as { iss?: unknown };
    if (typeof iss === 'string' && tokens.clients.has(iss)) return iss;
  } catch {
    // Not a JWT: refused below like one of a stranger.
  }
  return refusal('invalid_grant', 'invalid assertion');
}

/** Salesforce takes `Bearer` and, from of old, `OAuth` before the token. */
export function userOfRequest({ tokens, userOfClient }: SignIn, authorization: string | undefined): OrgUser | null {
  const owner = tokens.clientOf(authorization?.replace(/^OAuth /i, 'Bearer '));
  if (owner === null || owner === 'expired') return null;
  return userOfClient(owner.clientId) ?? null;
}

export const invalidSession = () => new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid');
