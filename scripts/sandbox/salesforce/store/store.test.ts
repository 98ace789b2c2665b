import { loadSchema } from '../schema/load-schema.ts';
import { requireObject } from '../schema/lookup.ts';
import { type Row, type RowChange, createStore } from './store.ts';

const schema = loadSchema({ multiCurrency: true });
const opportunity = requireObject(schema, 'Opportunity');
const row = (Id: string, values: object = {}): Row => ({ Id, AccountId: 'acc', ...values });

function setUp() {
  const commits: (readonly RowChange[])[] = [];
  return { commits, store: createStore(schema, (changes) => commits.push(changes)) };
}

describe('the store', () => {
  it('hands the changes of a transaction over once, in order', () => {
    const { store, commits } = setUp();
    store.transaction(() => {
      store.put(opportunity, row('a'));
      store.transaction(() => store.put(opportunity, row('b')));
    });
    expect(commits.map((changes) => changes.map(({ id }) => id))).toEqual([['a', 'b']]);
  });

  it('undoes everything when the work throws, index and recycle bin included', () => {
    const { store, commits } = setUp();
    store.transaction(() => store.put(opportunity, row('a', { AccountId: 'old' })));
    const fail = () =>
      store.transaction(() => {
        store.put(opportunity, row('a', { AccountId: 'new' }));
        store.put(opportunity, row('b'));
        store.remove(opportunity, 'a', {});
        throw new Error('no');
      });
    expect(fail).toThrow('no');
    expect([...store.rows(opportunity)]).toEqual([row('a', { AccountId: 'old' })]);
    expect(store.find(opportunity, 'AccountId', 'new')).toEqual([]);
    expect(store.find(opportunity, 'AccountId', 'old')).toHaveLength(1);
    expect(store.wasDeleted(opportunity, 'a') || store.wasDeleted(opportunity, 'b')).toBe(false);
    expect(commits).toHaveLength(1);
  });

  it('undoes an inner transaction and keeps the outer one', () => {
    const { store, commits } = setUp();
    store.transaction(() => {
      store.put(opportunity, row('a'));
      expect(() =>
        store.transaction(() => {
          store.put(opportunity, row('b'));
          throw new Error('inner');
        }),
      ).toThrow('inner');
    });
    expect(commits[0]?.map(({ id }) => id)).toEqual(['a']);
    expect(store.get(opportunity, 'b')).toBeUndefined();
  });

  it('keeps deleted rows aside, marked as deleted', () => {
    const { store } = setUp();
    store.transaction(() => store.put(opportunity, row('a')));
    store.transaction(() => store.remove(opportunity, 'a', { LastModifiedById: 'me' }));
    expect(store.get(opportunity, 'a')).toBeUndefined();
    expect([...store.deletedRows(opportunity)]).toEqual([row('a', { IsDeleted: true, LastModifiedById: 'me' })]);
  });

  it('finds text in an index without regard to case', () => {
    const { store } = setUp();
    store.transaction(() => store.put(opportunity, row('a', { Referral_Identifier__c: 'Ref-1' })));
    expect(store.find(opportunity, 'Referral_Identifier__c', 'REF-1')).toHaveLength(1);
  });

  it('refuses changes outside a transaction', () => {
    const { store } = setUp();
    expect(() => store.put(opportunity, row('a'))).toThrow('transaction');
  });
});
