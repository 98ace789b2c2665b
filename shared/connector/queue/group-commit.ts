import { setTimeout as pause } from 'node:timers/promises';

/**
 * What waits after a write waits a moment longer, for those that have just been answered to come again: senders that take turns
 * with the writes would otherwise fall into two halves, each with a group of its own.
 */
const LINGER_MS = 3;

/**
 * Collects what arrives while a write is under way into the next write, so that a burst of single events costs a few
 * statements instead of one each (`reference/engine.md` §6). A lone event is written at once.
 *
 * @param write stores a group durably
 * @param largest upper bound of a group
 * @param linger between two writes, when something waits for the second already
 * @returns a function that resolves when its items are stored, and rejects when their group could not be
 */
export function createGroupCommit<Item>(
  write: (group: readonly Item[]) => Promise<void>,
  largest: number,
  linger: () => Promise<unknown> = () => pause(LINGER_MS),
): (items: readonly Item[]) => Promise<void> {
  interface Waiting {
    readonly items: readonly Item[];
    readonly stored: () => void;
    readonly failed: (reason: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let writing = false;

  const takeGroup = (): Waiting[] => {
    let size = 0;
    let count = 0;
    for (const entry of waiting) {
      if (count > 0 && size + entry.items.length > largest) break;
      size += entry.items.length;
      count += 1;
    }
    return waiting.splice(0, count);
  };

  const pump = async (): Promise<void> => {
    writing = true;
    while (waiting.length > 0) {
      const group = takeGroup();
      try {
        await write(group.flatMap((entry) => entry.items));
        for (const entry of group) entry.stored();
      } catch (reason) {
        for (const entry of group) entry.failed(reason);
      }
      if (waiting.length > 0) await linger();
    }
    writing = false;
  };

  return (items) => {
    if (items.length === 0) return Promise.resolve();
    return new Promise<void>((stored, failed) => {
      waiting.push({ items, stored, failed });
      if (!writing) void pump();
    });
  };
}
