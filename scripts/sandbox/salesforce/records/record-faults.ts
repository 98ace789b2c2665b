import { z } from 'zod';
import { SalesforceError } from '../errors.ts';
import { normaliseId } from '../store/ids.ts';

const MESSAGES = {
  UNABLE_TO_LOCK_ROW: (id: string) => `unable to obtain exclusive access to this record or 1 records: ${id}`,
  ENTITY_IS_LOCKED: () => 'the entity is locked for editing',
  FIELD_CUSTOM_VALIDATION_EXCEPTION: () => 'A validation rule of the org refuses this change.',
} as const;

/** `POST /_sandbox/locks`: writes to these records fail, `times` times each (default: until the locks are lifted). */
const lockSchema = z.strictObject({
  ids: z.array(z.string().transform((id, context) => normaliseId(id) ?? refuse(id, context))).min(1),
  times: z.int().positive().optional(),
  code: z
    .enum(['UNABLE_TO_LOCK_ROW', 'ENTITY_IS_LOCKED', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'])
    .default('UNABLE_TO_LOCK_ROW'),
});

function refuse(id: string, context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom', message: `${id} is not a Salesforce record id.` });
  return z.NEVER;
}

/** Records that other processes of the org hold, so that writes to them fail. */
export interface RecordFaults {
  /** @throws ZodError when the input is not of the documented form. */
  add(input: unknown): void;
  /** @throws SalesforceError when a write to the record has to fail now. */
  check(id: string): void;
  clear(): void;
}

export function createRecordFaults(): RecordFaults {
  const faults = new Map<string, { code: keyof typeof MESSAGES; left: number }>();
  return {
    add(input) {
      const { ids, times, code } = lockSchema.parse(input);
      for (const id of ids) faults.set(id, { code, left: times ?? Infinity });
    },
    check(id) {
      const fault = faults.get(id);
      if (!fault) return;
      fault.left -= 1;
      if (fault.left <= 0) faults.delete(id);
      throw new SalesforceError(fault.code, MESSAGES[fault.code](id));
    },
    clear: () => faults.clear(),
  };
}
