import { ERROR_CODES, type ErrorCode } from './codes.ts';
import { UnreadableAnswer } from './unreadable.ts';

export interface CosellErrorDetails {
  /** What happened, in plain words a seller understands; no raw JSON, no secrets, no personal data. */
  readonly message: string;
  /** What to do about it, as an imperative sentence. */
  readonly cure: string;
  /** The field on the opportunity form (CRM field path) or configuration key it is about. */
  readonly field?: string;
  /** Seconds the other system asked us to wait (`Retry-After`). */
  readonly retryAfterSeconds?: number;
  /** The correlation id of the failed call, for support. */
  readonly reference?: string;
  /** HTTP status of the failed call. */
  readonly httpStatus?: number;
  /** Whether the other system may have acted although we saw a failure (timeout, dropped connection, 5xx). */
  readonly mayHaveActed?: boolean;
  readonly cause?: unknown;
}

/** The one error type of the product. Throw it for everything a person can act on or a retry can heal. */
export class CosellError extends Error {
  readonly code: ErrorCode;
  readonly cure: string;
  readonly field: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly reference: string | undefined;
  readonly httpStatus: number | undefined;
  readonly mayHaveActed: boolean;

  constructor(code: ErrorCode, details: CosellErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CosellError';
    this.code = code;
    this.cure = details.cure;
    this.field = details.field;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.reference = details.reference;
    this.httpStatus = details.httpStatus;
    this.mayHaveActed = details.mayHaveActed ?? false;
  }

  /** Whether the connector tries again by itself. */
  get retryable(): boolean {
    return ERROR_CODES[this.code].retry;
  }

  get whoActs(): 'seller' | 'admin' | 'nobody' {
    return ERROR_CODES[this.code].who;
  }
}

/** Turns anything thrown into a CosellError; the unknown becomes `internal` with the original as cause. */
export function asCosellError(thrown: unknown): CosellError {
  if (thrown instanceof CosellError) return thrown;
  if (thrown instanceof UnreadableAnswer) {
    return new CosellError('crm-unavailable', {
      message: 'The CRM sent an answer that the connector cannot read.',
      cure: 'Wait; the connector tries again by itself. If it lasts, ask your administrator to check the address of the CRM.',
      cause: thrown,
    });
  }
  return new CosellError('internal', {
    message: 'Something unexpected went wrong in the connector.',
    cure: 'Ask your administrator to look at the connector log for this reference.',
    cause: thrown,
  });
}
