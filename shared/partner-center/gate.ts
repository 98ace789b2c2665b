import type { Clock } from './clock.ts';

/**
 * Keeps every call of a client back while Partner Center wants to be left alone. One answer with `Retry-After` closes
 * it for all.
 */
export interface Gate {
  /** Resolves to 0 when a call may go out now, after waiting if the wait is short; else to the seconds still to wait. */
  pass(signal: AbortSignal): Promise<number>;
  closeFor(seconds: number): void;
}

export function createGate(clock: Clock, maxInlineWaitMs: number): Gate {
  let closedUntil = 0;
  return {
    async pass(signal) {
      // Looked at again after every wait: another call may have closed it for longer meanwhile.
      for (;;) {
        const remaining = closedUntil - clock.now();
        if (remaining <= 0) return 0;
        if (remaining > maxInlineWaitMs) return Math.ceil(remaining / 1000);
        await clock.sleep(remaining, signal);
      }
    },
    closeFor(seconds) {
      closedUntil = Math.max(closedUntil, clock.now() + seconds * 1000);
    },
  };
}
