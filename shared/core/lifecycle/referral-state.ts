import type { Referral } from '../model/index.ts';
import { isTerminal } from './transitions.ts';

/** The states of a referral that matter to us (partner-center-referrals.md §6). */
export const REFERRAL_STATES = [
  'new-outbound',
  'new-inbound',
  'active',
  'won',
  'lost',
  'declined',
  'expired',
  'error',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

const CLOSED: Readonly<Record<string, ReferralState>> = {
  Won: 'won',
  Lost: 'lost',
  Declined: 'declined',
  Expired: 'expired',
};

/**
 * The state of a referral. Unknown words are read to the safe side: an unknown substatus of Closed is closed, an unknown status is
 * one that may still be edited but was never declared closed.
 */
export function referralState(referral: Referral): ReferralState {
  if (referral.status === 'Closed') return CLOSED[referral.substatus] ?? 'error';
  if (referral.status !== 'New') return 'active';
  return referral.substatus === 'Received' || referral.direction === 'Incoming' ? 'new-inbound' : 'new-outbound';
}

/** Whether nothing may ever be written to this referral again. */
export function isTerminalReferral(referral: Referral): boolean {
  return isTerminal(referralState(referral));
}
