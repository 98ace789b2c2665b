import { recordOnForm } from './undocumented.ts';

const ID = '11111111-0000-4000-8000-00000000000A';

describe('recordOnForm', () => {
  it.each([
    ['contextInfo', { mode: { contextInfo: { entityId: ID, entityTypeName: 'opportunity' } } }],
    ['page', { mode: {}, page: { entityId: `{${ID}}`, entityTypeName: 'opportunity' } }],
  ])('takes the row from %s', (_, context) => {
    expect(recordOnForm(context)).toEqual({ kind: 'saved', table: 'opportunity', id: ID.toLowerCase() });
  });

  it.each([[''], [null], [undefined]])('a row without id (%p) is new', (entityId) => {
    expect(recordOnForm({ mode: { contextInfo: { entityId, entityTypeName: 'opportunity' } } })).toEqual({
      kind: 'unsaved',
    });
  });

  it.each([[{}], [null], [{ mode: null, page: 'x' }], [{ mode: { contextInfo: { entityId: ID } } }]])(
    'does without what is not there: %p',
    (context) => {
      expect(recordOnForm(context)).toEqual({ kind: 'unknown' });
    },
  );
});
