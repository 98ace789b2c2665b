import { CosellError, type ErrorCode } from '../core/errors/index.ts';
import { readErrorBody, type ErrorBody } from './error-body.ts';
import { plainWords } from './plain-words.ts';
import { refusedField } from './refused-field.ts';
import { retryAfterSeconds } from './retry-after.ts';
import type { Answer, TransportFailure } from './transport.ts';

export type Operation = 'list' | 'get' | 'create' | 'patch';

export interface FailedCall {
  readonly operation: Operation;
  /** Our correlation id, which the log carries too. */
  readonly reference: string;
}

/** Which operations may have acted although they failed this way. */
type ActedBy = 'none' | 'writes' | 'create';

interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly cure: string;
  readonly actedBy: ActedBy;
}

const CONSENT_AGAIN = 'Ask your administrator to sign in and consent again with `npx cosell consent`';
const NOTHING_TO_DO = 'Nothing to do: the connector tries again by itself.';

const SIGN_IN: Failure = {
  code: 'partner-center-sign-in',
  message: 'Partner Center did not accept the sign-in of the connector.',
  cure: `${CONSENT_AGAIN}.`,
  actedBy: 'none',
};
const MFA: Failure = {
  code: 'partner-center-mfa-required',
  message: 'Partner Center wants a sign-in with multi-factor authentication.',
  cure: `${CONSENT_AGAIN}, this time with multi-factor authentication.`,
  actedBy: 'none',
};
const FORBIDDEN: Failure = {
  code: 'partner-center-forbidden',
  message: "The connector's Partner Center account may not do this.",
  cure: 'Give the account the role Referral admin in Partner Center for the locations of this deal.',
  actedBy: 'none',
};
const NOT_FOUND: Failure = {
  code: 'referral-not-found',
  message: 'Partner Center has no such referral, or its account may not see it.',
  cure: 'Check in Partner Center that the referral exists and that the connector account may see it.',
  actedBy: 'none',
};
const CONFLICT: Failure = {
  code: 'partner-center-conflict',
  message: 'The referral changed in Partner Center in the meantime.',
  cure: NOTHING_TO_DO,
  // A create that collides may collide with an earlier attempt of our own.
  actedBy: 'create',
};
const REJECTED: Failure = {
  code: 'partner-center-rejected',
  message: 'Partner Center did not accept the deal',
  cure: 'Correct it on the opportunity and share again; if nothing is wrong there, ask your administrator to look at the log for this reference.',
  actedBy: 'none',
};
const THROTTLED: Failure = {
  code: 'partner-center-throttled',
  message: 'Partner Center asks the connector to wait before its next call.',
  cure: NOTHING_TO_DO,
  actedBy: 'none',
};
const UNAVAILABLE: Failure = {
  code: 'partner-center-unavailable',
  message: 'Partner Center could not be reached or could not answer.',
  cure: NOTHING_TO_DO,
  actedBy: 'writes',
};
const UNSUPPORTED: Failure = {
  code: 'partner-center-rejected',
  message: 'Partner Center does not support what the connector asked for',
  cure: 'Ask your administrator to look for an update of the connector.',
  actedBy: 'none',
};
const WRONG_ADDRESS: Failure = {
  // Tried again by itself: a proxy or gateway that answers for the service is mostly a matter of minutes.
  code: 'partner-center-unavailable',
  message: 'The address of Partner Center does not lead to its referrals service.',
  cure: 'Correct the address of Partner Center in the configuration, or the proxy in between.',
  actedBy: 'none',
};

/** partner-center-referrals.md §4.1; what is not listed goes by its class. */
const BY_STATUS: Readonly<Record<number, Failure>> = {
  401: SIGN_IN,
  403: FORBIDDEN,
  404: NOT_FOUND,
  405: UNSUPPORTED,
  406: UNSUPPORTED,
  408: UNAVAILABLE,
  409: CONFLICT,
  410: NOT_FOUND,
  412: CONFLICT,
  415: UNSUPPORTED,
  423: CONFLICT,
  429: THROTTLED,
  501: UNSUPPORTED,
  509: THROTTLED,
};

/** Codes of the error body that say more than a plain 400 or 422 (partner-center-referrals.md §4.2). */
const BY_CODE: Readonly<Record<string, Failure>> = {
  accessDenied: FORBIDDEN,
  invalidRequest: REJECTED,
  itemNotFound: NOT_FOUND,
  preconditionFailed: CONFLICT,
  resourceModified: CONFLICT,
  serviceNotAvailable: UNAVAILABLE,
  unauthenticated: SIGN_IN,
};

/** A call without a valid MFA claim is answered 401 with this code (partner-center-referrals.md §2). */
const MFA_CODE = /\b900421\b/;

export const asksForMfa = (answer: Answer): boolean => answer.status === 401 && MFA_CODE.test(answer.text ?? '');

/** Turns an answer that is not a success into the error of the product. The one place where that is decided. */
export function errorOfAnswer(answer: Answer, call: FailedCall & { readonly now: number }): CosellError {
  const body = readErrorBody(answer.text);
  const wait = retryAfterSeconds(answer, call.now);
  const failure = classify(answer, body, wait, call.operation);
  const refused = failure === REJECTED ? describeRefusal(body) : null;
  return new CosellError(failure.code, {
    message: refused?.message ?? sentence(failure.message),
    cure: refused?.cure ?? failure.cure,
    reference: call.reference,
    httpStatus: answer.status,
    mayHaveActed: hasActed(failure.actedBy, call.operation),
    ...(refused?.field === undefined ? {} : { field: refused.field }),
    ...(failure === THROTTLED && wait !== undefined ? { retryAfterSeconds: wait } : {}),
  });
}

function classify(answer: Answer, body: ErrorBody, wait: number | undefined, operation: Operation): Failure {
  const { status } = answer;
  if (asksForMfa(answer)) return MFA;
  if (status < 400) return WRONG_ADDRESS;
  if (status === 404 && isNotFromTheService(answer, operation)) return WRONG_ADDRESS;
  // A service that says when to come back has refused the call, not half-done it.
  if (status >= 500 && wait !== undefined) return THROTTLED;
  const byStatus = BY_STATUS[status];
  if (byStatus) return byStatus;
  if (status >= 500) return UNAVAILABLE;
  const known = [...body.codes].reverse().find((code) => Object.hasOwn(BY_CODE, code));
  return (known === undefined ? undefined : BY_CODE[known]) ?? REJECTED;
}

/** A 404 about no particular referral, or in the form of a web page, is about the address. */
function isNotFromTheService(answer: Answer, operation: Operation): boolean {
  return operation === 'list' || operation === 'create' || (answer.headers['content-type'] ?? '').includes('text/html');
}

function describeRefusal(body: ErrorBody): { message: string; cure: string; field?: string } {
  const refused = refusedField(body.targets);
  const said = plainWords(body.message);
  const detail = said ? `: ${said}` : '';
  if (!refused) return { message: sentence(`${REJECTED.message}${detail}`), cure: REJECTED.cure };
  return {
    message: sentence(`Partner Center did not accept ${refused.label}${detail}`),
    cure: `Correct ${refused.label} on the opportunity and share again.`,
    field: refused.pointer,
  };
}

const sentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);

/** Turns a call that got no answer into the error of the product. */
export function errorOfFailure(failure: TransportFailure, call: FailedCall): CosellError {
  return new CosellError('partner-center-unavailable', {
    message: failure.timedOut ? 'Partner Center did not answer in time.' : 'The connection to Partner Center failed.',
    cure: NOTHING_TO_DO,
    reference: call.reference,
    mayHaveActed: failure.sent && hasActed('writes', call.operation),
    cause: failure,
  });
}

/** The call was not made because Partner Center still wants to be left alone. */
export function errorOfWait(seconds: number, reference: string): CosellError {
  return new CosellError(THROTTLED.code, {
    message: THROTTLED.message,
    cure: THROTTLED.cure,
    reference,
    retryAfterSeconds: seconds,
  });
}

/** A success whose body is not what it should be; `reason` names what is wrong without quoting it. */
export function errorOfContent(reason: string, answer: Answer, call: FailedCall): CosellError {
  return new CosellError('partner-center-unavailable', {
    message: `Partner Center answered with something the connector cannot read: ${reason}.`,
    cure: 'Nothing to do: the connector tries again by itself. If it stays, check the proxy and look for an update.',
    reference: call.reference,
    httpStatus: answer.status,
    mayHaveActed: hasActed('writes', call.operation),
  });
}

/** The same error, remembering that an earlier try of the same call may have been carried out. */
export function withMayHaveActed(error: CosellError): CosellError {
  return new CosellError(error.code, {
    message: error.message,
    cure: error.cure,
    mayHaveActed: true,
    cause: error.cause,
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
    ...(error.reference === undefined ? {} : { reference: error.reference }),
    ...(error.httpStatus === undefined ? {} : { httpStatus: error.httpStatus }),
  });
}

function hasActed(actedBy: ActedBy, operation: Operation): boolean {
  if (operation === 'create') return actedBy !== 'none';
  return operation === 'patch' && actedBy === 'writes';
}
