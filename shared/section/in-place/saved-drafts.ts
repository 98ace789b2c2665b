import { EDITABLE_FIELDS, type EditableField, type FieldValues } from '../contract/index.ts';
import { hasDraft, remainingDraft, withStored } from './arrival.ts';
import type { CreateDrafts } from './drafts.ts';
import { problem, problemOf } from './port-error.ts';
import { fieldsOf, isShared, statusOf, storedValues } from './record.ts';

/** Every change is saved by the section itself, at once. */
export const createSavedDrafts: CreateDrafts = (store, port, tracker) => {
  const unsent = new Set<EditableField>();
  let isSending = false;

  const pick = (fields: Iterable<EditableField>): Partial<FieldValues> => {
    const { draft } = store.get();
    return Object.fromEntries(
      [...fields].filter((field) => field in draft).map((field) => [field, draft[field] ?? null]),
    );
  };

  /** One save at a time; what is typed meanwhile goes with the next one. */
  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    let values = pick(unsent);
    while (Object.keys(values).length > 0) {
      unsent.clear();
      if (!(await save(values))) break;
      values = pick(unsent);
    }
    unsent.clear();
    isSending = false;
  }

  async function save(values: Partial<FieldValues>): Promise<boolean> {
    if (!store.get().online) {
      store.set({ problem: problem('offline', null) });
      return false;
    }
    const before = store.get().problem;
    if (before !== null && (before.field === null || before.field in values)) store.set({ problem: null });
    tracker.saving();
    try {
      await port.save(values);
    } catch (thrown) {
      const [only, ...others] = Object.keys(values) as EditableField[];
      const told = problemOf(thrown);
      const field = told.field ?? (told.kind === 'rejected' && others.length === 0 ? (only ?? null) : null);
      const { record, draft } = store.get();
      const left = record === null ? draft : remainingDraft(draft, storedValues(record, fieldsOf(store.get())));
      // Whoever has gone back to the stored value meanwhile has nothing to send any more.
      store.set({ draft: left, problem: Object.keys(left).length === 0 ? null : { ...told, field } });
      tracker.notSaved();
      return false;
    }
    stored(values);
    return true;
  }

  function stored(values: Partial<FieldValues>): void {
    const state = store.get();
    const latest = state.newer ?? state.record;
    const hasWork = isWork(values);
    const draft = remainingDraft(state.draft, values);
    store.set({ draft, newer: null, record: latest === null ? null : withStored(latest, values, state) });
    tracker.saved(hasWork);
  }

  /** Whether the connector acts on values that have just been stored. */
  function isWork(values: Partial<FieldValues>): boolean {
    const state = store.get();
    if (state.record === null || state.connection === 'none') return false;
    const fields = fieldsOf(state);
    const { sync } = { ...storedValues(state.record, fields), ...values };
    if (sync === true) return true;
    const isKnown = isShared(state.record, fields) || statusOf(state.record, state) !== null;
    return 'sync' in values && isKnown;
  }

  function sendAll(values: Partial<FieldValues>): void {
    for (const field of EDITABLE_FIELDS) if (field in values) unsent.add(field);
    void send();
  }

  return {
    change(values) {
      const state = store.get();
      const stored = state.record === null ? {} : storedValues(state.record, fieldsOf(state));
      const changed = { ...state.draft, ...values };
      // A value on its way may still fail or win: until then, going back to the stored one is a change as well.
      store.set({ draft: isSending ? changed : remainingDraft(changed, stored) });
      if (!hasDraft(store.get())) store.set({ problem: null });
      sendAll(values);
    },
    sendAgain() {
      store.set({ problem: null });
      sendAll(store.get().draft);
    },
    letGo() {
      if (!isSending) store.set({ draft: {} });
    },
    isSending: () => isSending,
    isInForm: () => false,
  };
};
