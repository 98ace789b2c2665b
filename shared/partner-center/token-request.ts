import {
  AuthError,
  ConfidentialClientApplication,
  type AuthenticationResult,
  type INetworkModule,
  type NetworkResponse,
} from '@azure/msal-node';
import { CosellError } from '../core/errors/index.ts';
import type { Clock } from './clock.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { serverUrl } from './server-url.ts';
import { errorOfRefusedSignIn, errorOfUnavailableSignIn } from './sign-in-errors.ts';
import { createTransport, TransportFailure } from './transport.ts';

export interface TokenRequestOptions {
  /** `https://login.microsoftonline.com/{tenant}`; in the sandbox `http://localhost:4101/{tenant}`. */
  readonly authority: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** For the referrals API `https://api.partner.microsoft.com/.default`, for webhooks `https://api.partnercenter.microsoft.com/.default`. */
  readonly scope: string;
  readonly timeoutMs: number;
  readonly clock: Clock;
}

export interface Tokens {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The rotated refresh token; `null` when the old one stays valid. */
  readonly refreshToken: string | null;
}

export interface TokenRequest {
  /** Redeems a refresh token. Throws CosellError; neither tokens nor the secret appear in it. */
  redeem(refreshToken: string): Promise<Tokens>;
  /** Redeems the code of a consent; `redirectUri` as it was asked for. Throws like `redeem`. */
  redeemCode(code: string, redirectUri: string): Promise<Tokens>;
  /** Signs the app registration itself in, without an account. Throws like `redeem`. */
  asApplication(): Promise<Tokens>;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 1_000_000;

/**
 * Redeems refresh tokens and codes at Microsoft Entra through msal-node, or at the sandbox's stand-in. Every redemption uses an
 * application object of its own: msal would keep tokens in memory and, after one bad answer, refuse for a minute by itself.
 *
 * learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#refresh-the-access-token
 */
export function createTokenRequest(options: TokenRequestOptions): TokenRequest {
  const authority = serverUrl(options.authority.replace(/\/+$/, ''), 'partnerCenter.authority');
  const transport = createTransport({
    origin: authority.origin,
    maxConnections: 1,
    timeoutMs: options.timeoutMs,
    maxBodyBytes: MAX_BODY_BYTES,
  });

  type Acquire = (application: ConfidentialClientApplication) => Promise<AuthenticationResult | null>;
  async function exchange(acquire: Acquire): Promise<Tokens> {
    let rotated: string | null = null;
    let unavailable: CosellError | null = null;
    const fail = (error: CosellError): never => {
      unavailable = error;
      throw error;
    };
    const networkClient: INetworkModule = {
      sendGetRequestAsync: () => fail(errorOfUnavailableSignIn({})),
      async sendPostRequestAsync<T>(url: string, request?: { headers?: Record<string, string>; body?: string }) {
        const { pathname, search } = new URL(url);
        const answer = await transport
          .exchange({
            method: 'POST',
            path: pathname + search,
            headers: request?.headers ?? {},
            body: request?.body ?? '',
          })
          .catch((thrown: unknown) =>
            fail(errorOfUnavailableSignIn({ cause: thrown instanceof TransportFailure ? thrown : undefined })),
          );
        if (answer.status === 429 || answer.status >= 500) {
          const wait = retryAfterSeconds(answer, options.clock.now());
          fail(
            errorOfUnavailableSignIn({
              httpStatus: answer.status,
              ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
            }),
          );
        }
        const body = parseObject(answer.text) ?? fail(errorOfUnavailableSignIn({ httpStatus: answer.status }));
        if (typeof body.refresh_token === 'string' && body.refresh_token) rotated = body.refresh_token;
        return {
          status: answer.status,
          headers: { ...answer.headers },
          body: body as T,
        } satisfies NetworkResponse<T>;
      },
    };
    try {
      const application = new ConfidentialClientApplication({
        auth: {
          clientId: options.clientId,
          clientSecret: options.clientSecret,
          // msal takes https only; where the tokens really come from stands in the metadata.
          authority: authority.href.replace(/^http:/, 'https:'),
          knownAuthorities: [authority.host],
          authorityMetadata: metadataOf(authority),
        },
        system: { networkClient },
      });
      const result = await acquire(application);
      if (!result?.accessToken || !result.expiresOn) throw errorOfUnavailableSignIn({});
      return { accessToken: result.accessToken, expiresAt: result.expiresOn.getTime(), refreshToken: rotated };
    } catch (thrown) {
      if (unavailable) throw unavailable as CosellError;
      if (thrown instanceof CosellError) throw thrown;
      if (!(thrown instanceof AuthError)) throw errorOfUnavailableSignIn({ cause: thrown });
      throw errorOfRefusedSignIn({
        error: thrown.errorCode,
        description: thrown.errorMessage,
        reference: thrown.correlationId,
      });
    }
  }

  const scopes = [options.scope];
  return {
    redeem: (refreshToken) =>
      exchange((application) => application.acquireTokenByRefreshToken({ refreshToken, scopes })),
    redeemCode: (code, redirectUri) =>
      exchange((application) => application.acquireTokenByCode({ code, redirectUri, scopes })),
    asApplication: () => exchange((application) => application.acquireTokenByClientCredential({ scopes })),
    close: () => transport.close(),
  };
}

/** Stands in for the discovery document, so that signing in is one request and works against the sandbox. */
function metadataOf(authority: URL): string {
  const base = authority.href.replace(/\/$/, '');
  return JSON.stringify({
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    issuer: `${base.replace(/^http:/, 'https:')}/v2.0`,
  });
}

function parseObject(text: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
