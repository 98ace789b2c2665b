import { fixedZone, timeZoneOf } from './time-zone.ts';

const NOW = new Date('2026-11-20T10:10:00Z');

/** What the platform would tell a person in this zone. */
function offsetIn(timeZone: string): (at: Date) => number {
  return (at) => {
    const local = new Date(at.toLocaleString('en-US', { timeZone, hourCycle: 'h23' }) + ' UTC');
    return Math.round((local.valueOf() - at.valueOf()) / 60_000);
  };
}

/** Local time of an instant, as the section would show it. */
function shown(timeZone: string, at: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
}

describe('timeZoneOf', () => {
  it.each([
    'Europe/Berlin',
    'Asia/Kolkata',
    'Asia/Tokyo',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
  ])('keeps the time of %s in summer and in winter', (zone) => {
    const found = timeZoneOf(offsetIn(zone), NOW);
    for (const at of ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z', '2026-11-20T10:00:00Z']) {
      expect(shown(found, at)).toBe(shown(zone, at));
    }
  });

  it('takes the browser’s own zone when it agrees', () => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(timeZoneOf(offsetIn(own), NOW)).toBe(own);
  });

  it('takes a fixed offset when no zone agrees', () => {
    expect(
      shown(
        timeZoneOf(() => 617, NOW),
        '2026-11-20T10:00:00Z',
      ),
    ).toBe('20/11/2026, 20:17');
  });
});

describe('fixedZone', () => {
  it.each([
    [330, '+05:30'],
    [-210, '-03:30'],
    [0, '+00:00'],
  ])('%i minutes are %s', (minutes, name) => {
    expect(fixedZone(minutes)).toBe(name);
  });

  it.each([
    [330, 'Etc/GMT-6'],
    [-300, 'Etc/GMT+5'],
    [20, 'UTC'],
  ])('where the browser has no such names, %i minutes are %s', (minutes, name) => {
    const { DateTimeFormat } = Intl;
    const older = function (locale: string, options: Intl.DateTimeFormatOptions) {
      if (/^[+-]/.test(options.timeZone ?? '')) throw new RangeError('Invalid time zone');
      return new DateTimeFormat(locale, options);
    };
    const spy = jest.spyOn(Intl, 'DateTimeFormat').mockImplementation(older as unknown as typeof DateTimeFormat);
    expect(fixedZone(minutes)).toBe(name);
    spy.mockRestore();
  });
});
