import { randomUUID } from 'node:crypto';

interface Grant {
  readonly clientId: string;
  readonly redirectUri: string;
}

/** Codes that a consent ends with: each good once, for ten minutes, for the client and redirect address it was made for. */
export interface AuthorizationCodes {
  issue(grant: Grant): string;
  redeem(code: string, by: Grant): 'redeemed' | keyof typeof CODE_REFUSALS;
}

const LIFETIME_MS = 10 * 60_000;

/** learn.microsoft.com/entra/identity-platform/reference-error-codes */
export const CODE_REFUSALS = {
  unknown: [70000, "The provided value for the input parameter 'code' is not valid."],
  used: [54005, 'OAuth2 Authorization code was already redeemed, please retry with a new valid code.'],
  expired: [
    70008,
    'The provided authorization code has expired due to inactivity. Send a new interactive authorization request.',
  ],
} as const;

export function createAuthorizationCodes(now: () => number): AuthorizationCodes {
  const issued = new Map<string, Grant & { readonly at: number; used: boolean }>();
  return {
    issue: (grant) => {
      const code = `0.${randomUUID()}`;
      issued.set(code, { ...grant, at: now(), used: false });
      return code;
    },
    redeem: (code, { clientId, redirectUri }) => {
      const found = issued.get(code);
      if (found?.clientId !== clientId || found.redirectUri !== redirectUri) return 'unknown';
      if (found.used) return 'used';
      if (now() - found.at > LIFETIME_MS) return 'expired';
      found.used = true;
      return 'redeemed';
    },
  };
}
