import { CosellError } from '../core/errors/index.ts';
import { SYSTEM_CLOCK, type Clock } from './clock.ts';
import { SILENT_LOG, type Log } from './log.ts';
import type { RefreshTokenStore } from './port.ts';
import { errorOfNoConsent } from './sign-in-errors.ts';
import { createTokenRequest, type Tokens } from './token-request.ts';

export interface DelegatedSignInOptions {
  /** `https://login.microsoftonline.com/{tenant}`; in the sandbox `http://localhost:4101/{tenant}`. */
  readonly authority: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Default `https://api.partner.microsoft.com/.default`. */
  readonly scope?: string;
  readonly tokenStore: RefreshTokenStore;
  /** Longest time for one redemption; 15 s. */
  readonly timeoutMs?: number;
  readonly clock?: Clock;
  readonly log?: Log;
}

export interface DelegatedSignIn {
  /**
   * An access token that is valid for a while yet. Throws `partner-center-sign-in`, `-mfa-required`, `-throttled` or
   * `-unavailable`.
   */
  accessToken(): Promise<string>;
  /** Says that the service refused this token: makes sure that a newer one is there, or throws like `accessToken`. */
  onUnauthorized(staleToken: string): Promise<void>;
  close(): Promise<void>;
}

export const DEFAULT_SCOPE = 'https://api.partner.microsoft.com/.default';
/** A token is renewed this long before it expires, or a fifth of its life before when that is shorter. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** After a refusal nothing is asked again for this long, unless somebody has consented anew meanwhile. */
const REFUSAL_HOLD_MS = 30_000;

/**
 * Signs the connector in on behalf of the account that consented (partner-center-referrals.md §2: the referrals API
 * takes no application-only tokens). One refresh at a time in this process, and one across processes by the store; the
 * rotated refresh token is stored before the access token is handed out.
 */
export function createDelegatedSignIn(options: DelegatedSignInOptions): DelegatedSignIn {
  const clock = options.clock ?? SYSTEM_CLOCK;
  const log = options.log ?? SILENT_LOG;
  const request = createTokenRequest({
    authority: options.authority,
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    scope: options.scope ?? DEFAULT_SCOPE,
    timeoutMs: options.timeoutMs ?? 15_000,
    clock,
  });
  let current: { readonly token: string; readonly renewAt: number } | null = null;
  let underWay: Promise<string> | null = null;
  let held: { readonly refreshToken: string; readonly until: number; readonly error: CosellError } | null = null;

  async function redeem(refreshToken: string | null): Promise<Tokens> {
    if (refreshToken === null) throw errorOfNoConsent();
    if (held?.refreshToken === refreshToken && clock.now() < held.until) throw held.error;
    try {
      const tokens = await request.redeem(refreshToken);
      held = null;
      return tokens;
    } catch (thrown) {
      if (thrown instanceof CosellError) held = { refreshToken, until: clock.now() + holdMs(thrown), error: thrown };
      throw thrown;
    }
  }

  async function refresh(): Promise<string> {
    const startedAt = clock.now();
    const outcome: { tokens?: Tokens } = {};
    try {
      await options.tokenStore.update(async (stored) => {
        outcome.tokens = await redeem(stored);
        return outcome.tokens.refreshToken ?? stored ?? '';
      });
    } catch (thrown) {
      if (thrown instanceof CosellError) log.warn({ code: thrown.code }, 'signing in to Partner Center failed');
      throw thrown;
    }
    const { tokens } = outcome;
    if (!tokens) throw errorOfNoConsent();
    const life = tokens.expiresAt - startedAt;
    current = { token: tokens.accessToken, renewAt: tokens.expiresAt - Math.min(RENEW_BEFORE_MS, life / 5) };
    log.debug({ validSeconds: Math.round(life / 1000) }, 'signed in to Partner Center');
    return tokens.accessToken;
  }

  const refreshOnce = (): Promise<string> => {
    underWay ??= refresh().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  return {
    accessToken: () => (current && clock.now() < current.renewAt ? Promise.resolve(current.token) : refreshOnce()),
    async onUnauthorized(staleToken) {
      // Somebody else has renewed it since that call began.
      if (current && current.token !== staleToken) return;
      current = null;
      await refreshOnce();
    },
    close: () => request.close(),
  };
}

function holdMs(error: CosellError): number {
  if (error.retryAfterSeconds !== undefined) return error.retryAfterSeconds * 1000;
  return error.code === 'partner-center-unavailable' ? 0 : REFUSAL_HOLD_MS;
}
