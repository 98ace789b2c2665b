import { back, BEGINNING, later, parseCursor } from './cursor.ts';

const mark = { at: '2026-11-20T17:00:00.000Z', id: '006000000000001AAA' };

describe('cursor', () => {
  it('comes back as it was stored', () => {
    const cursor = { opportunities: mark, accounts: BEGINNING, roles: mark, contacts: BEGINNING };
    expect(parseCursor(JSON.stringify(cursor))).toEqual(cursor);
  });

  it.each([
    '',
    'null',
    '{}',
    '{"opportunities":{"at":"yesterday","id":""}}',
    `{"opportunities":{"at":"${mark.at}","id":"x' OR"}}`,
  ])('refuses %p', (text) => {
    expect(() => parseCursor(text)).toThrow('The stored position of the Salesforce catch-up cannot be read.');
  });

  it('never goes back', () => {
    expect(later(mark, BEGINNING)).toBe(mark);
    expect(later(BEGINNING, mark)).toBe(mark);
    expect(later(mark, { ...mark, id: '006000000000002AAA' }).id).toBe('006000000000002AAA');
  });

  it('starts a run a while earlier, at a whole instant', () => {
    expect(back(mark, 60_000)).toEqual({ at: '2026-11-20T16:59:00.000Z', id: '' });
    expect(back(BEGINNING, 60_000)).toEqual(BEGINNING);
  });
});
