import { referralOf } from '../testkit/index.ts';
import type { SharingLevel } from '../index.ts';
import { isTerminalReferral, REFERRAL_STATES, referralState, type ReferralState } from './referral-state.ts';
import { higherLevel, isHigher, reachedLevel, SHARING_LEVELS, wantedLevel } from './sharing.ts';
import { isTerminal, LIFECYCLE_EVENTS, type LifecycleEvent, type Move, TRANSITIONS } from './transitions.ts';
import { newLink } from '../plan/link.ts';

/** Every cell, written out once more in short: status/substatus to write, `go`, `wait`, `done`, or the code of a refusal. */
const TABLE: Record<ReferralState, Record<LifecycleEvent, string>> = {
  'new-outbound': row('go', 'value-invalid', 'value-invalid', 'Closed/Won', 'Closed/Lost', 'go', 'done'),
  'new-inbound': row(
    'wait',
    'Active/Accepted',
    'Closed/Declined',
    'Active/Accepted',
    'Closed/Declined',
    'wait',
    'wait',
  ),
  active: row('go', 'done', 'value-invalid', 'Closed/Won', 'Closed/Lost', 'go', 'done'),
  won: row(
    'referral-closed',
    'referral-closed',
    'referral-closed',
    'done',
    'referral-closed',
    'referral-closed',
    'referral-closed',
  ),
  lost: row(
    'referral-closed',
    'referral-closed',
    'referral-closed',
    'referral-closed',
    'done',
    'referral-closed',
    'referral-closed',
  ),
  declined: row(
    'referral-closed',
    'referral-closed',
    'done',
    'referral-closed',
    'done',
    'referral-closed',
    'referral-closed',
  ),
  expired: row(
    'referral-closed',
    'referral-closed',
    'referral-closed',
    'referral-closed',
    'done',
    'referral-closed',
    'referral-closed',
  ),
  error: row(
    'referral-closed',
    'referral-closed',
    'referral-closed',
    'referral-closed',
    'done',
    'referral-closed',
    'referral-closed',
  ),
};

function row(...cells: [string, string, string, string, string, string, string]): Record<LifecycleEvent, string> {
  const [edit, accept, decline, win, lose, shareMore, reopen] = cells;
  return { edit, accept, decline, win, lose, 'share-more': shareMore, reopen };
}

function short(move: Move): string {
  if (move.kind === 'patch') return `${move.status}/${move.substatus}`;
  return move.kind === 'refuse' ? move.code : move.kind;
}

const CELLS = REFERRAL_STATES.flatMap((state) =>
  LIFECYCLE_EVENTS.map((event) => [state, event, TABLE[state][event]] as const),
);

describe('the lifecycle table', () => {
  it.each(CELLS)('%s + %s: %s', (state, event, expected) => {
    expect(short(TRANSITIONS[state][event])).toBe(expected);
  });

  it('never writes to a state that is over', () => {
    const over = REFERRAL_STATES.filter(isTerminal);
    expect(over).toEqual(['won', 'lost', 'declined', 'expired', 'error']);
    expect(over.flatMap((state) => Object.values(TRANSITIONS[state]).filter((move) => move.kind === 'patch'))).toEqual(
      [],
    );
  });

  it.each([
    ['New', 'Pending', 'Outgoing', 'new-outbound'],
    ['New', 'Received', 'Incoming', 'new-inbound'],
    ['New', 'Pending', 'Incoming', 'new-inbound'],
    ['Active', 'Accepted', 'Incoming', 'active'],
    ['Closed', 'Won', 'Outgoing', 'won'],
    ['Closed', 'Lost', 'Outgoing', 'lost'],
    ['Closed', 'Declined', 'Incoming', 'declined'],
    ['Closed', 'Expired', 'Incoming', 'expired'],
    ['Closed', 'Error', 'Outgoing', 'error'],
    ['Closed', 'SomethingNew', 'Outgoing', 'error'],
    ['SomethingNew', 'Whatever', 'Outgoing', 'active'],
  ])('reads %s/%s %s as %s', (status, substatus, direction, expected) => {
    expect(referralState(referralOf({ status, substatus, direction }))).toBe(expected);
  });

  it('knows a closed referral', () => {
    expect(isTerminalReferral(referralOf())).toBe(false);
    expect(isTerminalReferral(referralOf({ status: 'Closed', substatus: 'Won' }))).toBe(true);
  });
});

describe('sharing levels', () => {
  it('follow help and visibility', () => {
    expect(wantedLevel({ help: null, visibleToMicrosoft: false })).toBe('private');
    expect(wantedLevel({ help: null, visibleToMicrosoft: true })).toBe('partner-led');
    expect(wantedLevel({ help: 'GeneralOrOther', visibleToMicrosoft: false })).toBe('co-sell');
  });

  it('only go up', () => {
    const pairs = SHARING_LEVELS.flatMap((a) => SHARING_LEVELS.map((b) => [a, b] as [SharingLevel, SharingLevel]));
    for (const [a, b] of pairs) expect(isHigher(a, higherLevel(a, b))).toBe(false);
  });

  it('are co-sell once Microsoft has its referral, and never less than before', () => {
    const link = newLink('006');
    const visible = referralOf({ consent: { consentToShareReferralWithMicrosoftSellers: true } });
    expect(reachedLevel(link, referralOf(), null)).toBe('private');
    expect(reachedLevel(link, visible, null)).toBe('partner-led');
    expect(reachedLevel({ ...link, sharing: 'partner-led' }, referralOf(), null)).toBe('partner-led');
    expect(reachedLevel(link, referralOf(), referralOf())).toBe('co-sell');
    expect(reachedLevel({ ...link, microsoftReferralId: 'm' }, referralOf(), null)).toBe('co-sell');
  });
});
