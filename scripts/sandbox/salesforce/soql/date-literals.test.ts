import { dateLiteralRange } from './date-literals.ts';

// A Friday.
const NOW = Date.parse('2026-11-20T17:05:09Z');

describe('date literals', () => {
  it.each([
    ['TODAY', '2026-11-20', '2026-11-21'],
    ['yesterday', '2026-11-19', '2026-11-20'],
    ['TOMORROW', '2026-11-21', '2026-11-22'],
    ['THIS_WEEK', '2026-11-15', '2026-11-22'],
    ['LAST_WEEK', '2026-11-08', '2026-11-15'],
    ['NEXT_MONTH', '2026-12-01', '2027-01-01'],
    ['THIS_QUARTER', '2026-10-01', '2027-01-01'],
    ['LAST_YEAR', '2025-01-01', '2026-01-01'],
    ['LAST_N_DAYS:3', '2026-11-17', '2026-11-21'],
    ['NEXT_N_DAYS:2', '2026-11-21', '2026-11-23'],
    ['LAST_N_MONTHS:2', '2026-09-01', '2026-11-01'],
    ['N_DAYS_AGO:1', '2026-11-19', '2026-11-20'],
    ['LAST_90_DAYS', '2026-08-22', '2026-11-21'],
  ])('%s runs from %s to before %s', (literal, start, end) => {
    expect(dateLiteralRange(literal, NOW)).toEqual({ start: Date.parse(start), end: Date.parse(end) });
  });

  it('are not just any word', () => {
    expect(dateLiteralRange('SOMEDAY', NOW)).toBeNull();
  });
});
