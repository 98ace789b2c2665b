import { z } from 'zod';
import { CosellError } from '../../core/errors/index.ts';

const cursorSchema = z.strictObject({
  v: z.literal(1),
  /** Everything that changed before was handed out. `null` before the first catch-up is through. */
  since: z.iso.datetime().nullable(),
  /** The run that is under way: where its `since` will be, and the paths of the pages to come. */
  run: z.strictObject({ until: z.iso.datetime(), next: z.array(z.string()) }).nullable(),
});

/** Where a catch-up stands. Stored between runs, and after every page, so that a long run goes on where it was cut. */
export type Cursor = z.infer<typeof cursorSchema>;

export const BEGINNING: Cursor = { v: 1, since: null, run: null };

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws CosellError `value-invalid` when the text is none of ours */
export function readCursor(text: string | null): Cursor {
  if (text === null) return BEGINNING;
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new CosellError('value-invalid', {
      message: 'The stored position of the Dynamics 365 catch-up cannot be read.',
      cure: 'Delete the stored position; the connector then goes through all synced opportunities once.',
      cause,
    });
  }
}
