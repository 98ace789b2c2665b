import { createStore } from './store.ts';

describe('createStore', () => {
  it('takes everything back when a transaction fails', () => {
    const store = createStore();
    const kept = store.insert('account', 'a', { name: 'before' });
    const gone = store.insert('account', 'b', { name: 'stays' });
    expect(() =>
      store.transaction(() => {
        store.insert('account', 'c', { name: 'new' });
        store.update(store.update(kept, { name: 'changed' }), { name: 'twice' });
        store.remove(gone);
        throw new Error('refused');
      }),
    ).toThrow('refused');
    expect([...store.rows('account')].map(({ id, values }) => [id, values.name]).sort()).toEqual([
      ['a', 'before'],
      ['b', 'stays'],
    ]);
    expect(store.get('account', 'a')).toBe(kept);
  });

  it('gives every write a new version', () => {
    const store = createStore();
    const row = store.insert('account', 'a', { name: 'x' });
    expect(store.update(row, { name: 'x' }).version).toBeGreaterThan(row.version);
  });
});
