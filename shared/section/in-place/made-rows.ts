import type { RequestRow } from '../contract/index.ts';

/** Rows that this section has made and rows that the person does not want to hear of any more. */
export interface MadeRows {
  add(row: RequestRow): void;
  /** Rows we made that were never in a list yet: a read that began before them does not know them. */
  missingFrom(requests: readonly RequestRow[]): RequestRow[];
  ignore(id: string): void;
  isIgnored(id: string): boolean;
}

export function createMadeRows(): MadeRows {
  const unseen = new Map<string, RequestRow>();
  const ignored = new Set<string>();
  return {
    add: (row) => void unseen.set(row.id, row),
    missingFrom(requests) {
      for (const { id } of requests) unseen.delete(id);
      return [...unseen.values()].reverse();
    },
    ignore: (id) => void ignored.add(id),
    isIgnored: (id) => ignored.has(id),
  };
}
