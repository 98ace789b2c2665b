import { loadSchema } from '../schema/index.ts';
import { toStored } from './value.ts';

const table = loadSchema().tables.get('opportunity');

function store(name: string, value: unknown) {
  const column = table?.columns.get(name);
  if (!table || !column) throw new Error(`no column ${name}`);
  return toStored(table, column, value);
}

describe('toStored', () => {
  it.each([
    ['name', 'Deal', 'Deal'],
    ['name', '', null],
    ['estimatedvalue', 0.1 + 0.2, '0.3'],
    ['estimatedvalue', 1234.565, '1234.56'],
    ['estimatedvalue', 999_999_999_999.99, '999999999999.99'],
    ['estimatedclosedate', '2026-02-28', '2026-02-28'],
    ['cosell_lastsync', '2026-11-20T23:30:00.123-05:00', '2026-11-21T04:30:00Z'],
    ['cosell_howcanmicrosofthelp', 472_210_003, 472_210_003],
    ['cosell_syncwithpartnercenter', true, true],
    ['closeprobability', 100, 100],
    ['description', null, null],
  ])('%s takes %j as %j', (name, value, stored) => {
    expect(store(name, value)).toBe(stored);
  });

  it.each([
    ['name', 5, '0x80048d19'],
    ['name', 'x'.repeat(301), '0x80044331'],
    ['estimatedvalue', '5', '0x80048d19'],
    ['estimatedvalue', 1e13, '0x80044330'],
    ['estimatedclosedate', '2026-02-30', '0x80048d19'],
    ['estimatedclosedate', '2026-02-28T00:00:00Z', '0x80048d19'],
    ['cosell_lastsync', '2026-11-20', '0x80048d19'],
    ['cosell_howcanmicrosofthelp', 7, '0x8004431a'],
    ['cosell_howcanmicrosofthelp', 'QuotesOrLicensing', '0x80048d19'],
    ['cosell_syncwithpartnercenter', 1, '0x80048d19'],
    ['closeprobability', 101, '0x80044330'],
    ['closeprobability', 1.5, '0x80048d19'],
    ['opportunityid', 'abc', '0x80048d19'],
    ['parentaccountid', 'c05e1106-0000-4000-8000-000000000001', '0x80048d19'],
  ])('%s refuses %j with %s', (name, value, code) => {
    expect(() => store(name, value)).toThrow(expect.objectContaining({ status: 400, code }) as Error);
  });
});
