import type { Formats, Intent, SectionState, Texts, ViewAction } from '../contract/index.ts';
import { factsOf, type Facts } from './facts.ts';
import { showFor, type Show } from './show.ts';
import { wordsOf, type Words } from './words.ts';

/** What every part of the view is told from: what is so, in which words, in which formats. */
export interface Telling {
  readonly facts: Facts;
  readonly words: Words;
  readonly show: Show;
}

export function tellingOf(state: SectionState, texts: Texts, formats: Formats): Telling {
  const words = wordsOf(texts);
  return { facts: factsOf(state), words, show: showFor(formats, words.language, state.now) };
}

/** Something to do, called by its key `action_…`. */
export function action(
  { words }: Telling,
  key: string,
  intent: Intent,
  disabledBecause: string | null = null,
): ViewAction {
  return { intent, label: words.text(`action_${key}`), disabledBecause };
}

/** Whom to ask, in one sentence. */
export function askAdmin({ facts, words }: Telling): string {
  const contact = facts.connection?.adminContact ?? null;
  return contact === null ? words.text('ask_admin') : words.text('ask_contact', contact);
}
