import { z } from 'zod';
import { CODES, DataverseError } from './errors.ts';

/** `POST /_sandbox/locks`: the next `times` writes to each of these rows fail. */
export const locksSchema = z.strictObject({ ids: z.array(z.string()).min(1), times: z.int().positive().default(1) });

export interface Locks {
  add(locks: z.infer<typeof locksSchema>): void;
  /** @throws DataverseError (500) when the row is locked; uses one lock up. */
  check(id: string): void;
  clear(): void;
}

/** Rows that another transaction holds for too long, as a writer sees it: a SQL time-out. */
export function createLocks(): Locks {
  const left = new Map<string, number>();
  return {
    add({ ids, times }) {
      for (const id of ids) left.set(id.toLowerCase(), times);
    },
    check(id) {
      const times = left.get(id);
      if (times === undefined) return;
      if (times > 1) left.set(id, times - 1);
      else left.delete(id);
      throw new DataverseError(
        500,
        CODES.sqlTimeout,
        `SQL timeout expired. The row ${id} is locked by another transaction.`,
      );
    },
    clear: () => left.clear(),
  };
}
