import { calendarDay } from '../../core/model/close-date.ts';
import type { IsoDate, IsoInstant, Money } from '../../core/model/index.ts';
import { remembered } from '../../core/model/remember.ts';
import type { Formats } from '../contract/index.ts';

/** Values as the person's locale and time zone write them; what are words rather than numbers, in the language of the texts around them. */
export interface Show {
  /** "4 minutes ago", "in 2 minutes"; whole units, the largest that fits. */
  relative(at: IsoInstant): string;
  /** Day and time. */
  moment(at: IsoInstant): string;
  /** Time of day. */
  time(at: IsoInstant): string;
  /** "today", "yesterday", or the date in full. */
  day(at: IsoInstant): string;
  /** A calendar date, which has no time zone. */
  date(date: IsoDate): string;
  /** The amount with its currency code. */
  money(money: Money): string;
  list(parts: readonly string[]): string;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * @param language of the texts
 * @param now the instant that relative times are seen from
 */
export function showFor({ locale, timeZone }: Formats, language: string, now: IsoInstant): Show {
  const formatOf = remembered((asked) => {
    const [tongue, options] = JSON.parse(asked) as [string, Intl.DateTimeFormatOptions];
    return new Intl.DateTimeFormat(tongue, { timeZone, ...options });
  });
  const format = (options: Intl.DateTimeFormatOptions, at: IsoInstant, tongue = locale) =>
    formatOf(JSON.stringify([tongue, options])).format(new Date(at));
  const relative = (value: number, unit: Intl.RelativeTimeFormatUnit) =>
    new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(value, unit);
  /** The calendar day in the person's zone, as a number of days. */
  const dayNumber = (at: IsoInstant) => Date.parse(calendarDay(Date.parse(at), timeZone)) / 86_400_000;
  return {
    relative(at) {
      const seconds = Math.round((Date.parse(at) - Date.parse(now)) / 1000);
      const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
      return relative(Math.trunc(seconds / length), unit);
    },
    moment: (at) => format({ dateStyle: 'medium', timeStyle: 'short' }, at),
    time: (at) => format({ timeStyle: 'short' }, at),
    day(at) {
      const ago = dayNumber(now) - dayNumber(at);
      return ago === 0 || ago === 1 ? relative(-ago, 'day') : format({ dateStyle: 'full' }, at, language);
    },
    date: (date) => format({ dateStyle: 'medium', timeZone: 'UTC' }, `${date}T00:00:00Z`),
    money: ({ amount, currency }) => moneyText(locale, amount, currency),
    list: (parts) => new Intl.ListFormat(language).format(parts),
  };
}

/** A code that Intl refuses is written behind the number as it is. */
function moneyText(locale: string, amount: string, currency: string): string {
  const number = Number(amount);
  if (!/^[A-Z]{3}$/.test(currency)) {
    return `${new Intl.NumberFormat(locale).format(number)} ${currency}`.trim();
  }
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(number);
}
