import { checkLookups, parsePath } from './paths.ts';
import { isIn, literal, queryPath } from './query.ts';
import { opportunityColumns } from './snapshot.ts';
import { guid } from './testkit/fake-service.ts';

describe('parsePath', () => {
  it('reads a column and a column behind a lookup', () => {
    expect(parsePath('estimatedvalue')).toMatchObject({ navigation: null, column: 'estimatedvalue' });
    expect(parsePath('parentaccountid.address1_country')).toMatchObject({
      navigation: 'parentaccountid',
      column: 'address1_country',
    });
  });

  it.each(['', 'a.b.c', 'a b', 'name)&$filter=x', '1a', 'a.', '.a'])('refuses %p', (path) => {
    expect(() => parsePath(path)).toThrow(expect.objectContaining({ code: 'mapping-invalid', field: path }) as Error);
  });
});

describe('queryPath', () => {
  it('selects columns, and expands one navigation for each lookup', () => {
    const expand = new Map([['parentaccountid', ['name', 'address1_country']]]);
    expect(queryPath('opportunities', { select: ['name'], expand, filter: "name eq 'A&B'", orderBy: 'name asc' })).toBe(
      "opportunities?$select=name&$expand=parentaccountid($select=name,address1_country)&$filter=name%20eq%20'A%26B'&$orderby=name%20asc",
    );
  });

  it('keeps the query for 200 ids far below the 64 KB that a batch allows', () => {
    const filter = isIn(
      'opportunityid',
      Array.from({ length: 200 }, (_, n) => guid(n)),
    );
    expect(filter).toMatch(/^Microsoft\.Dynamics\.CRM\.In\(PropertyName='opportunityid',PropertyValues=\['0{8}-/);
    expect(queryPath('opportunities', { select: ['name'], filter }).length).toBeLessThan(16_384);
  });

  it('doubles the quotes of a literal', () => {
    expect(literal("O'Neil")).toBe("'O''Neil'");
  });
});

describe('opportunityColumns', () => {
  it('has each column once, and one navigation for each lookup', () => {
    const { select, expand } = opportunityColumns(
      ['name', 'parentaccountid.name', 'parentaccountid.address1_country', 'name'].map(parsePath),
    );
    expect([...select].filter((column) => column === 'name')).toHaveLength(1);
    expect(expand.get('parentaccountid')).toEqual(new Set(['name', 'address1_country']));
  });

  it('says which lookups are too many before anything is sent', () => {
    // Primary contact and owner are looked up in any case.
    const paths = Array.from({ length: 14 }, (_, n) => parsePath(`lookup${n}.name`));
    expect(() => checkLookups(opportunityColumns(paths))).toThrow(
      expect.objectContaining({ code: 'mapping-invalid' }) as Error,
    );
    expect(() => checkLookups(opportunityColumns(paths.slice(1)))).not.toThrow();
  });
});
