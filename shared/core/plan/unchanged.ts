import { getField, sameValue } from '../model/fields.ts';
import { contextOf } from './context.ts';
import type { SyncInput } from './types.ts';

/**
 * Whether the CRM holds what both sides agreed on last, and shows it: planning could then only find what changed in Partner Center.
 * For callers that were led here by the CRM alone and know that Partner Center's changes reach them another way; they need not
 * read the referral. Only "in sync" counts: every other status waits for something.
 */
export function isAsAgreed(
  input: Omit<SyncInput, 'referral' | 'microsoftReferral' | 'users' | 'journal' | 'failure'>,
): boolean {
  const ctx = contextOf({ ...input, referral: null, microsoftReferral: null, users: [], journal: [], failure: null });
  const { link, policy, deal, shown } = ctx;
  const { base, unconfirmed, referralId } = link;
  if (!ctx.syncOn || base === null || unconfirmed !== undefined || referralId === null) return false;
  if (input.requests.length > 0 || shown.status !== 'in-sync' || shown.referralId !== referralId) return false;
  return policy.mapping.every(({ field }) => sameValue(field, getField(deal, field), getField(base.crm, field)));
}
