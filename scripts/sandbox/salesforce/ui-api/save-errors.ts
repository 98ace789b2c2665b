import { RecordError, SalesforceError } from '../errors.ts';
import { isoInstant, nameOf } from './display-value.ts';
import { fieldOf } from '../schema/lookup.ts';
import type { ObjectDefinition } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import type { Org } from '../org.ts';

/** What Salesforce answers with 400 and the fields at fault; the rest (a missing record, no session) stays what it is. */
export function inRecordWords(error: unknown, object: ObjectDefinition, verb: 'update' | 'create'): unknown {
  if (!(error instanceof SalesforceError) || error instanceof RecordError || [401, 404].includes(error.status))
    return error;
  const { errorCode, message, fields } = error;
  const detail = { constituentField: null, duplicateRecordError: null, errorCode, message };
  const fieldErrors = fields.map((name) => {
    const field = fieldOf(object, name);
    return [name, [{ ...detail, field: name, fieldLabel: field?.label ?? name }]] as const;
  });
  return new RecordError(
    errorCode,
    `An error occurred while trying to ${verb} the record. Please try again.`,
    {
      enhancedErrorType: 'RecordError',
      output: {
        errors: fieldErrors.length > 0 ? [] : [{ ...detail, field: null, fieldLabel: null }],
        fieldErrors: Object.fromEntries(fieldErrors),
      },
    },
    error.status,
  );
}

/**
 * Refuses a write that was begun on an older state of the record.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_record_patch.htm
 * @param since an HTTP or ISO date, as clients take it from the record they read
 * @throws RecordError with status 412
 */
export function checkUnmodified(org: Org, row: Row, since: string | undefined): void {
  const asked = Date.parse(since ?? '');
  const modified = Date.parse(isoInstant(row.LastModifiedDate) ?? '');
  if (Number.isNaN(asked) || modified <= asked) return;
  const who = nameOf(org, 'User', row.LastModifiedById ?? null) ?? 'somebody';
  const message = `This record was modified by ${who} during your edit session. Make a note of the data you entered, then reload the record and enter your updates again.`;
  const detail = {
    constituentField: null,
    duplicateRecordError: null,
    errorCode: 'CONFLICT',
    field: null,
    fieldLabel: null,
    message,
  };
  throw new RecordError(
    'CONFLICT',
    message,
    { enhancedErrorType: 'RecordError', output: { errors: [detail], fieldErrors: {} } },
    412,
  );
}
