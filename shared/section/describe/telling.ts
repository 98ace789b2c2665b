import type { Formats, Intent, PlainIntent, SectionState, Texts, ViewAction } from '../contract/index.ts';
import { factsOf, type Facts } from './facts.ts';
import { showFor, type Show } from './show.ts';
import { wordsOf, type Words } from './words.ts';

/** What every part of the view is told from: what is so, in which words, in which formats. */
export interface Telling extends Words {
  readonly facts: Facts;
  readonly show: Show;
}

export function tellingOf(state: SectionState, texts: Texts, formats: Formats): Telling {
  const words = wordsOf(texts);
  return { ...words, facts: factsOf(state), show: showFor(formats, words.language, state.now) };
}

/** Something to do, called by its key `action_…`. */
export function action(
  { text }: Telling,
  key: string,
  intent: Intent | PlainIntent,
  disabledBecause: string | null = null,
): ViewAction {
  return {
    intent: typeof intent === 'string' ? { kind: intent } : intent,
    label: text(`action_${key}`),
    disabledBecause,
  };
}

/** Whom to ask, in one sentence. */
export function askAdmin({ facts, text }: Telling): string {
  const contact = facts.connection?.adminContact ?? null;
  return contact === null ? text('ask_admin') : text('ask_contact', contact);
}
