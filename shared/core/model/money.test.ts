import Big from 'big.js';
import fc from 'fast-check';
import { currencyDecimals, fitsJsonNumber, isCurrency, isRoundedForm, moneyOf, parseDecimal, signOf } from './money.ts';

describe('money', () => {
  it('removes binary noise and keeps canonical text', () => {
    expect(moneyOf(0.1 + 0.2, 'USD')).toEqual({ amount: '0.3', currency: 'USD' });
    expect(moneyOf('50000.00', 'usd')).toEqual({ amount: '50000', currency: 'USD' });
    expect(moneyOf('1.50', 'EUR')?.amount).toBe('1.5');
    expect(moneyOf(1e21, 'USD')?.amount).toBe('1000000000000000000000');
    expect(moneyOf(-0.001, 'USD')?.amount).toBe('0');
  });

  it.each([
    ['JPY', '1234.5', '1235'],
    ['USD', '1234.565', '1234.57'],
    ['KWD', '1234.5678', '1234.568'],
    ['KWD', '1.1', '1.1'],
  ])('rounds %s %s to its decimals', (currency, amount, expected) => {
    expect(moneyOf(amount, currency)?.amount).toBe(expected);
  });

  it('reads every way a number is written, and nothing else', () => {
    expect([' 12 ', '+3', '1e3', '.5', '5.'].map(parseDecimal)).toEqual(['12', '3', '1000', '0.5', '5']);
    expect(['', 'abc', '1,000', '0x10', 'NaN', null, undefined, true, NaN, Infinity].map(parseDecimal)).toEqual(
      Array.from({ length: 10 }, () => null),
    );
  });

  it('has no currency without one and no money without an amount', () => {
    expect(moneyOf('5', null)).toEqual({ amount: '5', currency: '' });
    expect(moneyOf(null, 'USD')).toBeNull();
    expect(currencyDecimals('???')).toBe(2);
  });

  it('knows ISO 4217', () => {
    expect(['USD', 'JPY', 'KWD'].map(isCurrency)).toEqual([true, true, true]);
    expect(['US', 'usd', 'XXY', ''].map(isCurrency)).toEqual([false, false, false, false]);
  });

  it('survives the JSON number on the wire whenever it says so', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.constantFrom('USD', 'JPY', 'KWD'), (digits, currency) => {
        const decimals = currencyDecimals(currency);
        const text = digits.toString().padStart(decimals + 1, '0');
        const amount = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
        const money = moneyOf(amount, currency);
        fc.pre(money !== null && fitsJsonNumber(money.amount));
        const wire: unknown = JSON.parse(JSON.stringify(Number(money?.amount)));
        expect(moneyOf(wire, currency)).toEqual(money);
      }),
    );
    expect(fitsJsonNumber('12345678901234567.89')).toBe(false);
    expect(fitsJsonNumber('1000000000000000000')).toBe(false);
  });

  it('is rounded as a decimal library rounds it, to the last digit', () => {
    const digits = fc.stringMatching(/^\d{1,18}$/);
    fc.assert(
      fc.property(
        digits,
        fc.option(digits),
        fc.boolean(),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (a, b, minus, currency) => {
          const text = `${minus ? '-' : ''}${a}${b === null ? '' : `.${b}`}`;
          const exact = new Big(text).round(currencyDecimals(currency), Big.roundHalfUp);
          expect(moneyOf(text, currency)?.amount).toBe(exact.eq(0) ? '0' : exact.toFixed());
          expect(parseDecimal(text)).toBe(new Big(text).eq(0) ? '0' : new Big(text).toFixed());
        },
      ),
    );
  });

  it('is settled once: reading it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e14, max: 1e14 }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (amount, currency) => {
          const money = moneyOf(amount, currency);
          expect(moneyOf(money?.amount, currency)).toEqual(money);
        },
      ),
    );
  });

  it('recognises a rounded form of what was written, and no other amount', () => {
    const written = { amount: '1.235', currency: 'KWD' };
    expect(
      ['1.24', '1.23', '1.2', '1', '2'].map((amount) => isRoundedForm({ amount, currency: 'KWD' }, written)),
    ).toEqual(Array.from({ length: 5 }, () => true));
    expect(isRoundedForm({ amount: '1.25', currency: 'KWD' }, written)).toBe(false);
    expect(isRoundedForm({ amount: '1.24', currency: 'USD' }, written)).toBe(false);
  });

  it('tells the sign', () => {
    expect(['-1', '0', '0.01'].map(signOf)).toEqual([-1, 0, 1]);
  });
});
