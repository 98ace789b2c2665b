import fastJsonPatch, { JsonPatchError } from 'fast-json-patch';
import { z } from 'zod';
import type { StoredReferral } from './record.ts';
import { READ_ONLY_PROPERTIES } from './schema.ts';
import { badRequest } from './service-error.ts';

const operationsSchema = z
  .array(
    z.strictObject({
      op: z.enum(['replace', 'add'], { error: 'must be replace or add; the service takes no other operation' }),
      path: z.string().regex(/^(\/([^~/]|~[01])+)+$/, { error: 'must be a JSON pointer such as /details/notes' }),
      value: z.unknown().refine((value) => value !== undefined, { error: 'is required' }),
    }),
  )
  .min(1);

/**
 * Applies a JSON Patch (RFC 6902; only `replace` and `add`, referrals §4) to a copy of the referral.
 * @throws ServiceError 400 for an operation, pointer or read-only property that is not allowed; nothing is applied then.
 */
export function applyPatch(current: StoredReferral, body: unknown): object {
  const parsed = operationsSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.length ? `Operation ${issue.path.join('/')}` : 'The body';
    throw badRequest(
      'patch',
      'invalidPatch',
      `${where} ${issue?.path.length ? issue.message : 'must be a JSON array of at least one operation'}.`,
    );
  }
  for (const { path } of parsed.data) {
    const property = path.split('/')[1] ?? '';
    if (READ_ONLY_PROPERTIES.has(property)) throw badRequest(property, 'readOnlyProperty', `${property} is read-only.`);
  }
  try {
    return fastJsonPatch.applyPatch<object>(current, parsed.data, true, false, true).newDocument;
  } catch (error) {
    if (!(error instanceof JsonPatchError)) throw error;
    const operation = parsed.data[error.index ?? 0];
    throw badRequest(
      operation?.path.slice(1) ?? 'patch',
      'invalidPatch',
      `Operation ${error.index ?? 0} (${operation?.op ?? ''} ${operation?.path ?? ''}) cannot be applied: the path does not exist on the referral.`,
    );
  }
}
