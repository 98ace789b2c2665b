/** Languages in which the texts exist; the keys of every one are the same (checked). */
export const LANGUAGES = ['en', 'ja', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * All texts of the section in one language, by key. `{0}`, `{1}` are filled in; a count has the keys `x_one` and `x_other`,
 * chosen by `Intl.PluralRules`. On the platforms they come from custom labels and resx, generated from texts/*.json.
 */
export type Texts = Readonly<Record<string, string>>;

/** How values are shown: BCP 47 locale and IANA zone of the person, from the platform. */
export interface Formats {
  readonly locale: string;
  readonly timeZone: string;
}
