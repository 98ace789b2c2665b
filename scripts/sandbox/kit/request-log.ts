/** One request as `GET /_sandbox/requests` shows it (design.md §6). */
export interface RequestLogEntry {
  /** When it arrived. */
  readonly time: string;
  readonly method: string;
  /** As it came over the wire, with the query. */
  readonly path: string;
  /** The answer's status, also when the answer was dropped; `null` while the request is being handled. */
  status: number | null;
  /** Who signed in; `null` without a valid token. */
  readonly clientId: string | null;
  /** The fault that hit this request, if any. */
  readonly fault?: 'respond' | 'delay' | 'drop';
}

export interface RequestLog {
  add(entry: RequestLogEntry): void;
  /** Oldest first. */
  entries(): readonly RequestLogEntry[];
  clear(): void;
}

/** The oldest entries go first when a long run would fill the memory. */
const MOST_ENTRIES = 100_000;

export function createRequestLog(): RequestLog {
  let kept: RequestLogEntry[] = [];
  return {
    add(entry) {
      kept.push(entry);
      if (kept.length > MOST_ENTRIES) kept = kept.slice(-MOST_ENTRIES / 2);
    },
    entries: () => kept,
    clear() {
      kept = [];
    },
  };
}
