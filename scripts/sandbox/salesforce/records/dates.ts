/** `YYYY-MM-DD` when the text is a real calendar date in that form, otherwise `null`. */
export function parseDate(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const date = new Date(`${match[0]}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(match[0]) ? match[0] : null;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/** A point in time as Salesforce stores it, or `null` when the text has no offset or is no real time. */
export function parseDateTime(text: string): string | null {
  const [, date, time, offset] = INSTANT.exec(text.trim()) ?? [];
  if (date === undefined || time === undefined || offset === undefined || parseDate(date) === null) return null;
  const zone = offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const milliseconds = Date.parse(`${date}T${time}${zone}`);
  return Number.isNaN(milliseconds) ? null : formatDateTime(milliseconds);
}

/** Salesforce keeps whole seconds and writes them as `2026-11-20T17:05:09.000+0000`. */
export function formatDateTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000) * 1000;
  return new Date(seconds).toISOString().replace('Z', '+0000');
}
