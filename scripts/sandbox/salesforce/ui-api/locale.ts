import type { RestRequest } from '../rest/types.ts';

/** The caller's first language, for values and labels as people read them; the org's own is English (United States). */
export function localeOf({ headers }: RestRequest): string {
  const [wanted] = (headers['accept-language'] ?? '').split(/[,;]/);
  try {
    return Intl.getCanonicalLocales(wanted?.trim())[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}
