import { CosellError, type ErrorCode } from '../../../core/errors/index.ts';
import { readErrorBody } from '../../error-body.ts';
import { plainWords } from '../../plain-words.ts';
import { retryAfterSeconds } from '../../retry-after.ts';
import type { Answer, TransportFailure } from '../../transport.ts';

interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly cure: string;
}

const TRY_AGAIN = 'Try again in a few minutes.';

const UNAVAILABLE: Failure = {
  code: 'partner-center-unavailable',
  message: 'The webhook service of Partner Center could not be reached or could not answer.',
  cure: TRY_AGAIN,
};

const BY_STATUS: Readonly<Record<number, Failure>> = {
  401: {
    code: 'partner-center-sign-in',
    message: 'The webhook service of Partner Center did not accept the sign-in.',
    cure: 'Check that the app registration is known in Partner Center (App management), or set partnerCenter.webhooks.signIn to consent.',
  },
  403: {
    code: 'partner-center-forbidden',
    message: 'The account or app registration may not manage webhooks in Partner Center.',
    cure: 'Give it one of the roles Billing admin, Admin agent, Sales agent or Helpdesk agent, or try the other partnerCenter.webhooks.signIn.',
  },
  404: {
    code: 'partner-center-unavailable',
    message: 'The webhook service is not at the address that is configured.',
    cure: 'Correct partnerCenter.webhooks.baseUrl, or the proxy in between.',
  },
  409: {
    code: 'partner-center-conflict',
    message: 'A webhook has been registered in the meantime.',
    cure: 'Run "npx cosell webhook show" to see whose it is.',
  },
};

/** Turns an answer that is not a success into the error of the product. */
export function errorOfRegistrationAnswer(answer: Answer, reference: string, now: number): CosellError {
  const common = { reference, httpStatus: answer.status };
  if (answer.status === 429) {
    const wait = retryAfterSeconds(answer, now);
    return new CosellError('partner-center-throttled', {
      ...common,
      message: 'Partner Center asks to wait before the next call.',
      cure: wait === undefined ? TRY_AGAIN : `Try again in ${wait} seconds.`,
      ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
    });
  }
  const known = BY_STATUS[answer.status] ?? (answer.status >= 500 ? UNAVAILABLE : null);
  if (known) return new CosellError(known.code, { ...common, message: known.message, cure: known.cure });
  const said = plainWords(readErrorBody(answer.text).message);
  return new CosellError('partner-center-rejected', {
    ...common,
    message: `Partner Center did not accept the webhook registration${said === null ? '.' : `: ${said}`}`,
    cure: 'Check partnerCenter.webhooks.publicUrl: it has to be an https address that Microsoft can reach.',
  });
}

/** Turns a call that got no answer into the error of the product. */
export function errorOfRegistrationFailure(cause: TransportFailure, reference: string): CosellError {
  return new CosellError(UNAVAILABLE.code, { message: UNAVAILABLE.message, cure: UNAVAILABLE.cure, reference, cause });
}

/** A success that is not in the documented form. */
export function errorOfRegistrationContent(reference: string): CosellError {
  return new CosellError('partner-center-unavailable', {
    message: 'The webhook service answered with something that cannot be read.',
    cure: 'Check partnerCenter.webhooks.baseUrl and the proxy in between, and look for an update of the connector.',
    reference,
  });
}
