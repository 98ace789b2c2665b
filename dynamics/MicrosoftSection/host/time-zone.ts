/** Minutes to add to UTC for the person's own time, at an instant: `userSettings.getTimeZoneOffsetMinutes`. */
export type OffsetAt = (at: Date) => number;

const MINUTE = 60_000;
/** Enough instants to tell zones apart that differ in their clock changes only. */
const SAMPLES = 24;
const SAMPLE_STEP = 15.25 * 24 * 60 * MINUTE;

/**
 * A zone for `Intl` that keeps the person's time. The platform names none, it only tells the offset at an instant. The
 * browser's own zone is nearly always it; if not, the first known zone that agrees all year round, clock changes
 * included, serves as well. For an offset that no zone has, a fixed one is used.
 * learn.microsoft.com/power-apps/developer/component-framework/reference/usersettings/gettimezoneoffsetminutes
 */
export function timeZoneOf(offsetAt: OffsetAt, now: Date): string {
  const samples = Array.from({ length: SAMPLES }, (_, index) => new Date(now.valueOf() - index * SAMPLE_STEP));
  const expected = samples.map(offsetAt);
  const agrees = (zone: string): boolean => {
    const format = formatOf(zone);
    return format !== null && samples.every((at, index) => offsetIn(format, at) === expected[index]);
  };
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [own, 'UTC'].find(agrees) ?? Intl.supportedValuesOf('timeZone').find(agrees) ?? fixedZone(expected[0] ?? 0);
}

/** `+05:30`; where the browser does not know such names, the nearest whole hour, whose names have the sign reversed. */
export function fixedZone(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const two = (part: number) => String(part).padStart(2, '0');
  const size = Math.abs(minutes);
  const name = `${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  if (formatOf(name) !== null) return name;
  const hours = Math.round(minutes / 60);
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}

/** The format ends in `GMT+05:30`, or in `GMT` alone. */
function offsetIn(format: Intl.DateTimeFormat, at: Date): number {
  const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(format.format(at)) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}
