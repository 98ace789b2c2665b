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

type Moves = Readonly<Partial<Record<RequestEvent, Transition>>>;

/** Nothing is open: only a question or a find begins something. */
const SETTLED: Moves = {
  ask: to('creating', 'stop'),
  found: to('queued', 'watch'),
  'let-go': to('idle', 'stop'),
};

/** The connector has it: a second question changes nothing. */
const OPEN: Moves = {
  taken: to('working'),
  answered: to('done', 'stop'),
  rejected: to('failed', 'stop'),
  expired: to('timed-out', 'stop'),
  'let-go': to('idle', 'stop'),
};

const MOVES: Readonly<Record<RequestPhase, Moves>> = {
  idle: SETTLED,
  // While the platform's call is under way only its own outcome counts; `answered`: there was nothing for the connector to do.
  creating: {
    created: to('queued', 'watch'),
    refused: to('failed', 'stop'),
    answered: to('done', 'stop'),
  },
  queued: { ...OPEN, 'look-again': to('queued', 'watch') },
  working: { ...OPEN, 'look-again': to('working', 'watch') },
  done: SETTLED,
  failed: SETTLED,
  // The row stays in the CRM, so an answer that comes late still counts.
  'timed-out': {
    ...SETTLED,
    taken: to('working', 'watch'),
    answered: to('done', 'stop'),
    rejected: to('failed', 'stop'),
    'look-again': to('queued', 'watch'),
  },
};

/** Where an event leads; whatever has no move changes nothing. The test writes out every phase with every event. */
export function transitionOf(phase: RequestPhase, event: RequestEvent): Transition {
  return MOVES[phase][event] ?? to(phase);
}
