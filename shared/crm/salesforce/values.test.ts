import { CosellError } from '../../core/errors/index.ts';
import { decimalText, fromSalesforce, instantOf, toSalesforce } from './values.ts';

describe('fromSalesforce', () => {
  it.each([
    [0.3, '0.3'],
    [0.1 + 0.2, '0.30000000000000004'],
    [50000, '50000'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [-12.5, '-12.5'],
    [-0, '0'],
    [1234567.89, '1234567.89'],
  ])('says %d without an exponent', (number, text) => {
    expect(decimalText(number)).toBe(text);
    expect(fromSalesforce(number, 'currency')).toBe(text);
  });

  it('turns only times into instants', () => {
    const written = '2026-11-20T17:00:00.000+0000';
    expect(fromSalesforce(written, 'datetime')).toBe('2026-11-20T17:00:00.000Z');
    expect(fromSalesforce(written, 'string')).toBe(written);
    expect(fromSalesforce('2026-12-31', 'date')).toBe('2026-12-31');
    expect(instantOf('2026-11-20T17:00:00.000-0930')).toBe('2026-11-21T02:30:00.000Z');
  });

  it('keeps booleans, and says null for what is empty', () => {
    expect(fromSalesforce(false, 'boolean')).toBe(false);
    expect(fromSalesforce(null, 'string')).toBeNull();
    expect(fromSalesforce(undefined, 'string')).toBeNull();
  });
});

describe('toSalesforce', () => {
  it('writes decimal text as a number where the field is one', () => {
    expect(toSalesforce('0.3', 'Amount', 'currency')).toBe(0.3);
    expect(toSalesforce('50000', 'Amount', 'currency')).toBe(50000);
    expect(toSalesforce('007', 'Description', 'textarea')).toBe('007');
    expect(toSalesforce(null, 'Amount', 'currency')).toBeNull();
  });

  it.each(['12345678901234567.89', '1,000', '', 'abc', 'Infinity'])(
    'refuses %p, which no number says exactly',
    (text) => {
      const write = () => toSalesforce(text, 'Amount', 'currency');
      expect(write).toThrow(CosellError);
      expect(write).toThrow('cannot be stored in Salesforce exactly');
    },
  );
});
