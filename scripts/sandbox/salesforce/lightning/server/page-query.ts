import { LANGUAGES, type Language } from '../../../../../shared/section/contract/texts.ts';
import { PEOPLE } from '../../sample-data/people.ts';

/** What can be chosen by query parameters, for tests and for trying out. */
export interface PageQuery {
  /** Who looks: a client id of the sample people. */
  readonly user?: string;
  readonly lang?: string;
  readonly dir?: string;
  /** IANA zone. Default: the browser's. */
  readonly tz?: string;
  readonly theme?: string;
}

/** Lightning blue of SLDS 1; the Cosmos theme of SLDS 2, light and dark. */
const THEMES = ['light', 'cosmos', 'dark'] as const;
type Theme = (typeof THEMES)[number];

export interface PageSettings {
  readonly clientId: string;
  readonly lang: Language;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly timeZone: string | null;
  readonly theme: Theme;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ja: 'ja-JP', 'zh-CN': 'zh-CN' };

/** Users at the record pages; the integration user has no business there. */
export const PAGE_USERS = PEOPLE.filter(
  ({ profile, inactive }) => profile !== 'Minimum Access - API Only Integrations' && inactive !== true,
);

/** Unknown values fall back to the seller who reads English from left to right. */
export function settingsOf({ user, lang, dir, tz, theme }: PageQuery): PageSettings {
  const language = LANGUAGES.find((known) => known === lang) ?? 'en';
  return {
    clientId: PAGE_USERS.find(({ clientId }) => clientId === user)?.clientId ?? 'seller',
    lang: language,
    locale: LOCALES[language],
    dir: dir === 'rtl' ? 'rtl' : 'ltr',
    timeZone: tz !== undefined && Intl.supportedValuesOf('timeZone').concat('UTC').includes(tz) ? tz : null,
    theme: THEMES.find((known) => known === theme) ?? 'light',
  };
}
