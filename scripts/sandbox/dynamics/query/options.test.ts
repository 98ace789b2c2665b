import { readOptions, resolveAliases } from './options.ts';

describe('query options', () => {
  it('read nested expands with their own options', () => {
    const text =
      "parentaccountid($select=name;$expand=primarycontactid($select=fullname)),requests($filter=contains(name,'a,b;c');$orderby=createdon desc;$top=5)";
    const [account, requests] = readOptions(new Map([['$expand', text]])).expand;
    expect(account).toMatchObject({
      navigation: 'parentaccountid',
      options: { select: ['name'], expand: [{ navigation: 'primarycontactid', options: { select: ['fullname'] } }] },
    });
    expect(requests).toMatchObject({
      navigation: 'requests',
      options: { filter: "contains(name,'a,b;c')", orderBy: [{ path: 'createdon', descending: true }], top: 5 },
    });
  });

  it('put parameter aliases in', () => {
    const aliases = new URLSearchParams({ $filter: 'name eq @p1 or name eq @p10', '@p1': "'a'", '@p10': "'b'" });
    expect(resolveAliases(aliases).get('$filter')).toBe("name eq 'a' or name eq 'b'");
  });

  it.each([
    ['$skip', '5'],
    ['$search', 'x'],
    ['$top', '-1'],
    ['$top', 'ten'],
    ['$orderby', 'name upwards'],
    ['$expand', 'a($select=name'],
  ])('refuse %s=%s', (name, value) => {
    expect(() => readOptions(new Map([[name, value]]))).toThrow(expect.objectContaining({ status: 400 }) as Error);
  });
});
