import type { SectionClock } from '../../contract/index.ts';

/** Time that tests turn by hand. */
export interface HandClock extends SectionClock {
  /** Runs every timer that is due within so many milliseconds, in order, and lets what it began settle. */
  pass(milliseconds: number): Promise<void>;
  show(): Promise<void>;
  hide(): void;
  /** Timers that are set. */
  timers(): number;
}

const START = Date.parse('2026-11-20T10:10:00Z');

/** Lets every promise that can settle without time settle. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

export function handClock(): HandClock {
  let time = START;
  let isVisible = true;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const listeners = new Set<() => void>();
  return {
    now: () => new Date(time),
    after(milliseconds, run) {
      const timer = { at: time + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    visible: () => isVisible,
    onVisible(run) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
    async pass(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers.delete(next);
        time = next.at;
        next.run();
        await settle();
      }
      time = end;
    },
    async show() {
      isVisible = true;
      for (const run of [...listeners]) run();
      await settle();
    },
    hide() {
      isVisible = false;
    },
    timers: () => timers.size,
  };
}
