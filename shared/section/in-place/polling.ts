import type { SectionClock } from '../contract/index.ts';
import { LOOK_DELAYS_MS } from './limits.ts';

/** Looks again and again, less and less often, one look at a time, and only while somebody can see it. */
export interface Polling {
  /** From the shortest pause. */
  start(): void;
  stop(): void;
  /** Stops for good. */
  dispose(): void;
  /** The tab is visible or the network back: looks at once if that was what held it up. */
  resume(): void;
}

/** `look` never rejects; `mayLook` is asked before each. */
export function createPolling(clock: SectionClock, mayLook: () => boolean, look: () => Promise<void>): Polling {
  let isRunning = false;
  let isLooking = false;
  let isHeldUp = false;
  let isDisposed = false;
  let looks = 0;
  let cancel: (() => void) | null = null;

  const schedule = () => {
    if (!isRunning || isLooking || cancel !== null) return;
    const delay = LOOK_DELAYS_MS[Math.min(looks, LOOK_DELAYS_MS.length - 1)] ?? 0;
    cancel = clock.after(delay, () => {
      cancel = null;
      void tick();
    });
  };
  const tick = async () => {
    isHeldUp = !mayLook();
    if (isHeldUp) return;
    looks += 1;
    isLooking = true;
    await look();
    isLooking = false;
    schedule();
  };
  const stopTimer = () => {
    cancel?.();
    cancel = null;
    isHeldUp = false;
  };
  return {
    start() {
      if (isDisposed) return;
      stopTimer();
      isRunning = true;
      looks = 0;
      schedule();
    },
    stop() {
      stopTimer();
      isRunning = false;
    },
    dispose() {
      isDisposed = true;
      stopTimer();
      isRunning = false;
    },
    resume() {
      if (isRunning && isHeldUp) void tick();
    },
  };
}
