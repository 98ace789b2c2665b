import { CosellError } from '../core/errors/index.ts';
import { listQuery, nextPageQuery } from './odata.ts';

describe('listQuery', () => {
  it('is empty for everything', () => {
    expect(listQuery({})).toBe('');
  });

  it('encodes what a URL cannot hold and doubles quotes', () => {
    const query = listQuery({ engagementId: "a'b & c", top: 5 });
    expect(query).not.toMatch(/[ '&]c/);
    expect(new URLSearchParams(query).get('$filter')).toBe("engagementId eq 'a''b & c'");
    expect(new URLSearchParams(query).get('$top')).toBe('5');
    expect(new URLSearchParams(query).has('$orderby')).toBe(false);
  });

  it.each(['2026-11-20', 'yesterday', '2026-11-20T08:00:00+01:00', "2026-11-20T08:00:00Z' or true"])(
    'refuses %j as a point in time',
    (updatedSince) => {
      expect(() => listQuery({ updatedSince })).toThrow(CosellError);
    },
  );

  it('takes the 7-digit fraction of the service', () => {
    expect(decodeURIComponent(listQuery({ updatedSince: '2020-10-30T21:03:00.0000000Z' }))).toContain(
      'updatedDateTime ge 2020-10-30T21:03:00.0000000Z',
    );
  });
});

describe('nextPageQuery', () => {
  it.each([
    ['http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=k181', { $skiptoken: 'k181' }],
    ['https://x/referrals$skiptoken=k181', { $skiptoken: 'k181' }],
    ['https://x/referrals&$skiptoken=k181', { $skiptoken: 'k181' }],
    ["?$filter=status eq 'New'&$skip=20#part", { $filter: "status eq 'New'", $skip: '20' }],
    ['https://x/r?%24skiptoken=a%2Bb', { $skiptoken: 'a+b' }],
  ])('takes the query of %s', (link, expected) => {
    expect(Object.fromEntries(new URLSearchParams(nextPageQuery(link) ?? ''))).toEqual(expected);
  });

  it('leaves what is encoded as it is', () => {
    expect(nextPageQuery('https://x/r?$skiptoken=a+b%2Bc%20d==')).toBe('$skiptoken=a+b%2Bc%20d==');
  });

  it('cannot be made to break a request line', () => {
    expect(nextPageQuery('https://x/r?$skiptoken=a\r\nHost: evil\ud800')).toMatch(/^[\x21-\x7e]+$/);
  });

  it.each([null, undefined, '', 7, 'https://x/referrals', 'https://x/referrals?'])('finds no page in %j', (link) => {
    expect(nextPageQuery(link)).toBeNull();
  });
});
