import { field, longText, text } from '../schema/fields.ts';
import type { FieldDefinition } from '../schema/types.ts';
import { codeOf } from '../testkit.ts';
import { toStored } from './values.ts';

const money = field('Amount', 'Amount', 'currency', { precision: 18, scale: 2 });
const stage = field('Stage', 'Stage', 'picklist', {
  length: 255,
  restricted: true,
  picklist: [{ value: 'Open', label: 'Open', isDefault: false }],
});

describe('values on their way in', () => {
  it.each<[string, FieldDefinition, unknown, unknown]>([
    ['text is trimmed', text('T', 'T', 10), '  a b ', 'a b'],
    ['empty text is null', text('T', 'T', 10), '   ', null],
    ['long text keeps its lines', longText('L', 'L', 100), 'a\n\nb', 'a\n\nb'],
    ['money is rounded half up to its scale', money, 12.345, 12.35],
    ['money as text', money, '0.30', 0.3],
    ['money with an exponent', money, '1.5e3', 1500],
    ['negative money is rounded away from zero', money, -0.005, -0.01],
    ['a date', field('D', 'D', 'date'), '2024-02-29', '2024-02-29'],
    [
      'a time loses its milliseconds and its zone',
      field('D', 'D', 'datetime'),
      '2026-11-20T18:05:09.987+01:00',
      '2026-11-20T17:05:09.000+0000',
    ],
    ['a time with Z', field('D', 'D', 'datetime'), '2026-11-20T17:05:09Z', '2026-11-20T17:05:09.000+0000'],
    ['a short id becomes long', field('R', 'R', 'reference'), '001A0000006Vm9r', '001A0000006Vm9rIAC'],
    ['a picklist value keeps the case of the list', stage, 'OPEN', 'Open'],
    ['a boolean as text', field('B', 'B', 'boolean'), 'true', true],
    ['null empties', money, null, null],
  ])('%s', (_name, definition, input, stored) => {
    expect(toStored(definition, input)).toBe(stored);
  });

  it.each<[string, FieldDefinition, unknown]>([
    ['STRING_TOO_LONG', text('T', 'T', 3), 'abcd'],
    ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', stage, 'Closed'],
    ['NUMBER_OUTSIDE_VALID_RANGE', money, '12345678901234567'],
    ['MALFORMED_ID', field('R', 'R', 'reference'), 'abc'],
    ['INVALID_EMAIL_ADDRESS', field('E', 'E', 'email', { length: 80 }), 'nobody'],
    ['JSON_PARSER_ERROR', money, '12,50'],
    ['JSON_PARSER_ERROR', money, true],
    ['JSON_PARSER_ERROR', text('T', 'T', 10), 5],
    ['JSON_PARSER_ERROR', text('T', 'T', 10), { a: 1 }],
    ['JSON_PARSER_ERROR', field('B', 'B', 'boolean'), 'yes'],
    ['JSON_PARSER_ERROR', field('B', 'B', 'boolean'), null],
    ['JSON_PARSER_ERROR', field('D', 'D', 'date'), '2026-02-30'],
    ['JSON_PARSER_ERROR', field('D', 'D', 'date'), '2026-11-20T00:00:00Z'],
    ['JSON_PARSER_ERROR', field('D', 'D', 'datetime'), '2026-11-20T17:05:09'],
  ])('%s for %p', (code, definition, input) => {
    expect(codeOf(() => toStored(definition, input))).toBe(code);
  });
});
