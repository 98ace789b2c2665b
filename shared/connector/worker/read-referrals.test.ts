import { CosellError } from '../../core/index.ts';
import type { Link } from '../../core/model/index.ts';
import { FakePartnerCenter } from '../testkit/referrals.ts';
import { createReferralReader } from './read-referrals.ts';

const START = Date.parse('2026-11-20T10:00:00Z');
const AWAY = new CosellError('partner-center-unavailable', { message: 'Away.', cure: 'Wait.' });

async function scene(count: number) {
  let time = START;
  const partnerCenter = new FakePartnerCenter(() => new Date((time += 1_000)));
  const port = partnerCenter.port();
  const items: { link: Link; referralChangedAt: string | null }[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id, updatedDateTime } = await port.create({ name: `Deal ${index}`, type: 'Shared' });
    items.push({ link: { referralId: id } as Link, referralChangedAt: updatedDateTime ?? null });
  }
  partnerCenter.calls.length = 0;
  return { partnerCenter, port, items };
}

describe('reading the referrals of a batch', () => {
  it('reads many that changed a moment ago by one list', async () => {
    const { partnerCenter, port, items } = await scene(10);
    const reader = createReferralReader(port, items);
    const read = await Promise.all(items.map((item) => reader.read(item)));
    expect(read.map((referral) => referral?.name)).toEqual(items.map((_, index) => `Deal ${index}`));
    expect(partnerCenter.calls).toEqual(['list']);
  });

  it('reads a few one by one', async () => {
    const { partnerCenter, port, items } = await scene(3);
    const reader = createReferralReader(port, items);
    await Promise.all(items.map((item) => reader.read(item)));
    expect(partnerCenter.calls).toEqual(['get', 'get', 'get']);
  });

  it('reads on its own what changed again since, what the list has older than the event said, and what no event led to', async () => {
    const { partnerCenter, port, items } = await scene(10);
    const again = items[0]?.link.referralId ?? '';
    partnerCenter.edit(again, { name: 'Changed again' });
    const last = items.at(-1);
    const later = { ...items[5], link: items[5]?.link ?? null, referralChangedAt: '2026-11-20T10:00:30.000Z' };
    const unled = { link: last?.link ?? null, referralChangedAt: null };
    const asked = items.slice(0, 9).map((item, index) => (index === 5 ? later : item));
    const reader = createReferralReader(port, asked);
    const read = await Promise.all([...asked, unled].map((item) => reader.read(item)));
    expect(read[0]?.name).toBe('Changed again');
    expect(read.at(-1)?.name).toBe('Deal 9');
    expect(partnerCenter.calls.filter((call) => call === 'list')).toHaveLength(1);
    expect(partnerCenter.calls.filter((call) => call === 'get')).toHaveLength(2);
  });

  it('reads one by one when the list fails, and tells what is gone', async () => {
    const { partnerCenter, port, items } = await scene(5);
    partnerCenter.faults.push({ call: 'list', error: AWAY });
    const gone = { link: { referralId: 'deleted' } as Link, referralChangedAt: items[0]?.referralChangedAt ?? null };
    const reader = createReferralReader(port, [...items, gone]);
    const read = await Promise.all([...items, gone].map((item) => reader.read(item)));
    expect(read.map((referral) => referral?.name ?? null)).toEqual([
      'Deal 0',
      'Deal 1',
      'Deal 2',
      'Deal 3',
      'Deal 4',
      null,
    ]);
  });

  it('gives a list up that is full of others', async () => {
    const { partnerCenter, port, items } = await scene(1_000);
    const some = items.filter((_, index) => index % 200 === 0);
    const reader = createReferralReader(port, some);
    await Promise.all(some.map((item) => reader.read(item)));
    // Pages of two in the stand-in; without a bound all 1,000 would have been listed.
    expect(partnerCenter.calls.filter((call) => call === 'get').length).toBeGreaterThan(0);
  });
});
