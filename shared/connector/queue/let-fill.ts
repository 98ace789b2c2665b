import { setTimeout as pause } from 'node:timers/promises';

/** A batch of so many says that changes come faster than batches end. */
const BUSY_FROM = 4;
/** For how long one such batch counts. */
const BUSY_MS = 250;
/** What somebody who ticks Sync in such a moment waits longer, at most. */
const FILL_MS = 50;

/**
 * Under load, batches that follow each other at once hold little each, although a batch costs the same few calls whatever it holds. So after a
 * batch one waits a moment for the next one to fill; while little happens, and where a whole batch waits already, not at all.
 *
 * @param now milliseconds, from any origin
 * @returns to be awaited after each batch of one CRM, with its size
 */
export function createLetFill(
  largest: number,
  now: () => number = () => performance.now(),
  wait: (milliseconds: number) => Promise<unknown> = pause,
): (size: number) => Promise<void> {
  let busyUntil = -Infinity;
  return async (size) => {
    if (size >= BUSY_FROM) busyUntil = now() + BUSY_MS;
    if (size < largest && now() < busyUntil) await wait(FILL_MS);
  };
}
