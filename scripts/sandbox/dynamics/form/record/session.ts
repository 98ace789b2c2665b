import type { FormBoot } from '../boot.ts';
import { ApiFault, callApi, createdId } from '../data/api.ts';
import { type FormRow, readRow, toPayload } from '../data/row.ts';
import { type CellValue, type Values, sameValue } from '../data/values.ts';
import { missingColumns, newRow, readOnlyReason } from './rules.ts';

export interface FormState {
  readonly id: string | null;
  /** `null` while loading. */
  readonly row: FormRow | null;
  /** Columns that differ from the row, until they are saved. */
  readonly changes: Values;
  readonly saving: boolean;
  /** Required columns that were empty at the last save. */
  readonly missing: readonly string[];
  /** Why the last thing did not go through; the dialog of the platform shows it. */
  readonly fault: ApiFault | null;
}

/** What happened to the record; the control hears of it. */
export type FormEvent =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'changed'; readonly columns: readonly string[] }
  | { readonly kind: 'saved'; readonly columns: readonly string[] }
  | { readonly kind: 'other' };

/** One open record: what the server has, what the person changed, and the save between the two. */
export interface RecordSession {
  state(): FormState;
  value(column: string): CellValue;
  isDirty(): boolean;
  /** `null`: the record can be edited. */
  readOnlyBecause(): string | null;
  change(changes: Values): void;
  load(): Promise<void>;
  /** Sends the changed columns. @returns whether everything is on the server now */
  save(): Promise<boolean>;
  /** Runs an action of the server on the record and loads it again. */
  act(work: () => Promise<unknown>): Promise<boolean>;
  dismissFault(): void;
  discard(): void;
  subscribe(listener: (event: FormEvent) => void): () => void;
}

export function createRecordSession(boot: FormBoot): RecordSession {
  const { table, tables } = boot;
  const listeners = new Set<(event: FormEvent) => void>();
  let state: FormState = { id: boot.id, row: null, changes: {}, saving: false, missing: [], fault: null };

  const set = (next: Partial<FormState>, event: FormEvent = { kind: 'other' }): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener(event);
  };
  const path = (id: string): string => `${table.entitySet}(${id})`;
  const read = async (id: string): Promise<FormRow> => readRow(table, (await callApi('GET', path(id))).body);
  const failed = (error: unknown): false => {
    if (!(error instanceof ApiFault)) throw error;
    set({ saving: false, fault: error });
    return false;
  };

  const session: RecordSession = {
    state: () => state,
    value: (column) => state.changes[column] ?? (column in state.changes ? null : (state.row?.values[column] ?? null)),
    isDirty: () => Object.keys(state.changes).length > 0,
    readOnlyBecause: () => (state.row === null ? null : readOnlyReason(boot, state.row)),
    change(changes) {
      const merged: Record<string, CellValue> = { ...state.changes };
      const columns = Object.keys(changes).filter((name) => !sameValue(session.value(name), changes[name]));
      for (const name of columns) {
        if (sameValue(state.row?.values[name], changes[name])) Reflect.deleteProperty(merged, name);
        else merged[name] = changes[name] ?? null;
      }
      if (columns.length === 0) return;
      const missing = state.missing.filter((name) => !columns.includes(name));
      set({ changes: merged, missing }, { kind: 'changed', columns });
    },
    async load() {
      if (state.id === null) return set({ row: newRow(boot) }, { kind: 'loaded' });
      try {
        set({ row: await read(state.id), changes: {}, missing: [] }, { kind: 'loaded' });
      } catch (error) {
        failed(error);
      }
    },
    async save() {
      if (state.saving) return false;
      const missing = missingColumns(boot, (name) => session.value(name));
      if (missing.length > 0) {
        set({ missing });
        return false;
      }
      const sent = state.changes;
      set({ saving: true, missing: [], fault: null });
      try {
        const id = await send(sent);
        const row = await read(id);
        // What was typed meanwhile stays and waits for the next save.
        const left = Object.entries(state.changes).filter(([name, value]) => !sameValue(value, sent[name]));
        set(
          { id, row, saving: false, changes: Object.fromEntries(left) },
          { kind: 'saved', columns: Object.keys(sent) },
        );
        return true;
      } catch (error) {
        return failed(error);
      }
    },
    async act(work) {
      try {
        await work();
        await session.load();
        return state.fault === null;
      } catch (error) {
        return failed(error);
      }
    },
    dismissFault: () => set({ fault: null }),
    discard: () => set({ changes: {}, missing: [] }, { kind: 'changed', columns: Object.keys(state.changes) }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  /**
   * As the form of a model-driven app saves: only the columns that were changed, onto whatever version the server has, so that two people
   * (or a person and the connector) who change different columns do not disturb each other.
   */
  async function send(changes: Values): Promise<string> {
    if (state.id === null) {
      const filled = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null));
      return createdId((await callApi('POST', table.entitySet, { body: toPayload(table, tables, filled) })).headers);
    }
    const body = toPayload(table, tables, changes);
    if (Object.keys(body).length > 0) await callApi('PATCH', path(state.id), { body, headers: { 'if-match': '*' } });
    return state.id;
  }

  return session;
}
