import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { CrmKind } from '../../core/model/index.ts';
import type {
  ClientProblem,
  FieldValues,
  SectionClock,
  SectionController,
  SectionPort,
  SectionRecord,
} from '../contract/index.ts';
import { arrive, hasDraft, remainingDraft } from './arrival.ts';
import type { CreateDrafts } from './drafts.ts';
import { createIntents } from './intents.ts';
import { MINUTE_MS } from './limits.ts';
import { problemOf } from './port-error.ts';
import { connectorMark, fieldsOf, peopleMark, statusOf, storedValues } from './record.ts';
import { isOpen, remainingGap } from './refusals.ts';
import { createStore } from './store.ts';
import { startTicker } from './ticker.ts';
import { createTracker } from './tracker.ts';

/** What the administrator set for this section, and who looks at it. */
export interface SectionOptions {
  readonly crm: CrmKind;
  /** How this host saves. */
  readonly createDrafts: CreateDrafts;
  /** The section's fields as deployed to this CRM. */
  readonly shippedFields: SectionFieldNames;
  readonly isAdmin?: boolean;
  readonly stalledAfterMinutes?: number;
}

const STALLED_AFTER_MINUTES = 15;

/**
 * Holds the state of one section and carries out what the person wants of it. It knows no DOM, no network and no timer of its own. A host
 * that is not told of records by itself (Dynamics) dispatches `reload` once it is connected.
 */
export function createSectionController(
  port: SectionPort,
  clock: SectionClock,
  { crm, createDrafts, shippedFields, isAdmin = false, stalledAfterMinutes = STALLED_AFTER_MINUTES }: SectionOptions,
): SectionController {
  const store = createStore(
    {
      crm,
      shippedFields,
      load: 'loading',
      unsaved: false,
      record: null,
      connection: null,
      isAdmin,
      online: true,
      disabled: false,
      draft: {},
      formDirty: false,
      pending: { phase: 'idle', action: 'sync', startedAt: clock.now().toISOString(), row: null },
      newer: null,
      problem: null,
      dialog: null,
      stalledAfterMinutes,
    },
    clock,
  );
  /** Told by the platform about reading, so the next record that arrives ends it. */
  let loadProblem: ClientProblem | null = null;
  /** The host form has just been saved: what it had is stored, whatever a rule made of it. */
  let formWasSaved = false;
  /** The values that the host form last told. */
  let told: Partial<FieldValues> = {};
  let reading: Promise<void> | null = null;
  let isDisposed = false;

  const mayLook = () => clock.visible() && store.get().online && !isDisposed;
  const refresh = () =>
    (reading ??= port.refresh().finally(() => {
      reading = null;
    }));
  const tracker = createTracker({ store, port, clock, refresh, mayLook });
  const drafts = createDrafts(store, port, tracker);

  /** Reads in the background: only what the person has to do something about is told. */
  const readAgain = () => {
    if (!mayLook()) return;
    refresh().catch((thrown: unknown) => {
      const { kind } = problemOf(thrown);
      if (kind === 'signed-out' || kind === 'no-permission') receivedProblem(thrown);
    });
  };
  const isOld = () => {
    const { now, newer, record } = store.get();
    return record !== null && Date.parse(now) - Date.parse((newer ?? record).readAt) >= MINUTE_MS;
  };
  /** Relative times go on; what the connector is about to move is read again. */
  const onTick = () => {
    store.set({});
    const state = store.get();
    const status = state.record === null ? null : statusOf(state.record, state);
    if ((status === 'sending' || status === 'retrying') && !isOpen(state) && isOld()) readAgain();
  };
  const ticker = startTicker(clock, () => remainingGap(store.get()) || MINUTE_MS, onTick);
  const stopListening = clock.onVisible(() => {
    tracker.resume();
    const state = store.get();
    if (!isOpen(state) && (isOld() || state.pending.phase === 'timed-out')) readAgain();
  });
  let drawnPending = store.get().pending;
  store.subscribe(() => {
    if (store.get().pending === drawnPending) return;
    drawnPending = store.get().pending;
    if (!isDisposed) ticker.reschedule();
  });

  function receivedProblem(thrown: unknown): void {
    if (isDisposed) return;
    const problem = problemOf(thrown);
    const { record } = store.get();
    loadProblem = problem;
    if (problem.kind === 'no-permission') store.set({ load: 'no-permission', record: null, newer: null, problem });
    else store.set({ load: record === null ? 'failed' : 'ready', problem });
  }

  function receivedRecord(delivered: SectionRecord): void {
    if (isDisposed) return;
    const before = store.get();
    const known = before.newer ?? before.record;
    const arrived = tracker.completed(delivered);
    if (known !== null && isOlder(arrived, known)) return;
    const parts = arrive(before, arrived, drafts.isSending() || formWasSaved);
    const draft = formWasSaved ? {} : parts.draft;
    formWasSaved = false;
    const isSolved = before.problem === loadProblem || (hasDraft(before) && !hasDraft({ draft }));
    store.set({ ...parts, draft, load: 'ready', problem: isSolved ? null : before.problem });
    tracker.judge(arrived);
    if (known !== null) watchChange(known, arrived);
  }

  /** People have saved something on the form, in a list or elsewhere, and the connector has not answered yet. */
  function watchChange(known: SectionRecord, arrived: SectionRecord): void {
    const state = store.get();
    const fields = fieldsOf(state);
    if (state.connection === 'none' || connectorMark(known, fields) !== connectorMark(arrived, fields)) return;
    const stored = storedValues(arrived, fields);
    const changed = remainingDraft(storedValues(known, fields), stored);
    const isSynced = stored.sync === true || 'sync' in changed;
    if (!isSynced || peopleMark(known, fields) === peopleMark(arrived, fields)) return;
    tracker.foundChange(Object.keys(changed).length > 0);
  }

  function reload(): void {
    if (store.get().record === null) store.set({ load: 'loading', problem: null });
    refresh().catch(receivedProblem);
  }

  function hostChanged({ values, ...facts }: Parameters<SectionController['hostChanged']>[0]): void {
    if (isDisposed) return;
    const before = store.get();
    store.set({ ...facts, ...(facts.unsaved === true ? { load: 'ready' } : {}) });
    if (values !== undefined) typedInForm(values);
    if (facts.online === true && !before.online) {
      if (before.problem?.kind === 'offline' && !hasDraft(store.get())) store.set({ problem: null });
      tracker.resume();
    }
    if (before.unsaved && facts.unsaved === false) reload();
    else if (before.formDirty && facts.formDirty === false) {
      formWasSaved = drafts.isInForm();
      readAgain();
    }
  }

  /** Values of the host form: those that moved since it last told them are what the person has typed, unless they are stored. */
  function typedInForm(values: Partial<FieldValues>): void {
    const state = store.get();
    const moved = remainingDraft(values, told);
    told = { ...told, ...values };
    const latest = state.newer ?? state.record;
    const draft = { ...state.draft, ...moved };
    const left = latest === null ? draft : remainingDraft(draft, storedValues(latest, fieldsOf(state)));
    if (Object.keys(moved).length > 0) store.set({ draft: left });
  }

  const carryOut = createIntents({ store, port, tracker, drafts, reload });
  return {
    receivedRecord,
    receivedConnection(connection) {
      if (!isDisposed) store.set({ connection });
    },
    receivedProblem,
    hostChanged,
    dispatch(intent) {
      if (isDisposed) return;
      const { draft } = store.get();
      carryOut(intent);
      if (store.get().draft !== draft) formWasSaved = false;
    },
    state: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    dispose() {
      isDisposed = true;
      stopListening();
      ticker.stop();
      tracker.stop();
    },
  };
}

function isOlder(a: SectionRecord, b: SectionRecord): boolean {
  return Date.parse(a.opportunity.modifiedAt) < Date.parse(b.opportunity.modifiedAt);
}
