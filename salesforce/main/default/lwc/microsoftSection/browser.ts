import type { SectionClock } from 'c/syncCore';

/** Time and visibility as the browser has them. */
export const browserClock: SectionClock = {
  now: () => new Date(),
  after(milliseconds, run) {
    // The controller's own timer: it polls only while something is pending and the tab is visible, and stops when it is disposed of.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  visible: () => document.visibilityState === 'visible',
  onVisible(run) {
    const changed = () => {
      if (document.visibilityState === 'visible') run();
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};

/** Listens to an event of the window; returns what ends it. */
export function listen(event: 'online' | 'offline', run: () => void): () => void {
  window.addEventListener(event, run);
  return () => window.removeEventListener(event, run);
}
