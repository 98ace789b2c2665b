import { ConfidentialClientApplication, ServerError } from '@azure/msal-node';
import { CosellError } from '../../core/errors/index.ts';
import { type DynamicsSettings, secureUrl } from './settings.ts';
import { createSignInNetwork } from './sign-in-network.ts';

export interface SignIn {
  /**
   * A bearer token. Calls at the same time share one sign-in.
   * @param refused a token that the service answered 401 to: it is never handed out again
   * @throws CosellError `crm-sign-in` when the credentials are refused, `crm-unavailable` when the authority is down
   */
  token(refused?: string): Promise<string>;
}

/**
 * Client credentials by MSAL, which keeps the token until shortly before it ends.
 * learn.microsoft.com/power-apps/developer/data-platform/use-single-tenant-server-server-authentication
 */
export function createSignIn(settings: DynamicsSettings, timeoutMs: number): SignIn {
  const scopes = [`${secureUrl('serverUrl', settings.serverUrl).origin}/.default`];
  let application = createApplication(settings, timeoutMs);
  const flights: { cached?: Promise<string> | undefined; fresh?: Promise<string> | undefined } = {};

  async function acquire(kind: 'cached' | 'fresh'): Promise<string> {
    try {
      const result = await application.acquireTokenByClientCredential({ scopes, skipCache: kind === 'fresh' });
      if (!result?.accessToken) throw new Error('MSAL returned no token.');
      return result.accessToken;
    } catch (thrown) {
      // MSAL answers from memory for a minute after a failed sign-in; a new application asks the authority again.
      application = createApplication(settings, timeoutMs);
      throw signInError(thrown);
    } finally {
      flights[kind] = undefined;
    }
  }
  const share = (kind: 'cached' | 'fresh'): Promise<string> => (flights[kind] ??= acquire(kind));

  return {
    async token(refused) {
      const token = await share('cached');
      return token === refused ? share('fresh') : token;
    },
  };
}

function createApplication(settings: DynamicsSettings, timeoutMs: number): ConfidentialClientApplication {
  const url = secureUrl('authority', settings.authority);
  const plainHttp = url.protocol === 'http:';
  const authority = `https://${url.host}${url.pathname.replace(/\/+$/, '')}`;
  return new ConfidentialClientApplication({
    auth: {
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      authority,
      // An authority of our own has no discovery document that MSAL would trust: say where its endpoints are.
      ...(plainHttp && { knownAuthorities: [url.host], authorityMetadata: JSON.stringify(metadataOf(authority)) }),
    },
    system: { networkClient: createSignInNetwork(timeoutMs, plainHttp) },
  });
}

function metadataOf(authority: string): Record<string, string> {
  return {
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    issuer: `${authority}/v2.0`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
  };
}

/** A 4xx of the authority is about the credentials; everything else is about the way there. MSAL's text may name the secret: not shown. */
function signInError(thrown: unknown): CosellError {
  const status = thrown instanceof ServerError ? Number(thrown.status) : Number.NaN;
  if (status === 429 || status >= 500 || Number.isNaN(status)) {
    return new CosellError('crm-unavailable', {
      message: 'The sign-in service of Dynamics 365 cannot be reached at the moment.',
      cure: 'Wait; the connector tries again by itself. If it lasts, check dynamics.authority and the network.',
      ...(!Number.isNaN(status) && { httpStatus: status }),
    });
  }
  const code = thrown instanceof ServerError ? (thrown.errorNo ?? thrown.errorCode) : '';
  return new CosellError('crm-sign-in', {
    message: `Dynamics 365 refused the connector's sign-in (${code}).`,
    cure: 'Ask your administrator to check dynamics.clientId, dynamics.clientSecret (it may have expired) and dynamics.authority.',
    httpStatus: status,
  });
}
