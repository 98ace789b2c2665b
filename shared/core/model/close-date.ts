import { remembered } from './remember.ts';
import type { IsoDate, IsoInstant } from './scalars.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UTC_MIDNIGHT = /^(\d{4}-\d{2}-\d{2})T00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$/i;
const HAS_ZONE = /(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * A CRM close date is a calendar date, a referral's closingDateTime an instant. We write midnight UTC, and so does the
 * API's own sample; that reads back as the same date whatever the zone of anybody's computer.
 */
export function closingDateTime(date: IsoDate): IsoInstant {
  return `${date}T00:00:00Z`;
}

/**
 * The date an instant stands for: exactly midnight UTC is that date; any other instant was picked by a person in Partner
 * Center's pages, so it is the date on the calendar of `timeZone` (IANA name). `null` when it is not a date at all.
 */
export function closeDateOf(value: unknown, timeZone: string): IsoDate | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const exact = DATE.test(text) ? text : UTC_MIDNIGHT.exec(text)?.[1];
  if (exact !== undefined) return isCalendarDate(exact) ? exact : null;
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return null;
  const time = Date.parse(HAS_ZONE.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? null : calendarDay(time, timeZone);
}

const calendarOf = remembered(
  (timeZone) =>
    new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
);

/** The day on the calendar of the time zone (IANA name) at that time. */
export function calendarDay(time: number, timeZone: string): IsoDate {
  const parts = calendarOf(timeZone).formatToParts(time);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Whether Intl knows this zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isCalendarDate(date: IsoDate): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
