import { z } from 'zod';
import { CosellError } from '../../core/errors/index.ts';

/** Where one source of changes was left: everything up to this instant, and at this instant up to this id, was seen. */
export interface Mark {
  readonly at: string;
  /** Empty: nothing of this very instant. */
  readonly id: string;
}

const mark = z.strictObject({ at: z.iso.datetime(), id: z.string().regex(/^[A-Za-z0-9]*$/) });

const cursor = z.strictObject({ opportunities: mark, accounts: mark, roles: mark, contacts: mark });

/** The opaque cursor of `catchUp`, taken apart. */
export type Cursor = z.infer<typeof cursor>;
export type Source = keyof Cursor;

/** Before anything ever changed. */
export const BEGINNING: Mark = { at: '1970-01-01T00:00:00.000Z', id: '' };

/** @throws CosellError `value-invalid` when the text is no cursor of ours */
export function parseCursor(text: string): Cursor {
  try {
    return cursor.parse(JSON.parse(text));
  } catch (cause) {
    throw new CosellError('value-invalid', {
      message: 'The stored position of the Salesforce catch-up cannot be read.',
      cure: 'Run a backfill: it starts from the beginning and stores a new position.',
      cause,
    });
  }
}

export function later(one: Mark, other: Mark): Mark {
  return one.at > other.at || (one.at === other.at && one.id >= other.id) ? one : other;
}

/** The mark a while earlier, for the start of a run. */
export function back({ at }: Mark, ms: number): Mark {
  return { at: new Date(Math.max(0, Date.parse(at) - ms)).toISOString(), id: '' };
}
