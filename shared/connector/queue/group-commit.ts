import { setTimeout as pause } from 'node:timers/promises';

/** So long a write waits for those that have just been answered to come again. Far more than they need, far less than anybody notices. */
const GATHER_MS = 10;

interface Waiting<Item> {
  readonly items: readonly Item[];
  readonly stored: () => void;
  readonly failed: (reason: unknown) => void;
}

/**
 * Collects what arrives while a write is under way into the next write, so that a burst of single events costs a few
 * statements instead of one each (`reference/engine.md` §6). A lone event is written at once. After a write of several, the next one waits a
 * moment for as many: senders that wait for their answers would otherwise fall into two halves that take turns, each with a write of its own.
 *
 * @param write stores a group durably
 * @param largest upper bound of a group
 * @param wait resolves after so many milliseconds
 * @returns a function that resolves when its items are stored, and rejects when their group could not be
 */
export function createGroupCommit<Item>(
  write: (group: readonly Item[]) => Promise<void>,
  largest: number,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): (items: readonly Item[]) => Promise<void> {
  const waiting: Waiting<Item>[] = [];
  let writing = false;
  /** How many are likely to come together, and until when. */
  let expected = 0;
  let expectedUntil = 0;
  let arrived: () => void = () => undefined;

  const takeGroup = (): Waiting<Item>[] => {
    let size = 0;
    let count = 0;
    for (const entry of waiting) {
      if (count > 0 && size + entry.items.length > largest) break;
      size += entry.items.length;
      count += 1;
    }
    return waiting.splice(0, count);
  };

  const gather = async (): Promise<void> => {
    const enough = new Promise<void>((resolve) => (arrived = resolve));
    await Promise.race([enough, wait(GATHER_MS)]);
    arrived = () => undefined;
  };

  const pump = async (): Promise<void> => {
    writing = true;
    if (performance.now() > expectedUntil) expected = 0;
    while (waiting.length > 0) {
      if (waiting.length < expected) await gather();
      const group = takeGroup();
      try {
        await write(group.flatMap((entry) => entry.items));
        for (const entry of group) entry.stored();
      } catch (reason) {
        for (const entry of group) entry.failed(reason);
      }
      expected = group.length + waiting.length;
      expectedUntil = performance.now() + GATHER_MS;
    }
    writing = false;
  };

  return (items) => {
    if (items.length === 0) return Promise.resolve();
    return new Promise<void>((stored, failed) => {
      waiting.push({ items, stored, failed });
      if (waiting.length >= expected) arrived();
      if (!writing) void pump();
    });
  };
}
