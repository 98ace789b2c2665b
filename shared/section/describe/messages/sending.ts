import { goToFirst } from '../checklist.ts';
import type { Telling } from '../telling.ts';
import type { Sketch } from './sketch.ts';

export function notReady(telling: Telling): Sketch {
  const { facts, words } = telling;
  const key = facts.referralId === null ? 'state_notReady' : 'state_notReadyShared';
  return {
    title: words.text(`${key}_title`),
    text: words.count(`${key}_text`, facts.missing.length),
    action: goToFirst(telling),
  };
}

/** Dynamics keeps what was entered until the form is saved. */
export function willShare({ facts, words }: Telling): Sketch {
  const key = !facts.wantsSync ? 'state_willPause' : facts.referralId === null ? 'state_willShare' : 'state_willSend';
  return { title: words.text(`${key}_title`), text: words.text(`${key}_text`) };
}

export function sending({ facts, words, show }: Telling): Sketch {
  return { text: words.text('state_sending_text', show.relative(facts.work?.since ?? facts.state.now)) };
}
