import type { Texts } from '../contract/index.ts';

/** Texts by key with their placeholders filled, in one language. */
export interface Words {
  /** BCP 47, as the texts themselves say it: a person may read English with German dates. */
  readonly language: string;
  /** The text of the key; a key that does not exist reads as itself, so that a gap is seen and nothing breaks. */
  readonly text: (key: string, ...values: readonly (string | number)[]) => string;
  /** The text for a count: `{0}` is the count, the key ends in what `Intl.PluralRules` says (`_one`, `_other`). */
  readonly count: (key: string, count: number, ...values: readonly (string | number)[]) => string;
  /** Whole sentences one after the other, as the language sets them. */
  readonly sentences: (...sentences: readonly string[]) => string;
}

export function wordsOf(texts: Texts): Words {
  const language = texts.language ?? 'en';
  const text: Words['text'] = (key, ...values) =>
    (texts[key] ?? key).replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place));
  return {
    language,
    text,
    count(key, count, ...values) {
      const form = `${key}_${new Intl.PluralRules(language).select(count)}`;
      return text(texts[form] === undefined ? `${key}_other` : form, count, ...values);
    },
    sentences: (...sentences) =>
      sentences.filter((sentence) => sentence !== '').reduce((before, next) => text('sentences', before, next)),
  };
}

/** The part of a key that stands for a word of the core: `not-shared` is `notShared`, `GeneralOrOther` is `generalOrOther`. */
export function keyPart(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
