import { z } from 'zod';
import { badRequest } from '../service-error.ts';

/** What a `$skiptoken` carries; opaque to clients. */
const skipTokenSchema = z.strictObject({
  /** The query options of the first page. */
  options: z.record(z.string(), z.string()),
  after: z.strictObject({ time: z.string(), id: z.string() }),
  /** How many referrals the pages so far have held, for `$top`. */
  taken: z.int().nonnegative(),
});

export type SkipToken = z.infer<typeof skipTokenSchema>;

export function writeSkipToken(token: SkipToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** @throws ServiceError 400 for a token that was not handed out. */
export function readSkipToken(text: string): SkipToken {
  try {
    return skipTokenSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw badRequest('$skiptoken', 'invalidQuery', '$skiptoken is not one that a next link carried.');
  }
}
