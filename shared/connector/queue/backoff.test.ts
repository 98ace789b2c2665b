import { backoffSeconds } from './backoff.ts';

const settings = { limit: 12, baseSeconds: 2, maxSeconds: 60 };

describe('backoffSeconds', () => {
  it('doubles from the base to the maximum', () => {
    const full = [1, 2, 3, 4, 5, 6, 7, 100].map((failures) => backoffSeconds(settings, failures, undefined, 1));
    expect(full).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('leaves half of the time to chance', () => {
    expect(backoffSeconds(settings, 3, undefined, 0)).toBe(4);
    expect(backoffSeconds(settings, 3, undefined, 0.5)).toBe(6);
  });

  it('never comes back before the time the other system asked for', () => {
    expect(backoffSeconds(settings, 1, 120, 0)).toBeGreaterThanOrEqual(120);
    expect(backoffSeconds(settings, 9, 30, 0)).toBeGreaterThanOrEqual(30);
  });
});
