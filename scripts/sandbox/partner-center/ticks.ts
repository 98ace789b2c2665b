/** Time as the service tells it: UTC with seven digits of fraction, every answer later than the one before. */
export interface Ticks {
  next(): string;
}

const TICKS_PER_MS = 10_000n;

/** @param now milliseconds since 1970. */
export function createTicks(now: () => number): Ticks {
  let last = 0n;
  return {
    next() {
      const current = BigInt(now()) * TICKS_PER_MS;
      last = current > last ? current : last + 1n;
      return formatTicks(last);
    },
  };
}

/** @param ms milliseconds since 1970. */
export function formatInstant(ms: number): string {
  return formatTicks(BigInt(ms) * TICKS_PER_MS);
}

/** `2025-11-20T17:05:01.1234567Z` from any UTC or offset time with up to seven digits of fraction; `null` when it is none. */
export function normaliseInstant(text: string): string | null {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return null;
  const fraction = /\.(\d{1,7})/.exec(text)?.[1] ?? '';
  return `${new Date(ms).toISOString().slice(0, 19)}.${fraction.padEnd(7, '0')}Z`;
}

function formatTicks(ticks: bigint): string {
  const seconds = new Date(Number(ticks / TICKS_PER_MS)).toISOString().slice(0, 19);
  return `${seconds}.${String(ticks % 10_000_000n).padStart(7, '0')}Z`;
}
