import type { RefreshTokenStore } from '../port.ts';

/** A RefreshTokenStore for tests: exclusive within this process, and it shows every token that was ever stored. */
export function createMemoryRefreshTokenStore(
  initial: string | null,
): RefreshTokenStore & { readonly stored: string[] } {
  const stored: string[] = initial === null ? [] : [initial];
  const latest = (): string | null => stored.at(-1) ?? null;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    stored,
    read: () => Promise.resolve(latest()),
    update(change) {
      const turn = queue.then(async () => {
        const next = await change(latest());
        stored.push(next);
        return next;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}
