import { SECTION_FIELDS } from '../../core/mapping/section-fields.ts';
import { changeHintsFromExecutionContext, ownedColumns } from './execution-context.ts';
import { executionContext, reference, ROW_ID } from './testkit/execution-context.ts';
import { guid } from './testkit/fake-service.ts';

const owned = ownedColumns(SECTION_FIELDS.dynamics);
const hints = (body: unknown) => changeHintsFromExecutionContext(body, owned);
const CHANGED_AT = new Date(1795194000000).toISOString();

describe('changeHintsFromExecutionContext', () => {
  it('tells of a changed opportunity', () => {
    expect(hints(executionContext())).toEqual([
      { object: 'opportunity', id: ROW_ID, opportunityId: ROW_ID, changedAt: CHANGED_AT },
    ]);
  });

  it.each([
    ['account', 'account'],
    ['contact', 'contact'],
    ['connection', 'contact-role'],
  ])('tells of a changed %s, whose opportunities are to be looked up', (entity, object) => {
    expect(hints(executionContext({ entity }))).toMatchObject([{ object, id: ROW_ID, opportunityId: null }]);
  });

  it.each([
    ['cosell_request', 'cosell_opportunityid', 'request'],
    ['connection', 'record1id', 'contact-role'],
    ['connection', 'record2id', 'contact-role'],
  ])('finds the opportunity of a new %s in %s', (entity, lookup, object) => {
    const attributes = { [lookup]: reference('opportunity', guid(3).toUpperCase()) };
    expect(hints(executionContext({ entity, message: 'Create', attributes }))).toMatchObject([
      { object, id: ROW_ID, opportunityId: guid(3) },
    ]);
  });

  it('does not take another connected row for the opportunity', () => {
    const attributes = { record1id: reference('account', guid(3)), record2id: reference('contact', guid(4)) };
    expect(hints(executionContext({ entity: 'connection', attributes }))).toMatchObject([{ opportunityId: null }]);
  });

  it('finds the opportunity of a deleted connection in its image', () => {
    const body = executionContext({ entity: 'connection', message: 'Delete' });
    const image = { Attributes: [{ key: 'record1id', value: reference('opportunity', guid(3)) }] };
    const deleted = {
      ...body,
      InputParameters: [{ key: 'Target', value: reference('connection', ROW_ID) }],
      PreEntityImages: [{ key: 'before', value: image }],
    };
    expect(hints(deleted)).toEqual([
      { object: 'contact-role', id: ROW_ID, opportunityId: guid(3), changedAt: new Date(1795194001000).toISOString() },
    ]);
  });

  it('is silent about our own writes, wherever the platform puts the tag', () => {
    expect(hints(executionContext({ tag: 'cosell-connector' }))).toEqual([]);
    const untagged = executionContext();
    const tagged = { key: 'tag', value: 'cosell-connector' };
    const parent = untagged.ParentContext as Record<string, unknown>;
    expect(hints({ ...untagged, ParentContext: { ...parent, SharedVariables: [tagged] } })).toEqual([]);
  });

  it('tells of the follow-up change that a plug-in made after our write', () => {
    const body = executionContext({ depth: 2 });
    const ourWrite = { ...executionContext({ tag: 'cosell-connector' }), Depth: 1 };
    expect(hints({ ...body, ParentContext: ourWrite })).toHaveLength(1);
  });

  it('tells of somebody else’s tagged writes', () => {
    expect(hints(executionContext({ tag: 'import-tool' }))).toHaveLength(1);
  });

  it('is silent about updates of columns that only the connector fills', () => {
    const audit = { cosell_audit: 'typed by hand', cosell_syncstatus: { Value: 472210005 } };
    expect(hints(executionContext({ attributes: audit }))).toEqual([]);
    expect(hints(executionContext({ attributes: { ...audit, name: 'New' } }))).toHaveLength(1);
    expect(hints(executionContext({ attributes: audit, message: 'Create' }))).toHaveLength(1);
    expect(hints(executionContext({ attributes: { cosell_syncwithpartnercenter: true } }))).toHaveLength(1);
  });

  it.each([undefined, null, []])(
    'takes a message whose parameters were cut off (%p) for a change',
    (InputParameters) => {
      const body = { ...executionContext(), InputParameters, ParentContext: null, PostEntityImages: undefined };
      expect(hints(body)).toEqual([
        { object: 'opportunity', id: ROW_ID, opportunityId: ROW_ID, changedAt: new Date(1795194001000).toISOString() },
      ]);
    },
  );

  it.each(['account', 'contact'])('is silent about a new %s, which no opportunity has yet', (entity) => {
    expect(hints(executionContext({ entity, message: 'Create' }))).toEqual([]);
  });

  it('is silent about other tables and about deleted requests', () => {
    expect(hints(executionContext({ entity: 'incident' }))).toEqual([]);
    expect(hints(executionContext({ entity: 'cosell_request', message: 'Delete' }))).toEqual([]);
  });

  it.each([
    ['no object', 'text'],
    ['nothing', null],
    ['an empty object', {}],
    ['a row without a GUID', { ...executionContext(), PrimaryEntityId: 'x' }],
    ['no time', { ...executionContext(), InputParameters: [], OperationCreatedOn: 'yesterday' }],
    ['parameters of another shape', { ...executionContext(), InputParameters: 'x' }],
  ])('refuses %s', (_what, body) => {
    expect(() => hints(body)).toThrow(expect.objectContaining({ code: 'value-invalid' }) as Error);
  });
});
