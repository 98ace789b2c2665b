import type { SectionClock } from '../../../shared/section/contract/index.ts';

/** The browser's time and the tab's visibility. */
export const browserClock: SectionClock = {
  now: () => new Date(),
  after(milliseconds, run) {
    const timer = window.setTimeout(run, milliseconds);
    return () => window.clearTimeout(timer);
  },
  visible: () => document.visibilityState === 'visible',
  onVisible(run) {
    const listener = (): void => {
      if (document.visibilityState === 'visible') run();
    };
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
