import type { ClientProblem, Intent } from '../../contract/index.ts';
import { action, askAdmin, type Telling } from '../telling.ts';
import { keyPart } from '../words.ts';
import type { Sketch } from './sketch.ts';

/** What each problem offers; the draft is kept in every case. */
const WAYS_OUT = {
  'no-permission': ['dismiss', { kind: 'dismiss' }],
  'record-locked': ['retry', { kind: 'retry' }],
  offline: ['retry', { kind: 'retry' }],
  'signed-out': ['retry', { kind: 'retry' }],
  throttled: ['retry', { kind: 'retry' }],
  conflict: ['loadChanges', { kind: 'load-changes' }],
  rejected: ['retry', { kind: 'retry' }],
  unknown: ['retry', { kind: 'retry' }],
} as const satisfies Record<ClientProblem['kind'], readonly [string, Intent]>;

/** Why the last thing this person did here did not go through, and what to do. */
export function problemText(telling: Telling, { kind }: ClientProblem): string {
  const { text, sentences, facts } = telling;
  const kept = Object.keys(facts.state.draft).length > 0 ? text('problem_kept') : '';
  const ask = kind === 'no-permission' ? askAdmin(telling) : '';
  return sentences(text(`problem_${keyPart(kind)}_text`), ask, kept);
}

export function problemSketch(telling: Telling, problem: ClientProblem): Sketch {
  const [label, intent] = WAYS_OUT[problem.kind];
  return {
    tone: problem.kind === 'rejected' || problem.kind === 'unknown' ? 'error' : 'warning',
    title: telling.text(`problem_${keyPart(problem.kind)}_title`),
    text: problemText(telling, problem),
    action: action(telling, label, intent),
    technical: problem.technical === null ? [] : [problem.technical],
  };
}
