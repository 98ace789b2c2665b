import type { Formats, Texts } from '../contract/index.ts';

/** Texts by key with their placeholders filled, in one language. */
export interface Words {
  /** The text of the key; a key that does not exist reads as itself, so that a gap is seen and nothing breaks. */
  text(key: string, ...values: readonly (string | number)[]): string;
  /** The text for a count: `{0}` is the count, the key ends in what `Intl.PluralRules` says (`_one`, `_other`). */
  count(key: string, count: number, ...values: readonly (string | number)[]): string;
  has(key: string): boolean;
}

export function wordsOf(texts: Texts, formats: Formats): Words {
  const has = (key: string) => Object.hasOwn(texts, key);
  const text: Words['text'] = (key, ...values) =>
    (texts[key] ?? key).replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place));
  return {
    text,
    has,
    count(key, count, ...values) {
      const form = `${key}_${new Intl.PluralRules(formats.locale).select(count)}`;
      return text(has(form) ? form : `${key}_other`, count, ...values);
    },
  };
}
