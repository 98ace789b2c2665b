import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 100;
const STUCK_AFTER_MS = 60_000;

/**
 * Waits until `look` counts `wanted`.
 * @throws Error when a minute brings nothing new
 */
export async function untilCount(wanted: number, look: () => Promise<number>): Promise<void> {
  let last = -1;
  let movedAt = Date.now();
  for (;;) {
    const count = await look();
    if (count >= wanted) return;
    if (count !== last) movedAt = Date.now();
    else if (Date.now() - movedAt > STUCK_AFTER_MS) throw new Error(`It stays at ${count} of ${wanted}.`);
    last = count;
    await pause(LOOK_EVERY_MS);
  }
}
