import { randomUUID } from 'node:crypto';

/** Who a bearer token belongs to. */
export interface TokenOwner {
  readonly clientId: string;
}

/** The bearer tokens of one stand-in and the clients that may sign in to it. */
export interface Tokens {
  /** client_id -> client_secret. Starts with `sandbox`, `seller` and `stranger` (design.md §6); a stand-in may add its own. */
  readonly clients: Map<string, string>;
  /** Issues a bearer token that lives `seconds` (default 3600). */
  issue(clientId: string, seconds?: number): string;
  /** Reads an `Authorization: Bearer …` header; `null` when it is missing, malformed or unknown. */
  clientOf(authorization: string | undefined): TokenOwner | 'expired' | null;
  /** Makes every token issued so far expired. */
  expireAll(): void;
}

const DEFAULT_LIFETIME_SECONDS = 3600;

/** @param now milliseconds since 1970; a parameter so that tests can move the clock. */
export function createTokens(now: () => number): Tokens {
  const issued = new Map<string, { clientId: string; expiresAt: number }>();
  return {
    clients: new Map([
      ['sandbox', 'sandbox'],
      ['seller', 'seller'],
      ['stranger', 'stranger'],
    ]),
    issue(clientId, seconds = DEFAULT_LIFETIME_SECONDS) {
      const token = `sandbox-token-${randomUUID()}`;
      issued.set(token, { clientId, expiresAt: now() + seconds * 1000 });
      return token;
    },
    clientOf(authorization) {
      const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
      const known = token === undefined ? undefined : issued.get(token);
      if (!known) return null;
      return known.expiresAt > now() ? { clientId: known.clientId } : 'expired';
    },
    expireAll() {
      for (const known of issued.values()) known.expiresAt = 0;
    },
  };
}
