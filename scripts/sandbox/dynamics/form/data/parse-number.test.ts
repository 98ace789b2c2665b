import type { FormColumn } from '../boot.ts';
import { parseNumber } from './parse-number.ts';

const money: FormColumn = {
  name: 'estimatedvalue',
  type: 'money',
  label: 'Est. Revenue',
  required: false,
  min: 0,
  max: 1_000_000,
  precision: 2,
  creatable: true,
  updatable: true,
  security: { secured: false, read: true, create: true, update: true },
};

describe('parseNumber', () => {
  it.each([
    ['€184,500.50', 184_500.5],
    ['1 000', 1000],
    ['0.005', 0.01],
    ['', null],
    ['  ', null],
    ['abc', undefined],
    ['-1', undefined],
    ['1000001', undefined],
    ['1.2.3', undefined],
  ])('reads %j as %j', (text, expected) => {
    expect(parseNumber(text, money)).toBe(expected);
  });

  it('takes whole numbers where the column holds whole numbers', () => {
    expect(parseNumber('49.6', { ...money, type: 'integer' })).toBe(50);
  });
});
