import { CosellError, type ErrorCode } from '../../core/errors/index.ts';
import { HttpFailure, NetworkFailure } from './transport.ts';
import type { SaveError } from './wire.ts';

/** Error codes of the REST API that are not about the value written, with whose problem they are. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  UNABLE_TO_LOCK_ROW: 'crm-record-locked',
  ENTITY_IS_LOCKED: 'crm-record-locked',
  INSUFFICIENT_ACCESS: 'crm-forbidden',
  INSUFFICIENT_ACCESS_OR_READONLY: 'crm-forbidden',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'crm-forbidden',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'crm-forbidden',
  INVALID_FIELD: 'crm-forbidden',
  INVALID_TYPE: 'crm-forbidden',
  API_DISABLED_FOR_ORG: 'crm-forbidden',
  API_CURRENTLY_DISABLED: 'crm-forbidden',
  FUNCTIONALITY_NOT_ENABLED: 'crm-forbidden',
  REQUEST_LIMIT_EXCEEDED: 'crm-throttled',
  INVALID_SESSION_ID: 'crm-sign-in',
  SERVER_UNAVAILABLE: 'crm-unavailable',
  UNKNOWN_EXCEPTION: 'crm-unavailable',
  QUERY_TIMEOUT: 'crm-unavailable',
};

/** Codes that mean a missing record when they are about a record, and a missing object or API version otherwise. */
const NOT_THERE = new Set(['ENTITY_IS_DELETED', 'NOT_FOUND', 'MALFORMED_ID']);

const CURES: Partial<Record<ErrorCode, string>> = {
  'crm-record-locked': 'Nothing to do: the connector tries again. If it stays locked, end the approval process on it.',
  'opportunity-not-found': 'Restore the opportunity from the recycle bin, or leave it deleted.',
  'crm-forbidden':
    'Give the integration user the permission set of the connector, and check the object and the field in Salesforce Setup.',
  'crm-throttled':
    'Nothing to do: the connector tries again. If it happens often, ask for more Salesforce API requests.',
  'crm-conflict': 'Nothing to do: the connector looks again and goes on.',
  'crm-sign-in': 'Check the connected app and the user that the connector signs in with.',
  'crm-unavailable': 'Nothing to do: the connector tries again. See status.salesforce.com if it lasts.',
  'crm-rejected': 'Correct the field on the opportunity, or ask your Salesforce administrator about the rule.',
  internal: 'Ask your administrator to look at the connector log.',
};

/** Where Salesforce repeats the value in its message, ours says what was wrong without it. */
const MESSAGES: Readonly<Record<string, string>> = {
  STRING_TOO_LONG: 'The text is longer than the Salesforce field allows.',
  UNABLE_TO_LOCK_ROW: 'Somebody else was changing this record in Salesforce.',
  ENTITY_IS_LOCKED: 'The record is locked in Salesforce, for example by an approval.',
  ENTITY_IS_DELETED: 'The record was deleted in Salesforce.',
};

interface ErrorRow {
  readonly errorCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** Why one record of a batch was refused (`errors[]` of `composite/sobjects`). */
export function recordError(errors: readonly SaveError[]): CosellError {
  const [first] = errors;
  const row = { errorCode: first?.statusCode ?? '', message: first?.message ?? '', fields: first?.fields ?? [] };
  // A wrong id in a collection is a wrong reference without a field.
  const wrongId = row.errorCode === 'INVALID_CROSS_REFERENCE_KEY' && row.fields.length === 0;
  if (wrongId || NOT_THERE.has(row.errorCode)) return build('opportunity-not-found', row, {});
  return build(CODES[row.errorCode] ?? 'crm-rejected', row, {});
}

/**
 * What a graph was made of is no longer as it was read: the opportunity has been entered since, a row has been deleted, a user deactivated.
 * Looking again tells.
 */
const CHANGED_SINCE = new Set(['DUPLICATE_VALUE', 'ENTITY_IS_DELETED', 'NOT_FOUND', 'INACTIVE_OWNER_OR_USER']);

/** A graph that was taken back. The other subrequests only say that one of them failed. */
export function graphError(
  answers: readonly { readonly httpStatusCode: number; readonly body: unknown }[],
): CosellError {
  const rows = answers.filter(({ httpStatusCode }) => httpStatusCode >= 400).map(({ body }) => rowOf(body));
  const row = rows.find(({ errorCode }) => errorCode !== 'PROCESSING_HALTED') ?? rows[0] ?? rowOf(null);
  if (CHANGED_SINCE.has(row.errorCode)) return build('crm-conflict', row, {});
  return build(CODES[row.errorCode] ?? 'crm-rejected', row, {});
}

/** A subrequest of a composite call that failed as a whole. */
export function subrequestError(httpStatus: number, body: unknown): CosellError {
  return answerError(httpStatus, rowOf(body), {});
}

/** Anything that a call threw. `crm-unavailable` tells by `mayHaveActed` whether Salesforce may have acted all the same. */
export function callError(thrown: unknown): CosellError {
  if (thrown instanceof CosellError) return thrown;
  if (thrown instanceof HttpFailure) {
    const { status, retryAfterSeconds } = thrown;
    return answerError(status, rowOf(parsed(thrown.body)), {
      cause: thrown,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
  }
  if (thrown instanceof NetworkFailure) {
    const row = { errorCode: '', message: thrown.message, fields: [] };
    return build('crm-unavailable', row, { cause: thrown, mayHaveActed: true });
  }
  return build(
    'internal',
    { errorCode: '', message: 'A call to Salesforce failed unexpectedly.', fields: [] },
    { cause: thrown },
  );
}

interface Extra {
  readonly cause?: unknown;
  readonly retryAfterSeconds?: number;
  readonly mayHaveActed?: boolean;
}

function answerError(httpStatus: number, row: ErrorRow, extra: Extra): CosellError {
  return build(codeOf(httpStatus, row.errorCode), row, { ...extra, httpStatus, mayHaveActed: httpStatus >= 500 });
}

function codeOf(httpStatus: number, errorCode: string): ErrorCode {
  const known = CODES[errorCode];
  if (known) return known;
  if (NOT_THERE.has(errorCode) || httpStatus === 404) return 'crm-forbidden';
  if (httpStatus === 401) return 'crm-sign-in';
  if (httpStatus === 403) return 'crm-forbidden';
  if (httpStatus === 429) return 'crm-throttled';
  if (httpStatus === 408 || httpStatus >= 500) return 'crm-unavailable';
  return 'internal';
}

const LONGEST_MESSAGE = 300;

function build(code: ErrorCode, row: ErrorRow, extra: Extra & { httpStatus?: number }): CosellError {
  const theirs = row.message.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE);
  const [field] = row.fields;
  return new CosellError(code, {
    message: MESSAGES[row.errorCode] ?? (theirs === '' ? 'Salesforce refused the call.' : theirs),
    cure: CURES[code] ?? 'Ask your Salesforce administrator.',
    ...(field !== undefined && { field }),
    ...extra,
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The REST API answers errors as `[{ errorCode, message, fields? }]`; anything else has no code. */
function rowOf(body: unknown): ErrorRow {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const { errorCode, message, fields } = (
    typeof first === 'object' && first !== null ? first : {}
  ) as Partial<ErrorRow>;
  return {
    errorCode: typeof errorCode === 'string' ? errorCode : '',
    message: typeof message === 'string' ? message : '',
    fields: Array.isArray(fields) ? fields : [],
  };
}
