import type { RequestRow } from '../contract/index.ts';

/** Rows that this section has made and rows that the person does not want to hear of any more. */
export interface MadeRows {
  add(row: RequestRow): void;
  /** The rows that the server delivered. */
  saw(requests: readonly RequestRow[]): void;
  /** The list with the rows we made that the server has not delivered yet: a read that began before them does not know them. */
  complete(requests: readonly RequestRow[]): readonly RequestRow[];
  ignore(id: string): void;
  isIgnored(id: string): boolean;
}

export function createMadeRows(): MadeRows {
  const unseen = new Map<string, RequestRow>();
  const ignored = new Set<string>();
  return {
    add: (row) => void unseen.set(row.id, row),
    saw(requests) {
      for (const { id } of requests) unseen.delete(id);
    },
    complete(requests) {
      const missing = [...unseen.values()].filter(({ id }) => !requests.some((row) => row.id === id));
      return [...missing.reverse(), ...requests];
    },
    ignore: (id) => void ignored.add(id),
    isIgnored: (id) => ignored.has(id),
  };
}
