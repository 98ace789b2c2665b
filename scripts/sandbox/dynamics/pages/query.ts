import type { FormSettings } from '../form/boot.ts';

/** What an address of the app may say. The second half is for trying things out; it travels along from page to page. */
export interface PageQuery {
  readonly pagetype?: string;
  readonly etn?: string;
  readonly id?: string;
  /** Who is signed in: `seller` (default), `stranger`, `admin`. */
  readonly user?: string;
  /** 1033 (default), 1041 or 2052. */
  readonly language?: string;
  readonly dir?: string;
  readonly theme?: string;
  readonly look?: string;
  readonly disabled?: string;
  /** `off`, or milliseconds. */
  readonly autosave?: string;
  /** In the gallery: which state, with which dialog, how wide, in which language (`en`, `ja`, `zh-CN`). */
  readonly state?: string;
  readonly dialog?: string;
  readonly width?: string;
  readonly lang?: string;
  readonly [other: string]: string | undefined;
}

const KEPT = ['user', 'language', 'dir', 'theme', 'look', 'disabled', 'autosave'] as const;

/** The languages that the section has texts for, by Windows language id. */
export const LOCALES: Readonly<Record<number, string>> = { 1033: 'en-US', 1041: 'ja-JP', 2052: 'zh-CN' };
const ENGLISH = 1033;

/** Dataverse saves a form 30 seconds after a change (learn.microsoft.com power-apps/maker/model-driven-apps/manage-auto-save). */
const AUTOSAVE_MS = 30_000;

export function settingsOf(query: PageQuery): FormSettings {
  const languageId = LOCALES[Number(query.language)] === undefined ? ENGLISH : Number(query.language);
  const delay = Number(query.autosave);
  return {
    languageId,
    locale: LOCALES[languageId] ?? 'en-US',
    isRtl: query.dir === 'rtl',
    theme: query.theme === 'dark' || query.theme === 'contrast' ? query.theme : 'light',
    look: query.look === 'classic' ? 'classic' : 'modern',
    disabled: query.disabled !== undefined && query.disabled !== '0' && query.disabled !== 'false',
    autosave: query.autosave === 'off' ? null : delay > 0 ? delay : AUTOSAVE_MS,
  };
}

/** The address of another page of the app, for the same person in the same language and theme. */
export function pagePath(query: PageQuery, target: Readonly<Record<string, string>>): string {
  const address = new URLSearchParams(target);
  for (const name of KEPT) if (query[name] !== undefined) address.set(name, query[name]);
  return `/main.aspx?${address.toString()}`;
}

export function recordPath(query: PageQuery, id: string | null, table = 'opportunity'): string {
  return pagePath(query, { pagetype: 'entityrecord', etn: table, ...(id !== null && { id }) });
}

export function listPath(query: PageQuery): string {
  return pagePath(query, { pagetype: 'entitylist', etn: 'opportunity' });
}
