import { createTicks, formatInstant, normaliseInstant } from './ticks.ts';

describe('the service time', () => {
  it('always moves on, even when the clock stands or goes back', () => {
    let now = Date.parse('2026-11-20T09:00:00.123Z');
    const ticks = createTicks(() => now);
    const told = [ticks.next(), ticks.next()];
    now -= 5_000;
    told.push(ticks.next());
    now += 10_000;
    told.push(ticks.next());
    expect(told).toEqual([
      '2026-11-20T09:00:00.1230000Z',
      '2026-11-20T09:00:00.1230001Z',
      '2026-11-20T09:00:00.1230002Z',
      '2026-11-20T09:00:05.1230000Z',
    ]);
  });

  it('has seven digits of fraction', () => {
    expect(formatInstant(0)).toBe('1970-01-01T00:00:00.0000000Z');
  });

  it.each([
    ['2026-11-20T09:00:00Z', '2026-11-20T09:00:00.0000000Z'],
    ['2026-11-20T09:00:00.1234567Z', '2026-11-20T09:00:00.1234567Z'],
    ['2026-11-20T09:00:00.5+02:00', '2026-11-20T07:00:00.5000000Z'],
    ['2026-11-20T09:59:59.9999999Z', '2026-11-20T09:59:59.9999999Z'],
    ['tomorrow', null],
  ])('reads %s', (text, expected) => {
    expect(normaliseInstant(text)).toBe(expected);
  });
});
