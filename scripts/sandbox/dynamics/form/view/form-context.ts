import * as React from 'react';
import type { FormBoot } from '../boot.ts';
import type { PlatformDialog, PlatformDialogs } from '../control/types.ts';
import type { FormState, RecordSession } from '../record/session.ts';

/** What the parts of the page share. */
export interface FormContext {
  readonly boot: FormBoot;
  readonly session: RecordSession;
  readonly dialogs: DialogQueue;
}

export const FormContext = React.createContext<FormContext | null>(null);

/** @throws Error outside the form */
export function useForm(): FormContext & { readonly state: FormState } {
  const context = React.useContext(FormContext);
  if (!context) throw new Error('This part belongs into a form.');
  const [state, setState] = React.useState(context.session.state());
  React.useEffect(() => context.session.subscribe(() => setState(context.session.state())), [context]);
  return { ...context, state };
}

/** One dialog at a time, asked for from anywhere. */
export interface DialogQueue extends PlatformDialogs {
  current(): { readonly dialog: PlatformDialog; readonly answer: (confirmed: boolean) => void } | null;
  subscribe(listener: () => void): () => void;
}

export function createDialogs(): DialogQueue {
  const listeners = new Set<() => void>();
  const waiting: { dialog: PlatformDialog; answer: (confirmed: boolean) => void }[] = [];
  const tell = (): void => listeners.forEach((listener) => listener());
  return {
    current: () => waiting[0] ?? null,
    open: (dialog) =>
      new Promise((resolve) => {
        const answer = (confirmed: boolean): void => {
          waiting.shift();
          tell();
          resolve(confirmed);
        };
        waiting.push({ dialog, answer });
        tell();
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
