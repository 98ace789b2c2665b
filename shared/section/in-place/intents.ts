import type { Dialog, EditableField, FieldValues, Intent, SectionPort } from '../contract/index.ts';
import type { CrmValue } from '../../core/model/index.ts';
import { hasDraft } from './arrival.ts';
import type { Drafts } from './drafts.ts';
import { problem, problemOf } from './port-error.ts';
import { fieldsOf, isShared, openRow, sameValue, storedValues } from './record.ts';
import { requestRefusal, syncRefusal } from './refusals.ts';
import type { Store } from './store.ts';
import type { Tracker } from './tracker.ts';

interface IntentParts {
  readonly store: Store;
  readonly port: SectionPort;
  readonly tracker: Tracker;
  readonly drafts: Drafts;
  readonly reload: () => void;
}

type Carried = { readonly [Kind in Intent['kind']]: (intent: Extract<Intent, { kind: Kind }>) => void };

/** What each intent does. What can't be done now is not done: the view has said why, and a click that comes too late changes nothing. */
export function createIntents({ store, port, tracker, drafts, reload }: IntentParts): (intent: Intent) => void {
  /** What was typed and not sent is there again when the dialog is opened again. */
  const typed = { decline: '', link: '' };

  const open = (dialog: Dialog) => store.set({ dialog });
  const close = () => store.set({ dialog: null });

  function set(field: EditableField, value: CrmValue): void {
    const state = store.get();
    const { record } = state;
    if (record === null || state.unsaved || state.disabled || !record.access[field].editable) return;
    const fields = fieldsOf(state);
    const stored = storedValues(record, fields);
    const shared = isShared(record, fields);
    const isOn = value === true;
    if (field === 'sync' && isOn && !shared && !sameValue(stored.sync, true)) open({ kind: 'preview' });
    else if (field === 'sync' && !isOn && shared) open({ kind: 'pause' });
    else if (field === 'visible' && isOn && !sameValue(stored.visible, true)) open({ kind: 'confirm-visible' });
    else if (field === 'visible' && !isOn && shared && stored.visible === true) return;
    else if (field === 'help' && asksMicrosoft(value, { ...stored, ...state.draft }, shared)) {
      open({ kind: 'confirm-help', value });
    } else drafts.change({ [field]: value });
  }

  function confirm(): void {
    const { dialog } = store.get();
    switch (dialog?.kind) {
      case 'preview':
        close();
        return drafts.change({ sync: true });
      case 'confirm-visible':
        close();
        return drafts.change({ visible: true });
      case 'confirm-help':
        close();
        return drafts.change({ help: dialog.value });
      case 'pause':
        close();
        return drafts.change({ sync: false });
      case 'accept':
        return answer('accept', null);
      case 'decline':
      case 'link':
        return dialog.reason.trim() === '' ? undefined : answer(dialog.kind, dialog.reason.trim());
      case 'history':
      case undefined:
        return close();
    }
  }

  /** The dialog stays open while it can't be sent: nothing is kept for later without saying so. */
  function answer(action: 'accept' | 'decline' | 'link', text: string | null): void {
    const refusal = requestRefusal(store.get());
    if (refusal === 'offline') store.set({ problem: problem('offline', null) });
    if (refusal !== null) return;
    close();
    tracker.request(action, text);
  }

  function retry(): void {
    const state = store.get();
    const { pending, record } = state;
    if (record === null) return reload();
    const isNotMade = pending.phase === 'failed' && pending.row === null && pending.action !== 'save';
    if (isNotMade && requestRefusal(state) === null && tracker.requestAgain()) return;
    if (state.problem !== null && hasDraft(state)) return drafts.sendAgain();
    if (pending.phase === 'timed-out' && (pending.action === 'save' || openRow(record, pending.action) !== null)) {
      store.set({ problem: null });
      return tracker.lookAgain();
    }
    if (requestRefusal(state) !== null) return;
    if (pending.phase === 'failed' && pending.row !== null && pending.action !== 'save' && pending.action !== 'sync') {
      return tracker.request(pending.action, pending.row.reason);
    }
    syncNow();
  }

  function syncNow(): void {
    const refusal = syncRefusal(store.get());
    if (refusal === 'offline') store.set({ problem: problem('offline', null) });
    if (refusal === null) tracker.request('sync', null);
  }

  const does: Carried = {
    set: ({ field, value }) => set(field, value),
    confirm,
    cancel: close,
    'sync-now': syncNow,
    retry,
    resume: () => set('sync', true),
    pause: () => set('sync', false),
    accept: () => open({ kind: 'accept' }),
    decline: () => open({ kind: 'decline', reason: typed.decline }),
    link: () => open({ kind: 'link', reason: typed.link }),
    'type-reason'({ reason }) {
      const { dialog } = store.get();
      if (dialog?.kind !== 'decline' && dialog?.kind !== 'link') return;
      typed[dialog.kind] = reason;
      open({ kind: dialog.kind, reason });
    },
    'load-changes'() {
      const { newer } = store.get();
      if (newer !== null) store.set({ record: newer, newer: null });
    },
    reload,
    'show-history': () => open({ kind: 'history' }),
    'go-to-field': ({ field }) => port.goToField(field),
    open: ({ url }) => port.open(url),
    copy: ({ text }) => void port.copy(text).catch((thrown: unknown) => store.set({ problem: problemOf(thrown) })),
    dismiss() {
      drafts.letGo();
      tracker.dismiss();
      store.set({ problem: null });
    },
  };
  return (intent) => (does[intent.kind] as (intent: Intent) => void)(intent);
}

/** Whether Microsoft is invited once this is saved, without the preview that the first share has. */
function asksMicrosoft(help: CrmValue, { sync, help: before }: FieldValues, shared: boolean): boolean {
  return (shared || sync === true) && !sameValue(help, null) && sameValue(before, null);
}
