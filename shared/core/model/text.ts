/** Text as both sides mean it: no space around it, LF line ends, and `null` for "empty". */
export function normalText(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const text = String(value).replace(/\r\n?/g, '\n').trim();
  return text === '' ? null : text;
}

/** One short line of a value for people: line ends become spaces, the rest is cut. */
export function oneLine(text: string, maxLength: number): string {
  return cutText(text.replace(/\s+/g, ' '), maxLength);
}

/** Cuts text to `maxLength` UTF-16 units, with an ellipsis, never in the middle of a character. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, Math.max(0, maxLength - 1));
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
