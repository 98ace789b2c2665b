import { afterEach } from '@jest/globals';
import { closeBenches, failure, ID, newReferral, referral, startBench } from './support/referrals.ts';

afterEach(closeBenches);

/** A clock that jumps ahead by what the client sleeps, and says how long that was. */
function jumpingClock() {
  let now = Date.parse('2026-11-20T09:00:00Z');
  const slept: number[] = [];
  return {
    slept,
    advance: (milliseconds: number) => (now += milliseconds),
    now: () => now,
    sleep: (milliseconds: number) => {
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

describe('Retry-After', () => {
  it('lets no call of the client out before it has passed', async () => {
    let throttledAt = 0;
    const bench = await startBench((request, index) => {
      if (index > 0) return { status: 200, body: referral() };
      throttledAt = request.at;
      return { status: 429, headers: { 'retry-after': '1' } };
    });
    await Promise.all([
      bench.client.get(ID).then(() => bench.client.get(ID)),
      // These begin once the 429 is out.
      untilSeen(bench.server.seen, 1).then(() =>
        Promise.all([bench.client.get(ID), bench.client.create(newReferral), bench.client.get(ID)]),
      ),
    ]);
    expect(bench.server.seen).toHaveLength(6);
    for (const request of bench.server.seen.slice(1)) expect(request.at - throttledAt).toBeGreaterThanOrEqual(1_000);
  });

  it('throws a long wait at once and stays silent until it has passed', async () => {
    const clock = jumpingClock();
    const bench = await startBench(
      (_request, index) =>
        index === 0 ? { status: 429, headers: { 'retry-after': '57' } } : { status: 200, body: referral() },
      { clock },
    );
    expect(await failure(bench.client.get(ID))).toMatchObject({
      code: 'partner-center-throttled',
      retryAfterSeconds: 57,
    });
    clock.advance(7_000);
    expect(await failure(bench.client.create(newReferral))).toMatchObject({
      retryAfterSeconds: 50,
      mayHaveActed: false,
    });
    expect(bench.server.seen).toHaveLength(1);
    clock.advance(49_000);
    expect(await bench.client.get(ID)).toEqual(referral());
    expect(clock.slept).toEqual([1_000]);
    expect(bench.server.seen).toHaveLength(2);
  });

  it('holds back the calls that waited for their turn meanwhile', async () => {
    const bench = await startBench(() => ({ status: 429, headers: { 'retry-after': '57' } }), { maxConcurrent: 1 });
    const errors = await Promise.all(Array.from({ length: 5 }, () => failure(bench.client.get(ID))));
    expect(errors.map((error) => error.code)).toEqual(Array(5).fill('partner-center-throttled'));
    expect(bench.server.seen).toHaveLength(1);
  });

  it('reads the wait from the body of a 429 without the header', async () => {
    const bench = await startBench(() => ({
      status: 429,
      body: { statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' },
    }));
    expect((await failure(bench.client.get(ID))).retryAfterSeconds).toBe(57);
  });

  it('reads a date by the clock of the answer', async () => {
    const bench = await startBench(() => ({
      status: 503,
      headers: { date: 'Fri, 20 Nov 2020 10:00:00 GMT', 'retry-after': 'Fri, 20 Nov 2020 10:02:00 GMT' },
    }));
    const error = await failure(bench.client.create(newReferral));
    expect(error).toMatchObject({ code: 'partner-center-throttled', retryAfterSeconds: 120, mayHaveActed: false });
    expect(bench.server.seen).toHaveLength(1);
  });
});

/** Resolves when the server has answered `count` requests. */
async function untilSeen(seen: readonly { answeredAt: number | null }[], count: number): Promise<void> {
  while (seen.filter((each) => each.answeredAt !== null).length < count) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  // One more round trip, so that the answer has reached the client as well.
  await new Promise((resolve) => setTimeout(resolve, 50));
}
