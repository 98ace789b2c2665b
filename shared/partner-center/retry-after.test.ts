import { retryAfterSeconds } from './retry-after.ts';

const now = Date.parse('2026-11-20T09:00:00Z');
const wait = (headers: Record<string, string>, status = 429, text: string | null = '') =>
  retryAfterSeconds({ status, headers, text }, now);

describe('retryAfterSeconds', () => {
  it.each([
    ['57', 57],
    [' 3 ', 3],
    ['0', 0],
    ['99999999', 86_400],
    ['Fri, 20 Nov 2026 09:01:30 GMT', 90],
    ['Fri, 20 Nov 2026 08:00:00 GMT', 0],
  ])('reads %j as %i seconds', (value, seconds) => {
    expect(wait({ 'retry-after': value })).toBe(seconds);
  });

  it.each(['', 'soon', '-1x', '1.5h'])('does not read %j', (value) => {
    expect(wait({ 'retry-after': value })).toBeUndefined();
  });

  it('compares a date with the date of the answer, not with our clock', () => {
    const headers = { date: 'Fri, 20 Nov 2026 12:00:00 GMT', 'retry-after': 'Fri, 20 Nov 2026 12:00:10 GMT' };
    expect(wait(headers)).toBe(10);
  });

  it('reads the sentence of a 429, and only of a 429', () => {
    const text = '{"statusCode":429,"message":"Rate limit is exceeded. Try again in 57 seconds."}';
    expect(wait({}, 429, text)).toBe(57);
    expect(wait({}, 503, text)).toBeUndefined();
    expect(wait({ 'retry-after': '5' }, 429, text)).toBe(5);
    expect(wait({}, 429, null)).toBeUndefined();
  });
});
