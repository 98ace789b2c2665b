import type { ChangeEvent } from './change-events.ts';

/** An event with its position in the stream. */
export interface StoredEvent {
  readonly replayId: number;
  readonly event: ChangeEvent;
}

/** Events that can be replayed. Ids grow but are not contiguous, as on the platform. */
export interface EventLog {
  append(event: ChangeEvent): StoredEvent;
  /** Events after a replay id: `-1` none of the past, `-2` all; `null` when the id is not (or no longer) known. */
  after(replayId: number): readonly StoredEvent[] | null;
  /** Forgets all events, as when they are older than the retention time of three days. */
  forget(): void;
}

const MOST_EVENTS = 20_000;
const FIRST_ID = 4100;

export function createEventLog(): EventLog {
  let events: StoredEvent[] = [];
  let latest = FIRST_ID;
  /** Ids up to this one are no longer known. */
  let forgotten = FIRST_ID - 1;
  return {
    append(event) {
      latest += 1 + (latest % 3);
      const stored = { replayId: latest, event };
      events.push(stored);
      if (events.length > MOST_EVENTS) {
        const dropped = events.slice(0, MOST_EVENTS / 2);
        forgotten = dropped.at(-1)?.replayId ?? forgotten;
        events = events.slice(MOST_EVENTS / 2);
      }
      return stored;
    },
    after(replayId) {
      if (replayId === -1) return [];
      if (replayId === -2) return events;
      if (!Number.isInteger(replayId) || replayId < forgotten || replayId > latest) return null;
      return events.filter((stored) => stored.replayId > replayId);
    },
    forget() {
      events = [];
      latest += 1;
      forgotten = latest;
    },
  };
}
