import { patchOperations } from './patch.ts';
import { readPointer, withPointer } from './pointer.ts';

describe('JSON pointers', () => {
  it('read and write through objects, with escapes', () => {
    expect(readPointer({ a: { 'b/c~d': 1 } }, '/a/b~1c~0d')).toBe(1);
    expect(readPointer({ a: [] }, '/a/b')).toBeUndefined();
    expect(withPointer({ a: 1 }, '/b/c', 2)).toEqual({ a: 1, b: { c: 2 } });
  });
});

describe('patchOperations', () => {
  it('replaces what is there and adds what is not', () => {
    expect(
      patchOperations({ name: 'a', details: { notes: null } }, [
        ['/name', 'b'],
        ['/details/notes', 'n'],
        ['/details/currency', 'USD'],
        ['/campaignId', 'c'],
      ]),
    ).toEqual([
      { op: 'replace', path: '/name', value: 'b' },
      { op: 'replace', path: '/details/notes', value: 'n' },
      { op: 'add', path: '/details/currency', value: 'USD' },
      { op: 'add', path: '/campaignId', value: 'c' },
    ]);
  });

  it('adds a missing parent with its content, once', () => {
    expect(
      patchOperations({ details: {} }, [
        ['/details/requirements/solutions', []],
        ['/details/requirements/note', 'x'],
      ]),
    ).toEqual([
      { op: 'add', path: '/details/requirements', value: { solutions: [] } },
      { op: 'add', path: '/details/requirements/note', value: 'x' },
    ]);
    expect(patchOperations({ consent: null }, [['/consent/x', true]])).toEqual([
      { op: 'replace', path: '/consent', value: { x: true } },
    ]);
  });
});
