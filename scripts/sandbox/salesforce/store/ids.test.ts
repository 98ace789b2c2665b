import { createIdSource, normaliseId, toLongId } from './ids.ts';

describe('record ids', () => {
  it('get the check characters that Salesforce computes', () => {
    // Published examples of 15- and 18-character forms of the same id.
    expect(toLongId('001A0000006Vm9r')).toBe('001A0000006Vm9rIAC');
    expect(toLongId('0D5B000000SKZ7V')).toBe('0D5B000000SKZ7VKAX');
  });

  it('are taken in either form and in any case of the check characters', () => {
    expect(normaliseId('001A0000006Vm9r')).toBe('001A0000006Vm9rIAC');
    expect(normaliseId('001A0000006Vm9riac')).toBe('001A0000006Vm9rIAC');
  });

  it.each(['', 'abc', '001A0000006Vm9', '001A0000006Vm9rIAX', '001A0000006Vm9r-AC'])('refuses %p', (id) => {
    expect(normaliseId(id)).toBeNull();
  });

  it('are made in sequence by prefix', () => {
    const newId = createIdSource();
    const ids = [newId('006'), newId('006'), newId('001')];
    expect(ids.map(({ number }) => number)).toEqual([1, 2, 1]);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
    expect(ids.every(({ id }) => normaliseId(id) === id)).toBe(true);
  });
});
