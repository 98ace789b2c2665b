import fastJsonPatch from 'fast-json-patch';
import type { Caller } from './caller.ts';
import { createETags } from './etag.ts';
import { type EventLog, createEventLog } from './events.ts';
import type { HistoryEntry, ReferralRecord, ReferralStore, StoredReferral } from './record.ts';
import { sampleRecords } from './sample-data.ts';
import { createTicks } from './ticks.ts';

/** What the service keeps, and the one way to change it. */
export interface ReferralService {
  readonly store: ReferralStore;
  readonly events: EventLog;
  /** Milliseconds since 1970. */
  now(): number;
  /** Stores a new referral or a new version of one: stamps time and eTag, writes history, tells the listeners. */
  save(caller: Caller, referral: StampedByService): StoredReferral;
  /** Back to the sample data. */
  reset(): void;
}

/** A referral before the service has stamped it; `createdDateTime` is missing on a new one. */
export type StampedByService = Omit<StoredReferral, 'eTag' | 'createdDateTime' | 'updatedDateTime'> & {
  readonly createdDateTime?: string;
};

/** Changes with every write and would only be noise in a history. */
const STAMPS: ReadonlySet<string> = new Set(['/eTag', '/updatedDateTime']);

export function createReferralService(now: () => number): ReferralService {
  const store: ReferralStore = new Map();
  const events = createEventLog();
  const ticks = createTicks(now);
  const nextETag = createETags(now);

  const service: ReferralService = {
    store,
    events,
    now,
    save(caller, unstamped) {
      const before = store.get(unstamped.id);
      const time = ticks.next();
      const created = before?.referral.createdDateTime ?? time;
      const referral: StoredReferral = {
        ...unstamped,
        createdDateTime: created,
        updatedDateTime: time,
        acceptedDateTime: unstamped.acceptedDateTime ?? (unstamped.status === 'Active' ? time : null),
        closedDateTime: unstamped.status === 'Closed' ? time : null,
        eTag: nextETag(),
      };
      store.set(referral.id, {
        referral,
        history: [...(before?.history ?? []), historyEntry(caller, before, referral)],
      });
      events.record(before ? 'updated' : 'created', referral);
      return referral;
    },
    reset() {
      store.clear();
      events.clear();
      for (const record of sampleRecords(now(), nextETag)) store.set(record.referral.id, record);
    },
  };
  service.reset();
  return service;
}

function historyEntry(
  { clientId, via }: Caller,
  before: ReferralRecord | undefined,
  after: StoredReferral,
): HistoryEntry {
  const common = { time: after.updatedDateTime, clientId, via };
  if (!before) return { ...common, what: 'created', changes: [] };
  const changes = fastJsonPatch
    .compare(before.referral, after)
    .filter(({ path }) => !STAMPS.has(path))
    .map((operation) => ({
      path: operation.path,
      from: valueAt(before.referral, operation.path),
      to: 'value' in operation ? (operation.value as unknown) : undefined,
    }));
  return { ...common, what: 'changed', changes };
}

function valueAt(document: object, pointer: string): unknown {
  let value: unknown = document;
  for (const segment of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[fastJsonPatch.unescapePathComponent(segment)];
  }
  return value;
}
