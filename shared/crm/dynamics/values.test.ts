import { parseExactJson } from './exact-json.ts';
import { canonicalValue } from './values.ts';

const canonical = (json: string, type?: string) => canonicalValue(parseExactJson(json), type);

describe('canonicalValue', () => {
  it.each([
    ['50000', 'Money', '50000'],
    ['50000.0000', 'Money', '50000'],
    ['0.30000000', 'Decimal', '0.3'],
    ['922337203685477.5807', 'Money', '922337203685477.5807'],
    ['1e-7', 'Decimal', '0.0000001'],
    ['0.0', 'Money', '0'],
    ['-0.0', 'Money', '0'],
    ['1e21', 'Double', '1000000000000000000000'],
    ['77180907', 'BigInt', '77180907'],
    ['472210000', 'Picklist', 472210000],
    ['75', 'Integer', 75],
    ['true', 'Boolean', true],
    ['null', 'Money', null],
    ['"2026-02-28"', 'DateTime', '2026-02-28'],
    ['"2026-11-20T17:00:00Z"', 'DateTime', '2026-11-20T17:00:00.000Z'],
    ['"2026-11-20T19:00:00+02:00"', 'DateTime', '2026-11-20T17:00:00.000Z'],
    ['"2026-11-20T17:00:00Z"', 'String', '2026-11-20T17:00:00Z'],
    ['"007"', 'String', '007'],
    ['""', 'String', ''],
  ])('reads %s of a %s column as %p', (json, type, value) => {
    expect(canonical(json, type)).toBe(value);
  });

  it('gives null for a lookup that points nowhere', () => {
    expect(canonicalValue(undefined, undefined)).toBeNull();
  });
});
