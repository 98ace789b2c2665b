import { goToFirst } from '../checklist.ts';
import type { Telling } from '../telling.ts';
import type { Sketch } from './sketch.ts';

export function notReady(telling: Telling): Sketch {
  const { facts, text, count } = telling;
  const key = facts.referralId === null ? 'state_notReady' : 'state_notReadyShared';
  return {
    title: text(`${key}_title`),
    text: count(`${key}_text`, facts.missing.length),
    action: goToFirst(telling),
  };
}

/** Dynamics keeps what was entered until the form is saved. */
export function willShare({ facts, text }: Telling): Sketch {
  const key = !facts.wantsSync ? 'state_willPause' : facts.referralId === null ? 'state_willShare' : 'state_willSend';
  return { title: text(`${key}_title`), text: text(`${key}_text`) };
}

export function sending({ facts, text, show }: Telling): Sketch {
  return { text: text('state_sending_text', show.relative(facts.work?.since ?? facts.state.now)) };
}
