import type { SectionClock } from '../contract/index.ts';

/** Calls `tick` after each pause while the tab is visible, and once when it becomes so. Returns what stops it. */
export function startTicker(clock: SectionClock, pauseMs: () => number, tick: () => void): Ticker {
  let cancel: (() => void) | null = null;
  const schedule = () => {
    cancel?.();
    cancel = null;
    if (clock.visible()) cancel = clock.after(pauseMs(), run);
  };
  const run = () => {
    if (clock.visible()) tick();
    schedule();
  };
  const stopListening = clock.onVisible(run);
  schedule();
  return {
    reschedule: schedule,
    stop() {
      stopListening();
      cancel?.();
      cancel = null;
    },
  };
}

export interface Ticker {
  /** The pause has become another one. */
  reschedule(): void;
  stop(): void;
}
