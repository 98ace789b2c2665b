import { SYSTEM_CLOCK, type Clock } from './clock.ts';
import { createTokenRequest } from './token-request.ts';

export interface AppSignInOptions {
  /** `https://login.microsoftonline.com/{tenant}`; in the sandbox `http://localhost:4101/{tenant}`. */
  readonly authority: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Longest time for one sign-in; 15 s. */
  readonly timeoutMs?: number;
  readonly clock?: Clock;
}

export interface SignIn {
  /** An access token. Throws `partner-center-sign-in`, `-throttled` or `-unavailable`. */
  accessToken(): Promise<string>;
  /** Says that the service refused this token, so that the next one is new. */
  onUnauthorized(staleToken: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Signs the app registration itself in, without an account: enough for webhooks, not for referrals. For commands that make a
 * few calls: one token lasts longer than they do.
 */
export function createAppSignIn(options: AppSignInOptions): SignIn {
  const { authority, clientId, clientSecret, scope, timeoutMs = 15_000, clock = SYSTEM_CLOCK } = options;
  const request = createTokenRequest({ authority, clientId, clientSecret, scope, timeoutMs, clock });
  let token: Promise<string> | null = null;
  return {
    accessToken: () => (token ??= request.asApplication().then(({ accessToken }) => accessToken)),
    onUnauthorized: () => {
      token = null;
      return Promise.resolve();
    },
    close: () => request.close(),
  };
}
