import type { Texts } from '../../../shared/section/contract/index.ts';

/** The resx of the person's language, read by key when it is needed. A key that is not there is told from a text by its being returned. */
export function textsOf({ getString }: Pick<ComponentFramework.Resources, 'getString'>): Texts {
  const textOf = (key: string | symbol): string | undefined => {
    if (typeof key !== 'string') return undefined;
    const text = getString(key);
    return text === key || text === '' ? undefined : text;
  };
  return new Proxy<Record<string, string>>({}, { get: (_, key) => textOf(key) });
}

/** Language of the texts that the platform chose for this person: those that the manifest names, otherwise the first. */
const LOCALES: Readonly<Record<number, string>> = { 1033: 'en-US', 1041: 'ja-JP', 2052: 'zh-CN' };

/** Dates and numbers speak the language of the sentences around them. @param languageId LCID of the person's language */
export function localeOf(languageId: number): string {
  return LOCALES[languageId] ?? 'en-US';
}
