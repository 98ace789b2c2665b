import * as React from 'react';
import type { RecordSession } from '../record/session.ts';

/**
 * Saves so long after the first change that is not saved (learn.microsoft.com power-apps/maker/model-driven-apps/manage-auto-save). A new
 * record is never saved by itself, and neither is anything while a dialog of the last save waits for an answer.
 * @param delay milliseconds; `null`: switched off in the app
 */
export function useAutosave(session: RecordSession, delay: number | null): void {
  React.useEffect(() => {
    if (delay === null) return undefined;
    let timer: number | undefined;
    const watch = (): void => {
      const { id, saving, fault } = session.state();
      const wanted = session.isDirty() && id !== null && !saving && fault === null;
      if (!wanted) {
        window.clearTimeout(timer);
        timer = undefined;
      } else {
        timer ??= window.setTimeout(() => {
          timer = undefined;
          void session.save();
        }, delay);
      }
    };
    const unsubscribe = session.subscribe(watch);
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
    };
  }, [session, delay]);
}
