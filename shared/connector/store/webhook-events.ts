import { createHash } from 'node:crypto';
import type { Db } from './db.ts';

/**
 * Remembers webhook events, all in one statement.
 *
 * @returns those that were not known
 */
export async function rememberEvents(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const byHash = new Map(keys.map((key) => [hashOf(key), key]));
  // In one order everywhere, so that two processes that are sent the same events do not wait for each other.
  const hashes = [...byHash.keys()].sort();
  const rows = await db.query<{ hash: string }>(
    `insert into cosell.webhook_events (key) select decode(hash, 'hex') from unnest($1::text[]) as hash
     on conflict do nothing returning encode(key, 'hex') as hash`,
    [hashes],
  );
  return new Set(rows.flatMap(({ hash }) => byHash.get(hash) ?? []));
}

/** Forgets events that would be too old to be taken in anyway. */
export async function forgetEvents(db: Db, olderThanMs: number): Promise<void> {
  await db.query('delete from cosell.webhook_events where received_at < now() - make_interval(secs => $1)', [
    olderThanMs / 1_000,
  ]);
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
