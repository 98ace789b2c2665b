import type { RequestPhase } from '../contract/index.ts';
import { REQUEST_EVENTS, type RequestEvent, transitionOf } from './transitions.ts';

/** Every cell, written out: `to` alone, or `to effect`. The columns are REQUEST_EVENTS. */
const CELLS: Readonly<Record<RequestPhase, Readonly<Record<RequestEvent, string>>>> = {
  idle: {
    ask: 'creating stop',
    created: 'idle',
    refused: 'idle',
    found: 'queued watch',
    taken: 'idle',
    waiting: 'idle',
    answered: 'idle',
    rejected: 'idle',
    expired: 'idle',
    'look-again': 'idle',
    'let-go': 'idle stop',
  },
  creating: {
    ask: 'creating',
    created: 'queued watch',
    refused: 'failed stop',
    found: 'creating',
    taken: 'creating',
    waiting: 'creating',
    answered: 'done stop',
    rejected: 'creating',
    expired: 'creating',
    'look-again': 'creating',
    'let-go': 'creating',
  },
  queued: {
    ask: 'queued',
    created: 'queued',
    refused: 'queued',
    found: 'queued',
    taken: 'working',
    waiting: 'queued',
    answered: 'done stop',
    rejected: 'failed stop',
    expired: 'timed-out stop',
    'look-again': 'queued watch',
    'let-go': 'idle stop',
  },
  working: {
    ask: 'working',
    created: 'working',
    refused: 'working',
    found: 'working',
    taken: 'working',
    waiting: 'working',
    answered: 'done stop',
    rejected: 'failed stop',
    expired: 'timed-out stop',
    'look-again': 'working watch',
    'let-go': 'idle stop',
  },
  done: {
    ask: 'creating stop',
    created: 'done',
    refused: 'done',
    found: 'queued watch',
    taken: 'done',
    waiting: 'done',
    answered: 'done',
    rejected: 'done',
    expired: 'done',
    'look-again': 'done',
    'let-go': 'idle stop',
  },
  failed: {
    ask: 'creating stop',
    created: 'failed',
    refused: 'failed',
    found: 'queued watch',
    taken: 'failed',
    waiting: 'failed',
    answered: 'failed',
    rejected: 'failed',
    expired: 'failed',
    'look-again': 'failed',
    'let-go': 'idle stop',
  },
  'timed-out': {
    ask: 'creating stop',
    created: 'timed-out',
    refused: 'timed-out',
    found: 'queued watch',
    taken: 'working watch',
    waiting: 'timed-out',
    answered: 'done stop',
    rejected: 'failed stop',
    expired: 'timed-out',
    'look-again': 'queued watch',
    'let-go': 'idle stop',
  },
};

describe.each(Object.keys(CELLS) as RequestPhase[])('a request that is %s', (phase) => {
  it.each(REQUEST_EVENTS)('on %s', (event) => {
    const { to, effect } = transitionOf(phase, event);
    expect(effect === 'none' ? to : `${to} ${effect}`).toBe(CELLS[phase][event]);
  });
});
