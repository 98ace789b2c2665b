import fc from 'fast-check';
import { NOW } from '../testkit/index.ts';
import { showFor } from './show.ts';
import { keyPart, wordsOf } from './words.ts';

const seconds = (count: number) => new Date(Date.parse(NOW) + count * 1000).toISOString();
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('times', () => {
  const show = showFor({ locale: 'en-US', timeZone: 'UTC' }, 'en', NOW);

  it.each([
    [0, 'now'],
    [-59, '59 seconds ago'],
    [-60, '1 minute ago'],
    [-3_599, '59 minutes ago'],
    [-3_600, '1 hour ago'],
    [-86_400, 'yesterday'],
    [-172_800, '2 days ago'],
    [90, 'in 1 minute'],
  ])('%d s from now is “%s”', (count, text) => {
    expect(show.relative(seconds(count))).toBe(text);
  });

  it('speak the language of the texts and keep the person’s formats', () => {
    const german = showFor({ locale: 'de-DE', timeZone: 'Europe/Berlin' }, 'en', NOW);
    expect([german.relative(seconds(-240)), german.list(['a', 'b'])]).toEqual(['4 minutes ago', 'a and b']);
    expect([german.moment(NOW), german.date('2027-03-31')]).toEqual(['20.11.2026, 11:10', '31.03.2027']);
    expect(plain(german.money({ amount: '50000', currency: 'USD' }))).toBe('50.000,00 USD');
  });

  it('never shift a calendar date, wherever people are', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10));
    const zone = fc.constantFrom('Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Kathmandu', 'America/New_York');
    fc.assert(
      fc.property(day, zone, (date, timeZone) => {
        const shown = showFor({ locale: 'en-CA', timeZone }, 'en', NOW).date(date);
        expect(new Date(`${shown} UTC`).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
});

describe('money', () => {
  const show = showFor({ locale: 'en-US', timeZone: 'UTC' }, 'en', NOW);

  it.each([
    ['1234.5', 'USD', 'USD 1,234.50'],
    ['1234', 'JPY', 'JPY 1,234'],
    ['1.235', 'KWD', 'KWD 1.235'],
    ['123456789012345', 'EUR', 'EUR 123,456,789,012,345.00'],
    ['5', '', '5'],
    ['5', 'usd?', '5 usd?'],
  ])('%s %s', (amount, currency, text) => {
    expect(plain(show.money({ amount, currency }))).toBe(text);
  });
});

describe('words', () => {
  const words = wordsOf({
    language: 'en',
    sentences: '{0} {1}',
    greet: '{0}, {1}!',
    x_one: 'one thing',
    x_other: '{0} things for {1}',
  });

  it('fill places in, once, whatever is put in', () => {
    expect(words.text('greet', '{1}', 'B')).toBe('{1}, B!');
    expect(words.text('greet', 'A')).toBe('A, {1}!');
    expect(words.text('gap')).toBe('gap');
  });

  it('know plurals', () => {
    expect([words.count('x', 1, 'you'), words.count('x', 2, 'you'), words.count('x', 0, 'you')]).toEqual([
      'one thing',
      '2 things for you',
      '0 things for you',
    ]);
    const chinese = wordsOf({ language: 'zh-CN', x_one: '{0}一', x_other: '{0}其' });
    expect(chinese.count('x', 1)).toBe('1其');
  });

  it('put whole sentences one after the other and leave empty ones out', () => {
    expect(words.sentences('A.', '', 'B.', 'C.')).toBe('A. B. C.');
    expect(words.sentences('A.', '')).toBe('A.');
  });

  it('name keys by the core’s words', () => {
    expect(['not-shared', 'GeneralOrOther', 'Won'].map(keyPart)).toEqual(['notShared', 'generalOrOther', 'won']);
  });
});
