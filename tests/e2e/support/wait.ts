import { setTimeout as pause } from 'node:timers/promises';

/**
 * Polls until `look` returns something other than `undefined` or `false`, and returns that.
 * @throws Error with the last thing seen when `withinMs` has passed.
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  withinMs = 10_000,
): Promise<T> {
  const started = Date.now();
  let lastError: unknown;
  while (Date.now() - started < withinMs) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    await pause(20);
  }
  throw new Error(`Waited ${withinMs} ms in vain for ${what}.`, { cause: lastError });
}
