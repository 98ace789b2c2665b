import { CLOSED_REFERRAL_STATUS } from '../conventions.ts';
import type { ReferralContent } from '../schema.ts';
import { ServiceError, badRequest } from '../service-error.ts';

type Status = ReferralContent['status'];
type Substatus = ReferralContent['substatus'];
export interface Standing {
  readonly status: Status;
  readonly substatus: Substatus;
}

/** Which substatus belongs to which status (learn.microsoft.com/partner-center/developer/referral-resources; referrals §6). */
const SUBSTATUSES: Readonly<Record<Status, readonly Substatus[]>> = {
  New: ['Pending', 'Received'],
  Active: ['Accepted'],
  Closed: ['Won', 'Lost', 'Declined', 'Expired', 'Error'],
};

/** Where a status may go (referrals §6). Closed is the end: nothing of a closed referral changes any more. */
const MOVES: Readonly<Record<Status, readonly Status[]>> = {
  New: ['New', 'Active', 'Closed'],
  Active: ['Active', 'Closed'],
  Closed: [],
};

/** @throws ServiceError when status and substatus do not belong together. */
export function assertMatchingSubstatus({ status, substatus }: Standing): void {
  if (SUBSTATUSES[status].includes(substatus)) return;
  throw badRequest(
    'substatus',
    'statusSubstatusMismatch',
    `Substatus ${substatus} does not belong to status ${status}; it takes ${SUBSTATUSES[status].join(', ')}.`,
  );
}

/** @throws ServiceError for any change to a closed referral. */
export function assertOpen(referral: Standing): void {
  if (referral.status !== 'Closed') return;
  throw new ServiceError({
    status: CLOSED_REFERRAL_STATUS,
    code: 'invalidRequest',
    target: 'status',
    innerCode: 'referralClosed',
    message: `The referral is closed (${referral.substatus}); a closed referral cannot be changed.`,
  });
}

/** @throws ServiceError for an illegal move. Expired is set by the service alone, when nobody answered in time. */
export function assertLegalMove(before: Standing, after: Standing): void {
  assertMatchingSubstatus(after);
  if (!MOVES[before.status].includes(after.status)) {
    throw badRequest('status', 'illegalStatusMove', `A referral cannot go from ${before.status} to ${after.status}.`);
  }
  if (after.substatus === 'Expired') {
    throw badRequest('substatus', 'illegalStatusMove', 'Only the service itself lets a referral expire.');
  }
}
