import type { FieldValues } from '../contract/index.ts';
import { remainingDraft } from './arrival.ts';
import type { CreateDrafts } from './drafts.ts';
import { problemOf } from './port-error.ts';
import { fieldsOf, storedValues } from './record.ts';

/** The host form gets every change at once and saves it later. */
export const createFormDrafts: CreateDrafts = (store, port) => {
  let isInForm = true;

  async function handOver(values: Partial<FieldValues>): Promise<void> {
    isInForm = false;
    try {
      await port.save(values);
      isInForm = true;
    } catch (thrown) {
      store.set({ problem: problemOf(thrown) });
    }
  }

  return {
    change(values) {
      const state = store.get();
      const stored = state.record === null ? {} : storedValues(state.record, fieldsOf(state));
      const draft = remainingDraft({ ...state.draft, ...values }, stored);
      store.set({ draft });
      // What an earlier call could not hand over goes along.
      void handOver(isInForm ? values : { ...draft, ...values });
    },
    sendAgain() {
      store.set({ problem: null });
      void handOver(store.get().draft);
    },
    letGo: () => undefined,
    isSending: () => false,
    isInForm: () => isInForm,
  };
};
