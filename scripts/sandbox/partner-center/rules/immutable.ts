import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../caller.ts';
import type { StoredReferral } from '../record.ts';
import type { ReferralContent } from '../schema.ts';
import { badRequest } from '../service-error.ts';

/** Create-only parts of the customer (I in referrals §5, from the bulk upload's rules). */
const CREATE_ONLY = ['name', 'address', 'size', 'ids'] as const;

/** What the partner may still do to a deal that Microsoft sent before it has answered: answer. */
const PART_OF_AN_ANSWER = new Set(['status', 'substatus', 'statusReason']);

/**
 * What an update may not touch.
 * @throws ServiceError 400 that names the property.
 */
export function assertNothingImmutableChanged(caller: Caller, before: StoredReferral, after: ReferralContent): void {
  for (const property of CREATE_ONLY) {
    if (differs(before.customerProfile[property], after.customerProfile[property])) {
      throw badRequest(
        `customerProfile/${property}`,
        'immutableProperty',
        `customerProfile/${property} cannot be changed after the referral was created.`,
      );
    }
  }
  if (before.type === 'Shared') assertSharedPartsKept(before, after);
  if (before.type === 'Shared' && after.type === 'Independent') {
    throw badRequest('type', 'sharingCannotGoDown', 'A shared referral cannot become independent again.');
  }
  if (seenBySellers(before) && !seenBySellers(after)) {
    throw badRequest(
      'consent/consentToShareReferralWithMicrosoftSellers',
      'sharingCannotGoDown',
      'A referral that is visible to Microsoft sellers cannot be hidden from them again.',
    );
  }
  if (caller.organization === 'partner' && differs(before.trackingInfo, after.trackingInfo)) {
    throw badRequest('trackingInfo', 'readOnlyProperty', 'trackingInfo is read-only: Microsoft sets it.');
  }
  assertAnsweredFirst(caller, before, after);
}

/** "Read-only after the first share" (referrals §5): the customer's contacts and the request to the other side. */
function assertSharedPartsKept(before: StoredReferral, after: ReferralContent): void {
  if (differs(before.customerProfile.team, after.customerProfile.team)) {
    throw badRequest(
      'customerProfile/team',
      'immutableProperty',
      'customerProfile/team cannot be changed after the referral was shared.',
    );
  }
  if (differs(before.inviteContext, after.inviteContext)) {
    throw badRequest(
      'inviteContext',
      'immutableProperty',
      'inviteContext cannot be changed after the referral was shared.',
    );
  }
}

/** Accepting is what makes name, value, date and notes editable (Microsoft's connector; microsoft-connector.md §9). */
function assertAnsweredFirst(caller: Caller, before: StoredReferral, after: ReferralContent): void {
  if (caller.organization !== 'partner' || before.direction !== 'Incoming' || after.status !== 'New') return;
  const changed = (Object.keys(after) as (keyof ReferralContent)[]).find(
    (property) => !PART_OF_AN_ANSWER.has(property) && differs(before[property], after[property]),
  );
  if (changed) {
    throw badRequest(changed, 'notAccepted', `${changed} cannot be changed before the referral is accepted.`);
  }
}

const seenBySellers = ({ consent }: ReferralContent) => consent.consentToShareReferralWithMicrosoftSellers === true;

/** `null`, a missing property and an empty list are the same here. */
function differs(left: unknown, right: unknown): boolean {
  return !isDeepStrictEqual(withoutEmpty(left), withoutEmpty(right));
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
