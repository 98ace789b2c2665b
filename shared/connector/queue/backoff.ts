/** When a failed sync is tried again. */
export interface RetrySettings {
  /** How many times a change is tried before it is given up. */
  readonly limit: number;
  readonly baseSeconds: number;
  readonly maxSeconds: number;
}

/**
 * Seconds until the next attempt: doubling from `baseSeconds` up to `maxSeconds`, of which half is left to chance so that
 * opportunities that failed together do not come back together. Never before the time the other system asked for.
 *
 * @param failures how often it has failed, from 1
 * @param random a number from 0 to 1
 */
export function backoffSeconds(
  settings: RetrySettings,
  failures: number,
  retryAfterSeconds: number | undefined,
  random: number,
): number {
  const full = Math.min(settings.maxSeconds, settings.baseSeconds * 2 ** Math.min(failures - 1, 30));
  return full / 2 + (full / 2) * random + (retryAfterSeconds ?? 0);
}
