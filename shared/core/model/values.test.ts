import { COUNTRY_CODES, countryCodeOfName, isCountryCode } from './country.ts';
import { describeValue, fieldLabel, fingerprint, getField, sameValue, withField } from './fields.ts';
import { isEmail, normalPeople, personKey } from './person.ts';
import { isSolutionId, parseSolutions } from './solution.ts';
import { cutText, normalText, oneLine } from './text.ts';
import { dealFromCrm, buildPolicy } from '../index.ts';
import { CONTACT, opportunityOf, OWNER } from '../testkit/index.ts';

describe('text', () => {
  it('is trimmed, has LF line ends, and is null when empty', () => {
    expect(normalText(' a\r\nb\rc ')).toBe('a\nb\nc');
    expect([normalText(''), normalText('  '), normalText(null), normalText(undefined), normalText({})]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(normalText(5)).toBe('5');
  });

  it('is cut with an ellipsis and never inside a character', () => {
    expect(cutText('abcdef', 6)).toBe('abcdef');
    expect(cutText('abcdef', 4)).toBe('abc…');
    expect(cutText('ab🚀cd', 4)).toBe('ab…');
    expect(oneLine('a\n  b', 10)).toBe('a b');
  });
});

describe('people', () => {
  it('are one by e-mail whatever its case, and by name and phone without one', () => {
    const people = normalPeople([CONTACT, { ...CONTACT, email: 'ANA@Fabrikam.example', firstName: 'A.' }]);
    expect(people).toEqual([CONTACT]);
    const nameless = { firstName: null, lastName: ' ', email: '', phone: null };
    expect(normalPeople([nameless])).toEqual([]);
    expect(personKey({ ...OWNER, email: null })).toBe('kim|berg|');
  });

  it('have e-mail addresses of the usual form', () => {
    expect(["o'neil+x.y@b-c.example", 'a@b.c', 'a@b', 'a..b@c.de', 'a b@c.de', null].map(isEmail)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('solutions', () => {
  it('are read from text with any separator, each once, SOL ids in capitals', () => {
    expect(parseSolutions('sol-1-ab, SOL-1-AB;\n0F4B8A52-7d1e-4c39-a6f5-2b9de0c7a113 ').map((s) => s.id)).toEqual([
      'SOL-1-AB',
      '0F4B8A52-7d1e-4c39-a6f5-2b9de0c7a113',
    ]);
    expect(parseSolutions(null)).toEqual([]);
  });

  it.each([
    ['SOL-12345-ABC', null, true],
    ['0f4b8a52-7d1e-4c39-a6f5-2b9de0c7a113', null, true],
    ['SOL-12345', null, false],
    ['SOL-ABC-123', null, false],
    ['Azure', null, false],
    ['Azure', 'Azure|Teams', true],
    ['Azure2', 'Azure|Teams', false],
  ])('%s with pattern %s: %p', (id, pattern, expected) => {
    expect(isSolutionId(id, pattern)).toBe(expected);
  });
});

describe('countries', () => {
  it('are the 249 assigned codes', () => {
    expect(new Set(COUNTRY_CODES).size).toBe(249);
    expect(['US', 'DE', 'AX'].map(isCountryCode)).toEqual([true, true, true]);
    expect(['us', 'UK', 'EU', 'USA', ''].map(isCountryCode)).toEqual([false, false, false, false, false]);
  });

  it('are found by their English name', () => {
    expect(['Germany', ' japan ', 'USA', 'UK', 'Atlantis'].map(countryCodeOfName)).toEqual([
      'DE',
      'JP',
      'US',
      'GB',
      null,
    ]);
  });
});

describe('fields of a deal', () => {
  const deal = dealFromCrm(opportunityOf('salesforce'), buildPolicy({ crm: 'salesforce' }));

  it('are equal when they mean the same, lists in any order', () => {
    const [a, b] = [CONTACT, OWNER];
    expect(sameValue('team', [a, b], [b, { ...a, email: 'ANA@FABRIKAM.EXAMPLE' }])).toBe(true);
    expect(sameValue('team', [a], [{ ...a, phone: null }])).toBe(false);
    expect(sameValue('solutions', [{ id: 'SOL-1-A', name: 'x' }], [{ id: 'sol-1-a', name: null }])).toBe(true);
    expect(sameValue('customer', null, deal.customer)).toBe(false);
    expect(fingerprint('notes', null)).toBe('');
  });

  it('are read and replaced by name, custom ones too', () => {
    const changed = withField(withField(deal, 'name', 'N'), 'campaign', 'C');
    expect([getField(changed, 'name'), getField(changed, 'campaign'), getField(deal, 'campaign')]).toEqual([
      'N',
      'C',
      null,
    ]);
    expect([fieldLabel('closeDate'), fieldLabel('campaign')]).toEqual(['Close date', 'campaign']);
  });

  it('are shown in neutral words', () => {
    const shown = (
      ['dealValue', 'closeDate', 'contacts', 'solutions', 'customer', 'visibleToMicrosoft', 'help'] as const
    ).map((field) => describeValue(field, deal[field]));
    expect(shown).toEqual(['50000 USD', '2027-03-31', 'Ana Silva', 'SOL-15974-MQF', 'Fabrikam Foods, US', 'no', null]);
    expect(describeValue('team', [{ firstName: null, lastName: null, email: 'a@b.c', phone: null }])).toBe('a@b.c');
  });
});
