import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Connection, OAuth2 } from 'jsforce';
import { CosellError } from '../../core/errors/index.ts';
import { callError } from './errors.ts';
import type { SalesforceAuth, SalesforceSettings } from './settings.ts';
import { HttpFailure } from './transport.ts';

const JWT_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Salesforce takes an assertion for at most three minutes. */
const ASSERTION_LIFETIME = '3m';

/**
 * Keeps one connection signed in. jsforce's own refresh is not used, because it repeats for ever when Salesforce keeps
 * answering 401 (checked with 3.10.26).
 */
export class SignIn {
  readonly #connection: Connection;
  readonly #oauth2: OAuth2;
  readonly #settings: SalesforceSettings;
  #running: Promise<void> | null = null;

  constructor(connection: Connection, oauth2: OAuth2, settings: SalesforceSettings) {
    this.#connection = connection;
    this.#oauth2 = oauth2;
    this.#settings = settings;
  }

  /** The token to call with. @throws CosellError `crm-sign-in`, or `crm-unavailable` when Salesforce cannot be reached */
  async token(): Promise<string> {
    if (!this.#connection.accessToken) await this.renew(null);
    return this.#connection.accessToken ?? '';
  }

  /** Signs in again unless somebody did since `stale` was handed out; calls at the same time share one sign-in. */
  async renew(stale: string | null): Promise<void> {
    if (this.#connection.accessToken && this.#connection.accessToken !== stale) return;
    this.#running ??= this.#signIn().finally(() => (this.#running = null));
    await this.#running;
  }

  async #signIn(): Promise<void> {
    try {
      const { auth, loginUrl } = this.#settings;
      const grant: { grant_type: string } & Record<string, string> =
        auth.kind === 'jwt'
          ? { grant_type: JWT_GRANT, assertion: await assertionFor(auth, loginUrl) }
          : { grant_type: 'client_credentials' };
      const answer = await this.#oauth2.requestToken(grant);
      this.#connection.accessToken = answer.access_token;
      this.#connection.instanceUrl = answer.instance_url;
    } catch (thrown) {
      this.#connection.accessToken = null;
      throw signInError(thrown);
    }
  }
}

async function assertionFor(auth: SalesforceAuth & { kind: 'jwt' }, loginUrl: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(auth.clientId)
    .setSubject(auth.username)
    .setAudience(auth.audience ?? audienceOf(loginUrl))
    .setExpirationTime(ASSERTION_LIFETIME)
    .sign(createPrivateKey(auth.privateKey));
}

/** help.salesforce.com, "OAuth 2.0 JWT Bearer Flow": the audience is the login server, not the org's own address. */
export function audienceOf(loginUrl: string): string {
  const { hostname, origin } = new URL(loginUrl);
  if (hostname.endsWith('.sandbox.my.salesforce.com')) return 'https://test.salesforce.com';
  if (hostname.endsWith('.my.salesforce.com')) return 'https://login.salesforce.com';
  return origin;
}

/** Cures by the `error` of the token endpoint's answer (RFC 6749 §5.2 and Salesforce's own). */
const CURES: Readonly<Record<string, string>> = {
  invalid_client_id: 'Check the consumer key (client id) of the connected app in the configuration.',
  invalid_client: 'Check the consumer key and secret of the connected app in the configuration.',
  invalid_grant:
    'Check that the connected app has a run-as user (client credentials), or that its certificate, audience and pre-authorised user are right (JWT).',
  inactive_user: 'Activate the integration user in Salesforce.',
  inactive_org: 'The org is locked: ask Salesforce support.',
  unsupported_grant_type: 'Switch on the client credentials flow in the connected app.',
};

function signInError(thrown: unknown): CosellError {
  if (!(thrown instanceof HttpFailure) || thrown.status >= 500 || thrown.status === 429) {
    const error = callError(thrown);
    return error.code === 'internal' ? keyError(thrown) : error;
  }
  const code = errorOf(thrown.body);
  return new CosellError('crm-sign-in', {
    message: `Salesforce refused the sign-in of the connector${code === null ? '' : ` (${code})`}.`,
    cure: CURES[code ?? ''] ?? 'Check the login address and the connected app in the configuration.',
    httpStatus: thrown.status,
    cause: thrown,
  });
}

/** What is left: the key of the JWT flow could not be read. */
function keyError(cause: unknown): CosellError {
  return new CosellError('crm-sign-in', {
    message: 'The connector could not prepare its sign-in to Salesforce.',
    cure: 'Check that the private key in the configuration is an unencrypted RSA key in PEM form.',
    cause,
  });
}

function errorOf(body: string): string | null {
  try {
    const { error } = JSON.parse(body) as { error?: unknown };
    return typeof error === 'string' && /^[a-z_]+$/.test(error) ? error : null;
  } catch {
    return null;
  }
}
