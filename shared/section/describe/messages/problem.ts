import type { ClientProblem, PlainIntent, Tone } from '../../contract/index.ts';
import { action, askAdmin, type Telling } from '../telling.ts';
import { keyPart } from '../words.ts';
import type { Sketch } from './sketch.ts';

/** What a problem offers; most may go away when it is tried once more. The draft is kept in every case. */
const WAYS_OUT: Readonly<Partial<Record<ClientProblem['kind'], PlainIntent>>> = {
  'no-permission': 'dismiss',
  conflict: 'load-changes',
};

/** Why the last thing this person did here did not go through, and what to do. */
export function problemText(telling: Telling, { kind }: ClientProblem): string {
  const { text, sentences } = telling;
  const ask = kind === 'no-permission' ? askAdmin(telling) : '';
  return sentences(text(`problem_${keyPart(kind)}_text`), ask, keptText(telling));
}

export function problemSketch(telling: Telling, problem: ClientProblem): Sketch & { readonly tone: Tone } {
  const wayOut = WAYS_OUT[problem.kind] ?? 'retry';
  return {
    tone: problem.kind === 'rejected' || problem.kind === 'unknown' ? 'error' : 'warning',
    title: telling.text(`problem_${keyPart(problem.kind)}_title`),
    text: problemText(telling, problem),
    action: action(telling, keyPart(wayOut), wayOut),
    technical: technicalOf(problem),
  };
}

/** Nothing that was typed is lost, where something was. */
export function keptText({ text, facts }: Telling): string {
  return Object.keys(facts.state.draft).length > 0 ? text('problem_kept') : '';
}

export function technicalOf(problem: ClientProblem | null): readonly string[] {
  return problem?.technical == null ? [] : [problem.technical];
}
