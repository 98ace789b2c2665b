import { CosellError, type CosellErrorDetails, type ErrorCode } from '../../core/errors/index.ts';
import type { PartAnswer } from './batch-response.ts';

/** What the failed operation was about, to name the field. */
export interface ErrorContext {
  /** Columns that were written. */
  readonly columns?: readonly string[];
  /** It was to close the opportunity. */
  readonly closes?: boolean;
}

/** The service's own words: `{ error: { code: '0x80040217', message: '…' } }`. */
interface ServiceError {
  readonly code: string;
  readonly message: string;
}

interface Rule {
  readonly code: ErrorCode;
  readonly message: string;
  readonly cure: string;
}

const RETRY = 'Wait; the connector tries again by itself.';

const CONFLICT: Rule = {
  code: 'crm-conflict',
  message: 'The opportunity was changed in Dynamics 365 at the same moment.',
  cure: 'Nothing to do; the connector reads it again and goes on.',
};
const DUPLICATE: Rule = {
  code: 'crm-rejected',
  message: 'Dynamics 365 refused the change because another row already holds this value.',
  cure: 'Find the other opportunity with the same referral identifier and clear or delete it.',
};
const CLOSED: Rule = {
  code: 'crm-rejected',
  message: 'The opportunity is closed in Dynamics 365 and cannot be changed.',
  cure: 'Reopen the opportunity if it should be kept in step.',
};
const LOCKED: Rule = {
  code: 'crm-record-locked',
  message: 'Somebody else holds the opportunity in Dynamics 365 at the moment.',
  cure: RETRY,
};
const NOT_FOUND: Rule = {
  code: 'opportunity-not-found',
  message: 'The opportunity no longer exists in Dynamics 365, or the connector may not see it.',
  cure: 'Restore it, or give the connector’s application user read access to it.',
};
const FORBIDDEN: Rule = {
  code: 'crm-forbidden',
  message: 'The connector’s application user lacks a privilege in Dynamics 365.',
  cure: 'Assign the security role of the co-sell solution to the application user.',
};
const SECURED: Rule = {
  code: 'crm-forbidden',
  message: 'Column security keeps the connector’s application user from writing the co-sell columns.',
  cure: 'Add the application user to the column security profile "Co-sell Connector".',
};
const SIGN_IN: Rule = {
  code: 'crm-sign-in',
  message: 'Dynamics 365 does not accept the connector’s sign-in.',
  cure: 'Ask your administrator to check that the application user exists, is enabled and has a security role.',
};
const THROTTLED: Rule = {
  code: 'crm-throttled',
  message: 'Dynamics 365 asks the connector to slow down.',
  cure: RETRY,
};
const UNAVAILABLE: Rule = {
  code: 'crm-unavailable',
  message: 'Dynamics 365 is not available at the moment.',
  cure: RETRY,
};

/**
 * Codes of the service, in lower case. Sources: learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes
 * and .../api-limits (the three of service protection).
 */
const RULES_BY_CODE: Readonly<Record<string, Rule>> = {
  '0x80060882': CONFLICT,
  '0x80040237': DUPLICATE,
  '0x80060892': DUPLICATE,
  '0x80040333': DUPLICATE,
  '0x80048408': CLOSED,
  '0x80043b10': CLOSED,
  '0x80044151': LOCKED,
  '0x80040217': NOT_FOUND,
  '0x80060891': NOT_FOUND,
  '0x80040220': FORBIDDEN,
  '0x80040221': FORBIDDEN,
  '0x80048306': FORBIDDEN,
  '0x8004f507': SECURED,
  '0x80072322': THROTTLED,
  '0x80072321': THROTTLED,
  '0x80072326': THROTTLED,
};

/** @param answer status, headers and body of a failed call or of a failed operation in a `$batch` */
export function errorFromAnswer(answer: PartAnswer, context: ErrorContext = {}): CosellError {
  const service = serviceErrorOf(answer);
  // 401 comes first: it can carry the code of a missing privilege.
  const byCode = answer.status === 401 ? SIGN_IN : RULES_BY_CODE[service?.code.toLowerCase() ?? ''];
  // Somebody closed it in between, or our own call did whose answer was lost.
  const known = byCode === CLOSED && context.closes === true ? CONFLICT : byCode;
  const rule = known ?? ruleByStatus(answer.status) ?? rejected(service);
  return new CosellError(rule.code, {
    message: rule.message,
    cure: rule.code === 'crm-forbidden' ? cureForPrivilege(rule.cure, service) : rule.cure,
    httpStatus: answer.status,
    ...(rule.code === 'crm-unavailable' && { mayHaveActed: true }),
    ...fieldOf(service, context),
    ...retryAfterOf(answer),
    ...referenceOf(answer),
  });
}

/**
 * A `$batch` that was refused as a whole. Such an answer is about no opportunity, so it must not count as one that is for
 * its seller to put right: a wrong address, or a gateway in front of the service, answers 404 or 400 to everything.
 */
export function errorFromWholeAnswer(answer: PartAnswer): CosellError {
  const error = errorFromAnswer(answer);
  if (error.retryable) return error;
  return new CosellError('internal', {
    message: `Dynamics 365 refused the connector's call as a whole (HTTP ${answer.status}).`,
    cure: 'Ask your administrator to check serverUrl in the configuration and whether the environment is up.',
    httpStatus: answer.status,
    cause: error,
    ...(error.reference !== undefined && { reference: error.reference }),
  });
}

/** A call that brought no answer: connection refused or cut, time-out, or an answer that cannot be read. */
export function errorFromFailure(thrown: unknown): CosellError {
  if (thrown instanceof CosellError) return thrown;
  const timedOut = isTimeout(thrown);
  return new CosellError('crm-unavailable', {
    message: timedOut ? 'Dynamics 365 did not answer in time.' : 'The connection to Dynamics 365 failed.',
    cure: RETRY,
    mayHaveActed: true,
    cause: thrown,
  });
}

/** What `AbortSignal.timeout` ends a call with. */
export function isTimeout(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && thrown.name === 'TimeoutError';
}

function ruleByStatus(status: number): Rule | undefined {
  if (status === 401) return SIGN_IN;
  if (status === 403) return FORBIDDEN;
  if (status === 404) return NOT_FOUND;
  if (status === 409 || status === 412) return CONFLICT;
  if (status === 429) return THROTTLED;
  return status >= 500 || status < 400 ? UNAVAILABLE : undefined;
}

/** Everything else the service refuses: its own first sentence says why. */
function rejected(service: ServiceError | null): Rule {
  const reason = service?.message.split(/\r?\n/)[0]?.slice(0, 300) ?? 'it gave no reason';
  return {
    code: 'crm-rejected',
    message: `Dynamics 365 refused the request: ${reason}`,
    cure: 'Correct the named field, or ask your administrator to check the field mapping and the solution’s version.',
  };
}

/** `Principal user (…) is missing prvWriteOpportunity privilege (…)`. */
function cureForPrivilege(cure: string, service: ServiceError | null): string {
  const privilege = /\bprv\w+/.exec(service?.message ?? '')?.[0];
  return privilege ? `Give the application user the privilege ${privilege}. ${cure}` : cure;
}

function fieldOf(service: ServiceError | null, { columns = [] }: ErrorContext): Pick<CosellErrorDetails, 'field'> {
  const words = new Set(service?.message.match(/\w+/g) ?? []);
  const field = columns.find((column) => words.has(column));
  return field === undefined ? {} : { field };
}

/** Seconds, or an HTTP date counted from the answer's own `Date`. */
function retryAfterOf({ headers }: PartAnswer): Pick<CosellErrorDetails, 'retryAfterSeconds'> {
  const text = headers['retry-after'];
  if (text === undefined) return {};
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : Math.ceil((Date.parse(text) - Date.parse(headers.date ?? '')) / 1000);
  return Number.isNaN(seconds) ? {} : { retryAfterSeconds: Math.max(0, seconds) };
}

function referenceOf({ headers }: PartAnswer): Pick<CosellErrorDetails, 'reference'> {
  const reference = headers['x-ms-service-request-id'] ?? headers.req_id;
  return reference === undefined ? {} : { reference };
}

function serviceErrorOf({ body }: PartAnswer): ServiceError | null {
  if (body === null || typeof body !== 'object' || !('error' in body)) return null;
  const error: unknown = body.error;
  if (error === null || typeof error !== 'object') return null;
  const { code, message } = error as Record<string, unknown>;
  return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : '' };
}
