/** The codes of learn.microsoft.com/partner-center/develop/error-codes (referrals §4.2). */
export type ServiceErrorCode =
  | 'accessDenied'
  | 'generalException'
  | 'invalidRequest'
  | 'itemNotFound'
  | 'preconditionFailed'
  | 'resourceModified'
  | 'serviceNotAvailable'
  | 'unauthenticated';

export interface ServiceErrorDetails {
  readonly status: number;
  readonly code: ServiceErrorCode;
  readonly message: string;
  /** What it is about: `referral`, a header, or the path of a property such as `details/currency`. */
  readonly target?: string;
  /** A narrower code: what exactly was wrong. */
  readonly innerCode: string;
}

/** "message is at most 1024 characters" (referrals §4.2). */
const LONGEST_MESSAGE = 1024;

/** A refusal in the service's words; `toBody` is what goes over the wire. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: ServiceErrorCode;
  readonly target: string;
  readonly innerCode: string;

  constructor({ status, code, message, target = 'referral', innerCode }: ServiceErrorDetails) {
    super(message.slice(0, LONGEST_MESSAGE));
    this.name = 'ServiceError';
    this.status = status;
    this.code = code;
    this.target = target;
    this.innerCode = innerCode;
  }

  toBody(): object {
    const { code, message, target, innerCode } = this;
    return { error: { code, message, target, innerError: { code: innerCode, message } } };
  }
}

/** 400: the request itself is wrong at `target`. */
export function badRequest(target: string, innerCode: string, message: string): ServiceError {
  return new ServiceError({ status: 400, code: 'invalidRequest', target, innerCode, message });
}

/** 404, also for what the caller may not know of. */
export function notFound(id: string): ServiceError {
  return new ServiceError({
    status: 404,
    code: 'itemNotFound',
    innerCode: 'referralNotFound',
    message: `There is no referral ${id} that the caller can see.`,
  });
}

/** 403. */
export function forbidden(message: string): ServiceError {
  return new ServiceError({ status: 403, code: 'accessDenied', innerCode: 'referralAccessDenied', message });
}
