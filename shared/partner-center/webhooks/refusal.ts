/**
 * Every reason why a webhook call is not taken in, with the status of its answer. 401 is the same answer whatever was wrong
 * with the signature or its certificate: a forger learns nothing from it. The reason stands in the log and the counter.
 */
export const REFUSAL_STATUS = {
  'wrong-method': 405,
  'wrong-content-type': 415,
  'encoded-body': 415,
  'signature-missing': 401,
  'signature-scheme': 401,
  'signature-malformed': 401,
  'signatures-differ': 401,
  'certificate-url-missing': 400,
  'algorithm-missing': 400,
  'algorithm-not-allowed': 401,
  'certificate-url-not-allowed': 401,
  'body-too-large': 413,
  'body-too-slow': 408,
  'body-broken-off': 400,
  'body-empty': 400,
  'certificate-not-delivered': 401,
  'certificate-address-not-public': 401,
  'certificate-too-large': 401,
  'certificate-unreadable': 401,
  'certificate-blocked': 401,
  'certificate-not-trusted': 401,
  'certificate-out-of-date': 401,
  'certificate-wrong-subject': 401,
  'certificate-wrong-issuer': 401,
  'certificate-wrong-key': 401,
  'certificate-unavailable': 503,
  'signature-wrong': 401,
  'event-unreadable': 400,
  'event-without-referral': 400,
  'event-too-old': 400,
  'event-from-the-future': 400,
  'not-stored': 503,
} as const;

export type RefusalReason = keyof typeof REFUSAL_STATUS;

/** A webhook call is not taken in. Carries nothing of what was sent. */
export class Refused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, cause?: unknown) {
    super(`The webhook call is refused: ${reason}.`, { cause });
    this.name = 'Refused';
    this.reason = reason;
  }

  get status(): number {
    return REFUSAL_STATUS[this.reason];
  }
}
