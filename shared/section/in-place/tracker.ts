import type { RequestAction } from '../../core/model/index.ts';
import type {
  ClientProblem,
  PendingRequest,
  RequestRow,
  SectionClock,
  SectionPort,
  SectionRecord,
} from '../contract/index.ts';
import { hasDraft } from './arrival.ts';
import { createMadeRows } from './made-rows.ts';
import { createPolling } from './polling.ts';
import { problemOf } from './port-error.ts';
import { connectorMark, fieldsOf, openRow, statusOf } from './record.ts';
import { isOpen } from './refusals.ts';
import type { Store } from './store.ts';
import { type RequestEvent, transitionOf } from './transitions.ts';

/** Follows the one thing the section waits for, from the click to the connector's answer. */
export interface Tracker {
  /** Makes a request row; nothing happens where `requestRefusal` says why not. */
  request(action: RequestAction, reason: string | null): void;
  /** Makes the last request that could not be made once more; `false` when there is none. */
  requestAgain(): boolean;
  /** Looks once more for the answer that did not come in time. */
  lookAgain(): void;
  /** A save goes out; what is to follow is told by `saved` or `notSaved`. */
  saving(): void;
  /** `hasWork`: whether the connector has something to do now. */
  saved(hasWork: boolean): void;
  notSaved(): void;
  /** People have changed something outside of the section. `expectsAnswer`: whether they are told when nobody answers. */
  foundChange(expectsAnswer: boolean): void;
  /** The rows of a record as it is to be held, with those that we have made and it does not know yet. */
  completed(record: SectionRecord): SectionRecord;
  /** A record has arrived: it may hold the answer, or a row that somebody else has made. */
  judge(record: SectionRecord): void;
  dismiss(): void;
  resume(): void;
  stop(): void;
}

interface TrackerParts {
  readonly store: Store;
  readonly port: SectionPort;
  readonly clock: SectionClock;
  /** Reads everything anew; resolves when it has been received. */
  readonly refresh: () => Promise<void>;
  readonly mayLook: () => boolean;
}

export function createTracker({ store, port, clock, refresh, mayLook }: TrackerParts): Tracker {
  const rows = createMadeRows();
  let lastAsked: { readonly action: RequestAction; readonly reason: string | null } | null = null;
  /** What the connector had written when the wait began. */
  let mark = '';
  let isQuiet = false;
  let savedMeanwhile = false;
  /** Why the last look saw nothing. */
  let lookProblem: ClientProblem | null = null;

  const polling = createPolling({ clock, mayLook, look, onLimit: giveUp });
  const pending = () => store.get().pending;
  const now = () => clock.now();

  function fire(event: RequestEvent, changes: Partial<PendingRequest> = {}): boolean {
    const { to, effect } = transitionOf(pending().phase, event);
    const moved = to !== pending().phase || effect !== 'none';
    if (moved) store.set({ pending: { ...pending(), ...changes, phase: to } });
    if (effect === 'watch') {
      lookProblem = null;
      polling.start();
    } else if (effect === 'stop') polling.stop();
    return moved;
  }

  function giveUp(): void {
    const { row } = pending();
    if (row !== null) rows.ignore(row.id);
    if (lookProblem !== null) store.set({ problem: lookProblem });
    fire(isQuiet && lookProblem === null ? 'let-go' : 'expired');
  }

  function currentMark(): string {
    const { newer, record } = store.get();
    const latest = newer ?? record;
    return latest === null ? '' : connectorMark(latest, fieldsOf(store.get()));
  }

  function begin(action: PendingRequest['action']): void {
    if (isOpen(store.get())) fire('let-go');
    mark = currentMark();
    isQuiet = false;
    savedMeanwhile = false;
    fire('ask', { action, startedAt: now().toISOString(), row: null });
  }

  function completed(record: SectionRecord): SectionRecord {
    return { ...record, requests: rows.complete(record.requests) };
  }

  async function create(action: RequestAction, reason: string | null): Promise<void> {
    if (lastAsked !== null) store.set({ problem: null });
    lastAsked = { action, reason };
    begin(action);
    try {
      const row = await port.createRequest(action, reason);
      rows.add(row);
      const { record } = store.get();
      if (record !== null) store.set({ record: completed(record) });
      lastAsked = null;
      fire('created', { row });
    } catch (thrown) {
      store.set({ problem: problemOf(thrown) });
      fire('refused');
    }
  }

  /** One look at what is pending: the record that it brings may hold the answer. */
  async function look(): Promise<void> {
    lookProblem = await refresh().then(() => null, problemOf);
    if (!isOpen(store.get())) return;
    if (lookProblem?.kind === 'signed-out' || lookProblem?.kind === 'no-permission') giveUp();
    else fire('waiting');
  }

  function settle(event: 'answered' | 'rejected', row: RequestRow | null): void {
    const wasRequest = pending().action !== 'save';
    const nothingSeen = wasRequest && currentMark() === mark;
    if (!fire(event, row === null ? {} : { row })) return;
    if (wasRequest && savedMeanwhile) {
      savedMeanwhile = false;
      found('save', null);
      isQuiet = true;
    } else if (nothingSeen && mayLook()) {
      // The row may have been read after the connector's write and the opportunity before it.
      void refresh().catch(() => undefined);
    }
  }

  function found(action: PendingRequest['action'], row: RequestRow | null): void {
    const { phase } = pending();
    if (phase === 'creating' || isOpen(store.get())) return;
    mark = currentMark();
    isQuiet = false;
    fire('found', { action, row, startedAt: row?.createdAt ?? now().toISOString() });
  }

  function judgePending(record: SectionRecord): void {
    const { action, row } = pending();
    if (action === 'save') {
      if (connectorMark(record, fieldsOf(store.get())) === mark) return;
      if (statusOf(record, store.get()) === 'sending') fire('taken');
      else settle('answered', null);
      return;
    }
    const seen = record.requests.find(({ id }) => id === row?.id);
    if (seen?.status === 'done') settle('answered', seen);
    else if (seen?.status === 'failed') settle('rejected', seen);
    else if (seen?.status === 'working') fire('taken', { row: seen });
  }

  return {
    request(action, reason) {
      const { record } = store.get();
      const open = record === null ? null : openRow(record, action);
      if (open === null) void create(action, reason);
      else if (pending().row?.id === open.id && pending().phase === 'timed-out') fire('look-again');
      else {
        fire('let-go');
        found(action, open);
      }
    },
    requestAgain() {
      if (lastAsked === null) return false;
      void create(lastAsked.action, lastAsked.reason);
      return true;
    },
    lookAgain() {
      fire('look-again');
    },
    saving() {
      const { phase, action } = pending();
      if (phase === 'creating' || (isOpen(store.get()) && action !== 'save')) return;
      begin('save');
    },
    saved(hasWork) {
      if (pending().action !== 'save') savedMeanwhile = hasWork;
      else if (hasWork) fire('created');
      else fire('answered');
    },
    notSaved() {
      if (pending().action === 'save') fire('refused');
    },
    foundChange(expectsAnswer) {
      if (pending().phase === 'creating' || isOpen(store.get())) return;
      found('save', null);
      isQuiet = !expectsAnswer;
    },
    completed(record) {
      rows.saw(record.requests);
      return completed(record);
    },
    judge(record) {
      if (isOpen(store.get()) || pending().phase === 'timed-out') judgePending(record);
      // What the connector wrote to a record that does not have the saved values yet is no answer to the save.
      else if (pending().phase === 'creating' && hasDraft(store.get())) mark = currentMark();
      const open = openRow(record);
      if (open !== null && !rows.isIgnored(open.id) && open.id !== pending().row?.id) found(open.action, open);
    },
    dismiss() {
      const { phase, row } = pending();
      lastAsked = null;
      if (row !== null) rows.ignore(row.id);
      if (phase === 'done' || phase === 'failed' || phase === 'timed-out') fire('let-go', { row: null });
    },
    resume: () => polling.resume(),
    stop: () => polling.dispose(),
  };
}
