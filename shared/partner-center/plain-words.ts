const LONGEST = 200;
/** The service promises no more than this (partner-center-referrals.md §4.2); the rest is not looked at. */
const LONGEST_READ = 1024;
/** Text in quotes, but not what stands between two apostrophes of words. */
const QUOTED = /"[^"]*"|(?<!\w)'[^']*'(?!\w)|‘[^’]*’|“[^”]*”/g;
const GUID = /\b[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
/** Telephone numbers and the like. */
const LONG_NUMBER = /\+?\d[\d\s().-]{5,}\d/g;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Makes a sentence of another system fit to be stored and shown: what people typed (quoted text, e-mail addresses,
 * links, long numbers) becomes "…", and machine text (JSON, markup) is left out altogether. `null`: nothing usable.
 */
export function plainWords(sentence: string | null): string | null {
  if (!sentence || /[{}<>]/.test(sentence)) return null;
  const clean = sentence
    .slice(0, LONGEST_READ)
    .replace(QUOTED, '…')
    .replace(/\S+@\S+/g, '…')
    .replace(/https?:\S+/gi, '…')
    .replace(GUID, '…')
    .replace(LONG_NUMBER, (digits) => (ISO_DATE.test(digits) ? digits : '…'))
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean || null;
}
