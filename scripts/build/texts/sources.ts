import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language, type Texts } from '../../../shared/section/contract/index.ts';

/** Texts of the section, or those that only the platforms show (columns, choices, properties of the control). */
export type TextSet = 'section' | 'platform';

/** One set in every language, as it is in shared/section/texts. */
export function readTexts(set: TextSet): Readonly<Record<Language, Texts>> {
  const folder = set === 'section' ? '' : 'platform/';
  const read = (language: Language): Texts => {
    const file = new URL(`../../../shared/section/texts/${folder}${language}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, 'utf8')) as Texts;
  };
  return Object.fromEntries(LANGUAGES.map((language) => [language, read(language)])) as Record<Language, Texts>;
}

/** Both sets together: what platform metadata may use. */
export function allTexts(): Readonly<Record<Language, Texts>> {
  const [section, platform] = [readTexts('section'), readTexts('platform')];
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, { ...section[language], ...platform[language] }]),
  ) as Record<Language, Texts>;
}

/** The text of a key that has to be there. @throws Error when it is not */
export function textOf(texts: Texts, key: string): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`There is no text ${key} in shared/section/texts.`);
  return text;
}

/** What each platform calls the languages. */
export const SALESFORCE_LANGUAGES: Readonly<Record<Language, string>> = { en: 'en_US', ja: 'ja', 'zh-CN': 'zh_CN' };
export const LCIDS: Readonly<Record<Language, number>> = { en: 1033, ja: 1041, 'zh-CN': 2052 };

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
