import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** Refresh tokens of one stand-in: each use hands out a new one. */
export interface RefreshTokens {
  /** The first token of a new consent; whatever was revoked before does not concern it. */
  issue(): string;
  /** The next token, or `null` when `token` is unknown, superseded for longer than the grace, revoked or of another client. */
  rotate(clientId: string, token: string): string | null;
  /** Makes every token issued so far unusable, as when an administrator revokes the sessions; only `reset` brings the first back. */
  revokeAll(): void;
  /** Forgets what was superseded and revoked. */
  reset(): void;
}

export interface RefreshTokenOptions {
  readonly clientId: string;
  /** The token that the sandbox's configuration starts with. */
  readonly first: string;
  /** How long a superseded token still works, so that a client that crashed before storing the new one recovers. */
  readonly graceMs: number;
  readonly now: () => number;
}

/** Only tells our own tokens from made-up ones; protects nothing, and lets tokens outlive a restart of the sandbox. */
const MARK = 'co-sell sandbox';

export function createRefreshTokens({ clientId, first, graceMs, now }: RefreshTokenOptions): RefreshTokens {
  const supersededAt = new Map<string, number>();
  let revokedBefore = 0;

  const isOurs = (token: string) => {
    const [prefix, issuedAt, nonce, mark] = token.split('.');
    if (prefix !== first || issuedAt === undefined || nonce === undefined || mark === undefined) return false;
    return equal(mark, markOf(`${issuedAt}.${nonce}`)) && Number(issuedAt) >= revokedBefore;
  };
  const isUsable = (token: string) => {
    if (token === first ? revokedBefore > 0 : !isOurs(token)) return false;
    const at = supersededAt.get(token);
    return at === undefined || now() - at <= graceMs;
  };

  /** Not before the moment from which tokens count again. */
  const next = () => {
    const body = `${Math.max(now(), revokedBefore)}.${randomUUID()}`;
    return `${first}.${body}.${markOf(body)}`;
  };

  return {
    issue: next,
    rotate(client, token) {
      if (client !== clientId || !isUsable(token)) return null;
      if (!supersededAt.has(token)) supersededAt.set(token, now());
      return next();
    },
    revokeAll() {
      revokedBefore = now() + 1;
    },
    reset() {
      revokedBefore = 0;
      supersededAt.clear();
    },
  };
}

const markOf = (body: string) => createHmac('sha256', MARK).update(body).digest('base64url').slice(0, 22);

function equal(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
