import { call, freeze } from './http.ts';
import { type RecordRepresentation, merged, picked } from './record.ts';

/** Somebody who shows a record and wants to hear of its changes. */
export interface RecordWatcher {
  readonly recordId: string;
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  changed(record: RecordRepresentation): void;
  failed(error: unknown): void;
}

interface Known {
  readonly record: RecordRepresentation;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

/** After this long a record is read again. https://developer.salesforce.com/docs/platform/lwc/guide/data-ui-api.html */
const FRESH_FOR = 30_000;

const known = new Map<string, Known>();
const watchers = new Set<RecordWatcher>();
const listeners = new Set<(record: RecordRepresentation) => void>();
const underWay = new Map<string, Promise<RecordRepresentation>>();

/** All wires of a page share one cache: what one of them learns, the others show. */
export function watch(watcher: RecordWatcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Hears of every change of a record, whatever fields it has: for what shows records in other forms. */
export function onRecord(listener: (record: RecordRepresentation) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** From the cache while it is fresh and complete, otherwise from the org. @throws FetchResponse */
export async function readRecord({ recordId, fields, optionalFields }: RecordWatcher): Promise<RecordRepresentation> {
  const entry = known.get(recordId);
  if (entry && performance.now() - entry.at < FRESH_FOR) {
    const all = picked(entry.record, [...fields, ...optionalFields], []);
    if (all) return all;
  }
  const record = await fetchRecord(recordId, fields, optionalFields);
  return picked(record, fields, optionalFields) ?? record;
}

/** Reads what all wires show of these records, past the cache. */
export async function refreshRecords(recordIds: readonly string[]): Promise<void> {
  await Promise.all(
    recordIds.map(async (recordId) => {
      const shown = [...watchers].filter((watcher) => watcher.recordId === recordId);
      const fields = [...new Set(shown.flatMap((watcher) => [...watcher.fields, ...watcher.optionalFields]))];
      if (fields.length === 0) return;
      await fetchRecord(recordId, [], fields).catch((error: unknown) => {
        for (const watcher of shown) watcher.failed(error);
      });
    }),
  );
}

/** @throws FetchResponse */
export async function saveRecord(
  recordId: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<RecordRepresentation> {
  const record = (await call('PATCH', `/ui-api/records/${recordId}`, body, headers)) as RecordRepresentation;
  learn(record);
  // The answer has the record's own fields only; names of parents may have changed with a look-up.
  const spans = [...watchers].some((watcher) => watcher.recordId === recordId && hasParents(watcher));
  if (spans) await refreshRecords([recordId]);
  return freeze(record);
}

/** @throws FetchResponse */
export async function addRecord(body: object): Promise<RecordRepresentation> {
  const record = (await call('POST', '/ui-api/records', body)) as RecordRepresentation;
  learn(record);
  return freeze(record);
}

function fetchRecord(
  recordId: string,
  fields: readonly string[],
  optionalFields: readonly string[],
): Promise<RecordRepresentation> {
  const query = new URLSearchParams();
  if (fields.length > 0) query.set('fields', fields.join(','));
  if (optionalFields.length > 0) query.set('optionalFields', optionalFields.join(','));
  const path = `/ui-api/records/${recordId}?${query.toString()}`;
  const reading =
    underWay.get(path) ??
    call('GET', path)
      .then((answer) => learn(answer as RecordRepresentation))
      .finally(() => underWay.delete(path));
  underWay.set(path, reading);
  return reading;
}

function learn(fresh: RecordRepresentation): RecordRepresentation {
  const record = freeze(merged(known.get(fresh.id)?.record, fresh));
  known.set(record.id, { record, at: performance.now() });
  for (const watcher of watchers) {
    if (watcher.recordId !== record.id) continue;
    const shown = picked(record, watcher.fields, watcher.optionalFields);
    if (shown) watcher.changed(shown);
  }
  for (const listener of listeners) listener(record);
  return record;
}

const hasParents = ({ fields, optionalFields }: RecordWatcher): boolean =>
  [...fields, ...optionalFields].some((name) => name.split('.').length > 2);
