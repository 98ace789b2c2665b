import type { StoredReferral } from '../record.ts';
import { badRequest } from '../service-error.ts';

/** `$orderby`; the id breaks ties, so that pages neither skip nor repeat. */
export interface Order {
  readonly field: 'createdDateTime' | 'updatedDateTime';
  readonly descending: boolean;
}

/** Newest first when nobody asks; the documentation does not say. */
const DEFAULT_ORDER: Order = { field: 'createdDateTime', descending: true };

/** @throws ServiceError 400 for anything but createdDateTime and updatedDateTime (referrals §4.3). */
export function readOrder(text: string | undefined): Order {
  if (text === undefined) return DEFAULT_ORDER;
  const [, field, direction] = /^\s*(createdDateTime|updatedDateTime)(?:\s+(asc|desc))?\s*$/.exec(text) ?? [];
  if (field !== 'createdDateTime' && field !== 'updatedDateTime') {
    throw badRequest(
      '$orderby',
      'invalidOrderBy',
      '$orderby takes createdDateTime or updatedDateTime, with asc or desc.',
    );
  }
  return { field, descending: direction === 'desc' };
}

/** Where a page ended: the last referral's place in the order. */
export interface Position {
  readonly time: string;
  readonly id: string;
}

export const positionOf = (order: Order, referral: StoredReferral): Position => ({
  time: referral[order.field],
  id: referral.id,
});

/** Negative when `left` comes first. */
export function comparePositions(order: Order, left: Position, right: Position): number {
  const byTime = left.time < right.time ? -1 : left.time > right.time ? 1 : 0;
  const ascending = byTime !== 0 ? byTime : left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
  return order.descending ? -ascending : ascending;
}
