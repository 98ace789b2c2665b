import type { SectionClock } from '../contract/index.ts';
import { ANSWER_TIMEOUT_MS, LOOK_DELAYS_MS } from './limits.ts';

/** Looks again and again, less and less often, one look at a time, and only while somebody can see it. */
export interface Polling {
  /** From the shortest pause, with the whole time. */
  start(): void;
  stop(): void;
  /** Stops for good. */
  dispose(): void;
  /** The tab is visible or the network back: looks at once if that was what held it up. */
  resume(): void;
}

interface PollingParts {
  readonly clock: SectionClock;
  /** Asked before each look. */
  readonly mayLook: () => boolean;
  /** Never rejects. */
  readonly look: () => Promise<void>;
  /** `ANSWER_TIMEOUT_MS` have passed; after a time without looks, the first one is waited for. */
  readonly onLimit: () => void;
}

export function createPolling({ clock, mayLook, look, onLimit }: PollingParts): Polling {
  let isRunning = false;
  let isLooking = false;
  let isHeldUp = false;
  let isDisposed = false;
  let looks = 0;
  let since = 0;
  let cancelLook: (() => void) | null = null;
  let cancelDeadline: (() => void) | null = null;

  const schedule = () => {
    if (!isRunning || isLooking || cancelLook !== null) return;
    const delay = LOOK_DELAYS_MS[Math.min(looks, LOOK_DELAYS_MS.length - 1)] ?? 0;
    cancelLook = clock.after(delay, () => {
      cancelLook = null;
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
    if (isRunning && clock.now().getTime() - since >= ANSWER_TIMEOUT_MS) onLimit();
    schedule();
  };
  /** A read that never ends must not keep the person waiting. */
  const setDeadline = () => {
    cancelDeadline ??= clock.after(ANSWER_TIMEOUT_MS, () => {
      cancelDeadline = null;
      if (mayLook()) onLimit();
    });
  };
  const stop = () => {
    cancelLook?.();
    cancelDeadline?.();
    cancelLook = null;
    cancelDeadline = null;
    isHeldUp = false;
    isRunning = false;
  };
  return {
    start() {
      if (isDisposed) return;
      stop();
      isRunning = true;
      looks = 0;
      since = clock.now().getTime();
      setDeadline();
      schedule();
    },
    stop,
    dispose() {
      isDisposed = true;
      stop();
    },
    resume() {
      if (!isRunning || !isHeldUp) return;
      setDeadline();
      void tick();
    },
  };
}
