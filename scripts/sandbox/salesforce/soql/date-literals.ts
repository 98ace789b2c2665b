const DAY = 86_400_000;

/** A stretch of time: from `start` up to, but not including, `end`; milliseconds since 1970. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

type Unit = 'DAYS' | 'WEEKS' | 'MONTHS' | 'QUARTERS' | 'YEARS';
const SINGULAR: Readonly<Record<string, Unit>> = { WEEK: 'WEEKS', MONTH: 'MONTHS', QUARTER: 'QUARTERS', YEAR: 'YEARS' };

/**
 * What a SOQL date literal means now; the sandbox org's time zone is UTC and its weeks start on Sunday. `null`: not a literal.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 */
export function dateLiteralRange(literal: string, now: number): TimeRange | null {
  const text = literal.toUpperCase();
  const today = Math.floor(now / DAY) * DAY;
  if (text === 'TODAY') return days(today, 0, 1);
  if (text === 'YESTERDAY') return days(today, -1, 1);
  if (text === 'TOMORROW') return days(today, 1, 1);
  if (text === 'LAST_90_DAYS') return days(today, -90, 91);
  if (text === 'NEXT_90_DAYS') return days(today, 1, 90);
  const relative = /^(THIS|LAST|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(text);
  if (relative) {
    const unit = SINGULAR[relative[2] ?? ''] ?? 'DAYS';
    const offset = { THIS: 0, LAST: -1, NEXT: 1 }[relative[1] ?? ''] ?? 0;
    return units(today, unit, offset, 1);
  }
  const counted = /^(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS):(\d+)$/.exec(text);
  if (counted) return countedRange(today, counted[1] === 'LAST', (counted[2] ?? 'DAYS') as Unit, Number(counted[3]));
  const ago = /^N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS)_AGO:(\d+)$/.exec(text);
  return ago ? units(today, (ago[1] ?? 'DAYS') as Unit, -Number(ago[2]), 1) : null;
}

/** LAST_N_DAYS counts today in, the other LAST_N units end before the current one; NEXT_N begins after it. */
function countedRange(today: number, last: boolean, unit: Unit, count: number): TimeRange {
  if (!last) return units(today, unit, 1, count);
  return unit === 'DAYS' ? days(today, -count, count + 1) : units(today, unit, -count, count);
}

const days = (today: number, from: number, count: number): TimeRange => ({
  start: today + from * DAY,
  end: today + (from + count) * DAY,
});

function units(today: number, unit: Unit, from: number, count: number): TimeRange {
  if (unit === 'DAYS') return days(today, from, count);
  const date = new Date(today);
  if (unit === 'WEEKS') return days(today, -date.getUTCDay() + 7 * from, 7 * count);
  const step = { MONTHS: 1, QUARTERS: 3, YEARS: 12 }[unit];
  const month = Math.floor(date.getUTCMonth() / step) * step;
  const at = (offset: number): number => Date.UTC(date.getUTCFullYear(), month + offset * step, 1);
  return { start: at(from), end: at(from + count) };
}
