import { afterEach } from '@jest/globals';
import type { Referral } from '../../../shared/core/model/index.ts';
import type { ReferralQuery } from '../../../shared/partner-center/index.ts';
import { closeBenches, failure, ID, referral, startBench, type Bench } from './support/referrals.ts';
import { startScriptedServer } from './support/scripted-server.ts';

afterEach(closeBenches);

async function collect(bench: Bench, query: ReferralQuery = {}): Promise<Referral[]> {
  const all: Referral[] = [];
  for await (const page of bench.client.list(query)) all.push(...page);
  return all;
}

describe('get', () => {
  it('sends what the reference asks for, with new ids for every call', async () => {
    const bench = await startBench(() => ({ status: 200, body: referral() }));
    await bench.client.get(ID);
    await bench.client.get(ID);
    const [first, second] = bench.server.seen;
    expect(first).toMatchObject({ method: 'GET', url: `/v1.0/engagements/referrals/${ID}` });
    expect(first?.headers).toMatchObject({ authorization: 'Bearer token-0', accept: 'application/json' });
    const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    expect(first?.headers['client-request-id']).toMatch(guid);
    expect(first?.headers['ms-correlationid']).toMatch(guid);
    expect(second?.headers['client-request-id']).not.toBe(first?.headers['client-request-id']);
    expect(first?.headers['x-caller-id']).toBeUndefined();
  });

  it('keeps unknown properties, unknown enum values and numbers as they are', async () => {
    const sent = referral({
      status: 'Dormant',
      somethingNew: { deep: [1, { odd: null }] },
      details: { dealValue: 1234567.89, currency: 'USD', brandNew: true },
    });
    const bench = await startBench(() => ({ status: 200, body: sent }));
    expect(await bench.client.get(ID)).toEqual(sent);
  });

  it('takes the eTag from the header when the body has none', async () => {
    const body = { ...referral(), eTag: undefined };
    const bench = await startBench(() => ({ status: 200, headers: { ETag: '"from-header"' }, body }));
    expect((await bench.client.get(ID))?.eTag).toBe('"from-header"');
  });

  it('gives null for a referral that is not there', async () => {
    const bench = await startBench(() => ({ status: 404, body: { error: { code: 'itemNotFound', message: 'gone' } } }));
    expect(await bench.client.get(ID)).toBeNull();
  });

  it('does not take a web page with 404 for "there is none"', async () => {
    const bench = await startBench(() => ({
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<h1>?</h1>',
    }));
    expect((await failure(bench.client.get(ID))).code).toBe('partner-center-unavailable');
  });

  it.each(['../registration', 'a/b', '', 'x?y=1', 'x y', 'x\r\nHost: evil'])(
    'refuses the identifier %j before anything is sent',
    async (id) => {
      const bench = await startBench(() => ({ status: 200, body: referral() }));
      expect((await failure(bench.client.get(id))).code).toBe('value-invalid');
      expect(bench.server.seen).toHaveLength(0);
    },
  );
});

describe('list', () => {
  it('asks for the oldest change first, filtered and limited', async () => {
    const bench = await startBench(() => ({ status: 200, body: { value: [] } }));
    await collect(bench, {
      updatedSince: '2026-11-20T08:00:00Z',
      engagementId: "a'b",
      status: 'Active',
      direction: 'Incoming',
      top: 200,
    });
    const url = new URL(bench.server.seen[0]?.url ?? '', bench.server.url);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      $filter:
        "updatedDateTime ge 2026-11-20T08:00:00Z and engagementId eq 'a''b' and status eq 'Active' and direction eq 'Incoming'",
      $orderby: 'updatedDateTime',
      $top: '200',
    });
  });

  it('follows next links by their query only, whatever host and path they name', async () => {
    const other = await startScriptedServer(() => ({ status: 200, body: { value: [] } }));
    const links = [
      'http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=two',
      `${other.url}/v1.0/engagments/referrals?$skiptoken=three&$filter=status eq 'New'`,
      'https://api.partner.microsoft.com/v1.0/engagements/referrals$skiptoken=four',
      null,
    ];
    const bench = await startBench((_request, index) => ({
      status: 200,
      body: { value: [referral({ id: `r${index}` })], '@odata.nextLink': links[index] },
    }));
    const ids = (await collect(bench)).map((each) => each.id);
    expect(ids).toEqual(['r0', 'r1', 'r2', 'r3']);
    const queries = bench.server.seen.map((each) => new URL(each.url, bench.server.url));
    expect(queries.map((url) => url.pathname)).toEqual(Array(4).fill('/v1.0/engagements/referrals'));
    expect(queries.map((url) => url.searchParams.get('$skiptoken'))).toEqual([null, 'two', 'three', 'four']);
    expect(queries[2]?.searchParams.get('$filter')).toBe("status eq 'New'");
    expect(other.seen).toHaveLength(0);
    await other.close();
  });

  it('fails instead of going round for ever', async () => {
    const bench = await startBench(() => ({
      status: 200,
      body: { value: [referral()], '@odata.nextLink': 'https://x/y?$skiptoken=same' },
    }));
    expect((await failure(collect(bench))).message).toContain('leads back to a page it had');
    expect(bench.server.seen).toHaveLength(2);
  });

  it('hands out the readable referrals and then fails when one cannot be read', async () => {
    const bench = await startBench((_request, index) => ({
      status: 200,
      body:
        index === 0
          ? { value: [referral(), { id: 7 }], '@odata.nextLink': '?$skiptoken=2' }
          : { value: [referral({ id: 'b' })] },
    }));
    const ids: string[] = [];
    const error = await failure(
      (async () => {
        for await (const page of bench.client.list({})) ids.push(...page.map((each) => each.id));
      })(),
    );
    expect(ids).toEqual([ID, 'b']);
    expect(error.code).toBe('partner-center-unavailable');
  });

  it('asks for the next page only when it is wanted', async () => {
    const bench = await startBench(() => ({
      status: 200,
      body: { value: [referral()], '@odata.nextLink': '?$skiptoken=2' },
    }));
    for await (const page of bench.client.list({})) {
      expect(page).toHaveLength(1);
      break;
    }
    expect(bench.server.seen).toHaveLength(1);
  });
});

describe('answers that cannot be read', () => {
  it.each([
    ['not JSON', '<html>proxy says hello</html>', 'it is not JSON'],
    ['empty', '', 'it is empty'],
    ['null', 'null', 'the body'],
    ['without an id', { ...referral(), id: undefined }, 'id'],
    ['with a number as status', { ...referral(), status: 3 }, 'status'],
    ['with a list for details', { ...referral(), details: [] }, 'details'],
    ['with solutions that are no list', { ...referral(), details: { requirements: { solutions: 'x' } } }, 'solutions'],
  ])('says so when a referral is %s', async (_what, body, words) => {
    const bench = await startBench(() => ({ status: 200, body }));
    const error = await failure(bench.client.get(ID));
    expect(error.code).toBe('partner-center-unavailable');
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('hello');
    expect(bench.server.seen).toHaveLength(1);
  });

  it('says so when a list has no value', async () => {
    const bench = await startBench(() => ({ status: 200, body: { items: [] } }));
    expect((await failure(collect(bench))).message).toContain('value');
  });

  it('stops reading a body that is too large', async () => {
    const bench = await startBench(() => 'flood', { maxBodyBytes: 200_000 });
    const error = await failure(bench.client.get(ID));
    expect(error).toMatchObject({ code: 'partner-center-unavailable', mayHaveActed: false });
    expect(error.message).toContain('larger');
  });

  it('does not follow a redirect', async () => {
    const other = await startScriptedServer(() => ({ status: 200, body: referral() }));
    const bench = await startBench(() => ({ status: 302, headers: { location: `${other.url}/steal` } }));
    expect((await failure(bench.client.get(ID))).code).toBe('partner-center-unavailable');
    expect(other.seen).toHaveLength(0);
    await other.close();
  });
});
