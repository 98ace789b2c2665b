import type { KeyObject } from 'node:crypto';
import { obtainKey, type ObtainKeyOptions, type SigningKey } from './obtain-key.ts';
import { Refused } from './refusal.ts';

/** Gives the key behind the address of a certificate. @throws Refused */
export type SigningKeys = (url: URL) => Promise<KeyObject>;

export interface SigningKeysOptions extends ObtainKeyOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A certificate is looked at again after an hour, so that one that was replaced or blocked does not live on. */
const FRESH_MS = 60 * 60_000;
/** While it cannot be had, one that was good is good for this long. */
const STALE_MS = 24 * 60 * 60_000;
const REFUSED_AGAIN_MS = 60_000;
const UNAVAILABLE_AGAIN_MS = 5_000;
/** Downloads from addresses that have not led to a good certificate before, per minute. */
const STRANGERS_PER_MINUTE = 20;
const MOST_KEYS = 8;
const MOST_REFUSALS = 200;

interface Known extends SigningKey {
  readonly loadedAt: number;
}

interface Failed {
  readonly refusal: Refused;
  readonly until: number;
}

/**
 * Keeps what was found out about certificates: good ones for an hour, refused ones for a minute. Whoever invents addresses
 * costs at most a few downloads a minute and a bounded memory, and never crowds out the certificate that is in use.
 */
export function createSigningKeys(options: SigningKeysOptions): SigningKeys {
  const { now } = options;
  const known = new Map<string, Known>();
  const failed = new Map<string, Failed>();
  const underWay = new Map<string, Promise<Known>>();
  let minute = { startedAt: -Infinity, downloads: 0 };

  function assertWithinBudget(at: number): void {
    if (at - minute.startedAt >= 60_000) minute = { startedAt: at, downloads: 0 };
    if (minute.downloads >= STRANGERS_PER_MINUTE) throw new Refused('certificate-unavailable');
    minute.downloads += 1;
  }

  async function load(url: URL, at: number): Promise<Known> {
    try {
      const found = { ...(await obtainKey(options, url, at)), loadedAt: at };
      failed.delete(url.href);
      known.delete(url.href);
      known.set(url.href, found);
      dropOldest(known, MOST_KEYS);
      return found;
    } catch (thrown) {
      const refusal = thrown instanceof Refused ? thrown : new Refused('certificate-unreadable', thrown);
      const isPassing = refusal.reason === 'certificate-unavailable';
      // Found to be wrong, it is wrong at once; only when nobody can tell, the old finding lasts.
      if (!isPassing) known.delete(url.href);
      failed.set(url.href, { refusal, until: at + (isPassing ? UNAVAILABLE_AGAIN_MS : REFUSED_AGAIN_MS) });
      dropOldest(failed, MOST_REFUSALS);
      throw refusal;
    }
  }

  function loadOnce(url: URL, at: number): Promise<Known> {
    const running = underWay.get(url.href);
    if (running) return running;
    const begun = load(url, at).finally(() => underWay.delete(url.href));
    underWay.set(url.href, begun);
    return begun;
  }

  return async (url) => {
    const at = now();
    const had = known.get(url.href);
    const good = had && at <= had.validUntil && at - had.loadedAt < STALE_MS ? had : null;
    if (good && at - good.loadedAt < FRESH_MS) return good.key;
    const failure = failed.get(url.href);
    if (failure && at < failure.until) {
      if (good) return good.key;
      throw failure.refusal;
    }
    if (!had && !underWay.has(url.href)) assertWithinBudget(at);
    try {
      return (await loadOnce(url, at)).key;
    } catch (thrown) {
      if (good && thrown instanceof Refused && thrown.reason === 'certificate-unavailable') return good.key;
      throw thrown;
    }
  };
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
