import type { RequestPhase } from '../contract/index.ts';

/**
 * What can happen to the one thing the section waits for. `ask`: the person sends it. `created`: the platform took it, now it is the
 * connector's turn. `refused`: the platform did not. `found`: a record shows work that nobody here watches. `taken`: the connector has begun.
 * `waiting`: looked, nothing has moved. `answered` / `rejected`: the connector is through. `expired`: nobody answered in time.
 * `look-again`: the person wants to know once more. `let-go`: dismissed, or something newer takes its place.
 */
export const REQUEST_EVENTS = [
  'ask',
  'created',
  'refused',
  'found',
  'taken',
  'waiting',
  'answered',
  'rejected',
  'expired',
  'look-again',
  'let-go',
] as const;
export type RequestEvent = (typeof REQUEST_EVENTS)[number];

/** `watch`: look soon, then less and less often. `stop`: look no more. */
export type RequestEffect = 'none' | 'watch' | 'stop';

export interface Transition {
  readonly to: RequestPhase;
  readonly effect: RequestEffect;
}

const to = (phase: RequestPhase, effect: RequestEffect = 'none'): Transition => ({ to: phase, effect });

/** Nothing is open: only a question or a find begins something. */
const settled = (phase: RequestPhase): Readonly<Record<RequestEvent, Transition>> => ({
  ask: to('creating', 'stop'),
  created: to(phase),
  refused: to(phase),
  found: to('queued', 'watch'),
  taken: to(phase),
  waiting: to(phase),
  answered: to(phase),
  rejected: to(phase),
  expired: to(phase),
  'look-again': to(phase),
  'let-go': to('idle', 'stop'),
});

/** The connector has it: a second question changes nothing. */
const open = (phase: RequestPhase): Readonly<Record<RequestEvent, Transition>> => ({
  ask: to(phase),
  created: to(phase),
  refused: to(phase),
  found: to(phase),
  taken: to('working'),
  waiting: to(phase),
  answered: to('done', 'stop'),
  rejected: to('failed', 'stop'),
  expired: to('timed-out', 'stop'),
  'look-again': to(phase, 'watch'),
  'let-go': to('idle', 'stop'),
});

/** Every phase with every event: a missing cell does not compile. */
export const TRANSITIONS: Readonly<Record<RequestPhase, Readonly<Record<RequestEvent, Transition>>>> = {
  idle: settled('idle'),
  // While the platform's call is under way only its own outcome counts; `answered`: there was nothing for the connector to do.
  creating: {
    ask: to('creating'),
    created: to('queued', 'watch'),
    refused: to('failed', 'stop'),
    found: to('creating'),
    taken: to('creating'),
    waiting: to('creating'),
    answered: to('done', 'stop'),
    rejected: to('creating'),
    expired: to('creating'),
    'look-again': to('creating'),
    'let-go': to('creating'),
  },
  queued: open('queued'),
  working: open('working'),
  done: settled('done'),
  failed: settled('failed'),
  // The row stays in the CRM, so an answer that comes late still counts.
  'timed-out': {
    ...settled('timed-out'),
    taken: to('working', 'watch'),
    answered: to('done', 'stop'),
    rejected: to('failed', 'stop'),
    'look-again': to('queued', 'watch'),
  },
};
