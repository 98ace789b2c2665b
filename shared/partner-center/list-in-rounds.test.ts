import fc from 'fast-check';
import type { Referral } from '../core/model/index.ts';
import { listInRounds, ROUND_SIZE, type RoundQuery } from './list-in-rounds.ts';

const referral = (id: number, second: number): Referral => ({
  id: `r${id}`,
  engagementId: `e${id}`,
  status: 'Active',
  substatus: 'Accepted',
  type: 'Shared',
  updatedDateTime: `2026-11-20T10:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.0000000Z`,
});

/** A service that keeps to `$top` and `$skip` and hands out pages of at most `pageSize`. */
function serviceOf(referrals: readonly Referral[], pageSize: number) {
  const asked: RoundQuery[] = [];
  async function* pagesOf(query: RoundQuery) {
    asked.push(query);
    await Promise.resolve();
    const found = referrals
      .filter(({ updatedDateTime = '' }) => updatedDateTime >= query.updatedSince)
      .sort((a, b) => `${a.updatedDateTime} ${a.id}`.localeCompare(`${b.updatedDateTime} ${b.id}`))
      .slice(query.skip ?? 0, (query.skip ?? 0) + (query.top ?? Infinity));
    for (let start = 0; start < Math.max(1, found.length); start += pageSize)
      yield found.slice(start, start + pageSize);
  }
  return { asked, pagesOf };
}

async function all(pages: AsyncIterable<readonly Referral[]>): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const page of pages) ids.push(...page.map(({ id }) => id));
  return ids;
}

const SINCE = { updatedSince: '2026-11-20T10:00:00.0000000Z' };

describe('listing in rounds', () => {
  it('reads 10,000 by 51 calls', async () => {
    const referrals = Array.from({ length: 10_000 }, (_, index) => referral(index, index % 3_000));
    const { asked, pagesOf } = serviceOf(referrals, ROUND_SIZE);
    expect(new Set(await all(listInRounds(pagesOf, SINCE))).size).toBe(10_000);
    expect(asked.length).toBeLessThanOrEqual(52);
  });

  it('hands out each once, however many changed at the same instant and however small the pages are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 700 }),
        fc.integer({ min: 50, max: 250 }),
        async (seconds, pageSize) => {
          const referrals = seconds.map((second, index) => referral(index, second));
          const ids = await all(listInRounds(serviceOf(referrals, pageSize).pagesOf, SINCE));
          expect([...ids].sort()).toEqual(referrals.map(({ id }) => id).sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});
