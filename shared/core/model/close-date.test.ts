import fc from 'fast-check';
import { closeDateOf, closingDateTime, isTimeZone } from './close-date.ts';

/** Every whole-hour offset there is, UTC-12 to UTC+14; Etc names have the sign the other way round. */
const OFFSETS = Array.from({ length: 27 }, (_, index) => index - 12);
const zoneOf = (hours: number) => (hours === 0 ? 'Etc/UTC' : `Etc/GMT${hours < 0 ? '+' : '-'}${Math.abs(hours)}`);
const PLACES = [
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/New_York',
  'Australia/Lord_Howe',
];
const anyZone = fc.constantFrom(...OFFSETS.map(zoneOf), ...PLACES);
const anyDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10));

describe('close date', () => {
  it('comes back as it was written, in every zone', () => {
    fc.assert(fc.property(anyDay, anyZone, (day, zone) => expect(closeDateOf(closingDateTime(day), zone)).toBe(day)));
  });

  it.each(OFFSETS)('is the day a person picked in UTC%i, stored as local midnight or noon', (hours) => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(0, 12, 23), (day, hour) => {
        const instant = new Date(Date.parse(`${day}T00:00:00Z`) + (hour - hours) * 3_600_000).toISOString();
        fc.pre(!instant.includes('T00:00:00'));
        expect(closeDateOf(instant, zoneOf(hours))).toBe(day);
      }),
      { numRuns: 50 },
    );
  });

  it('does not depend on the zone of the machine', () => {
    const before = process.env.TZ;
    const read = ['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Kathmandu'].map((zone) => {
      process.env.TZ = zone;
      return [
        closeDateOf('2027-03-31T00:00:00Z', 'UTC'),
        closeDateOf('2027-03-31T23:30:00.1234567Z', 'Asia/Tokyo'),
        closeDateOf('2027-03-31T12:00:00', 'UTC'),
        closingDateTime('2027-03-31'),
      ];
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(read.map((row) => JSON.stringify(row))).size).toBe(1);
    expect(read[0]).toEqual(['2027-03-31', '2027-04-01', '2027-03-31', '2027-03-31T00:00:00Z']);
  });

  it.each([
    ['2027-03-31', '2027-03-31'],
    ['2027-03-31T00:00Z', '2027-03-31'],
    ['2027-03-31T00:00:00.0000000Z', '2027-03-31'],
    ['2027-03-31T00:00:00+00:00', '2027-03-31'],
    ['2027-03-31T05:00:00.0000001+02:00', '2027-03-31'],
    ['2027-02-30', null],
    ['2027-02-30T00:00:00Z', null],
    ['31.03.2027', null],
    ['', null],
    [null, null],
    [20270331, null],
  ])('reads %p as %p', (text, expected) => {
    expect(closeDateOf(text, 'UTC')).toBe(expected);
  });

  it('knows zones', () => {
    expect([isTimeZone('Europe/Berlin'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
  });
});
