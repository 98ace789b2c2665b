import type { ErrorCode } from '../errors/index.ts';
import type { ReferralState } from './referral-state.ts';

/** What the CRM side can want of a referral. */
export const LIFECYCLE_EVENTS = ['edit', 'accept', 'decline', 'win', 'lose', 'share-more', 'reopen'] as const;
export type LifecycleEvent = (typeof LIFECYCLE_EVENTS)[number];

/** `patch`: write these two together. `go`: allowed, the status stays. `wait`: not now, nothing is lost. `done`: it is so already. */
export type Move =
  | { readonly kind: 'patch'; readonly status: string; readonly substatus: string }
  | { readonly kind: 'go' | 'wait' | 'done' }
  | { readonly kind: 'refuse'; readonly code: ErrorCode };

const GO: Move = { kind: 'go' };
const WAIT: Move = { kind: 'wait' };
const DONE: Move = { kind: 'done' };
const CLOSED: Move = { kind: 'refuse', code: 'referral-closed' };
const NOTHING_TO_ANSWER: Move = { kind: 'refuse', code: 'value-invalid' };
const ACCEPT: Move = { kind: 'patch', status: 'Active', substatus: 'Accepted' };
const DECLINE: Move = { kind: 'patch', status: 'Closed', substatus: 'Declined' };
const WIN: Move = { kind: 'patch', status: 'Closed', substatus: 'Won' };
const LOSE: Move = { kind: 'patch', status: 'Closed', substatus: 'Lost' };

/** Terminal: no change at all is possible any more (partner-center-referrals.md §6). */
const TERMINAL: Readonly<Record<LifecycleEvent, Move>> = {
  edit: CLOSED,
  accept: CLOSED,
  decline: CLOSED,
  win: CLOSED,
  lose: CLOSED,
  'share-more': CLOSED,
  reopen: CLOSED,
};

/**
 * Every state with every event: a missing cell does not compile. SPEC.md explains the cells. An inbound New deal waits for the seller's
 * answer; winning it takes two moves (accept, then win), losing it is declining it.
 */
export const TRANSITIONS: Readonly<Record<ReferralState, Readonly<Record<LifecycleEvent, Move>>>> = {
  'new-outbound': {
    edit: GO,
    accept: NOTHING_TO_ANSWER,
    decline: NOTHING_TO_ANSWER,
    win: WIN,
    lose: LOSE,
    'share-more': GO,
    reopen: DONE,
  },
  'new-inbound': {
    edit: WAIT,
    accept: ACCEPT,
    decline: DECLINE,
    win: ACCEPT,
    lose: DECLINE,
    'share-more': WAIT,
    reopen: WAIT,
  },
  active: { edit: GO, accept: DONE, decline: NOTHING_TO_ANSWER, win: WIN, lose: LOSE, 'share-more': GO, reopen: DONE },
  won: { ...TERMINAL, win: DONE },
  lost: { ...TERMINAL, lose: DONE },
  declined: { ...TERMINAL, decline: DONE, lose: DONE },
  expired: { ...TERMINAL, lose: DONE },
  error: { ...TERMINAL, lose: DONE },
};

/** Whether nothing may ever be written to the referral again. */
export function isTerminal(state: ReferralState): boolean {
  return TRANSITIONS[state].edit.kind === 'refuse';
}
