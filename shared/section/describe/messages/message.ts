import type { SectionStateName, ViewMessage } from '../../contract/index.ts';
import { sketchOf } from '../states.ts';
import { action, type Telling } from '../telling.ts';
import { keyPart } from '../words.ts';
import { problemSketch } from './problem.ts';
import type { Sketch } from './sketch.ts';

/** States in which a problem of the browser says nothing that the state does not say itself. */
const OWN_WORDS: readonly SectionStateName[] = ['loading', 'load-failed', 'no-permission', 'offline'];

/** The one message line: what just went wrong in the browser, or else what the state means. */
export function messageOf(telling: Telling, name: SectionStateName): ViewMessage | null {
  const { facts, text } = telling;
  const { problem } = facts.state;
  const sketch =
    problem !== null && !OWN_WORDS.includes(name) ? problemSketch(telling, problem) : sketchOf(telling, name);
  return sketch && drawn(telling, { title: text(`state_${keyPart(name)}_title`), ...sketch });
}

/** "Newer data has arrived": it is held back until the person asks for it, so that nothing they type is overwritten. */
export function staleMessage(telling: Telling): ViewMessage | null {
  const { facts, text } = telling;
  if (facts.state.newer === null) return null;
  return drawn(telling, {
    tone: 'info',
    title: text('stale_title'),
    text: text('stale_text'),
    action: action(telling, 'loadChanges', 'load-changes'),
  });
}

function drawn({ text }: Telling, sketch: Sketch & Pick<ViewMessage, 'tone' | 'title'>): ViewMessage {
  return { action: null, secondary: null, technical: [], technicalLabel: text('technical_label'), ...sketch };
}
