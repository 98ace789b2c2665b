const LONGEST = 200;

/**
 * Makes a sentence of another system fit to be stored and shown: what people typed (quoted text, e-mail addresses,
 * links, long numbers) becomes "…", and machine text (JSON, markup) is left out altogether. `null`: nothing usable.
 */
export function plainWords(sentence: string | null): string | null {
  if (!sentence || /[{}<>]/.test(sentence)) return null;
  const clean = sentence
    .replace(/"[^"]*"|'[^']*'|‘[^’]*’|“[^”]*”/g, '…')
    .replace(/\S+@\S+/g, '…')
    .replace(/https?:\S+/gi, '…')
    .replace(/\+?\d[\d\s().-]{5,}\d/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean || null;
}
