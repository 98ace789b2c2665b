import { readFileSync } from 'node:fs';
import type { Language, Texts } from '../contract/index.ts';

/** The texts of a language as they are in texts/; for tests on Node (the rest of this folder runs in browsers, too). */
export function readTexts(language: Language): Texts {
  const file = new URL(`../texts/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Texts;
}
