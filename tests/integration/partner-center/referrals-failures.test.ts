import { afterEach } from '@jest/globals';
import { closeBenches, E_TAG, failure, ID, newReferral, startBench } from './support/referrals.ts';

afterEach(closeBenches);

/** Every status of partner-center-referrals.md §4.1 that is no success, with the tries that a GET takes. */
const STATUSES: readonly (readonly [status: number, code: string, tries: number])[] = [
  [400, 'partner-center-rejected', 1],
  [403, 'partner-center-forbidden', 1],
  [405, 'partner-center-rejected', 1],
  [406, 'partner-center-rejected', 1],
  [409, 'partner-center-conflict', 1],
  [411, 'partner-center-rejected', 1],
  [412, 'partner-center-conflict', 1],
  [413, 'partner-center-rejected', 1],
  [415, 'partner-center-rejected', 1],
  [416, 'partner-center-rejected', 1],
  [422, 'partner-center-rejected', 1],
  [423, 'partner-center-conflict', 1],
  [429, 'partner-center-throttled', 1],
  [500, 'partner-center-unavailable', 3],
  [501, 'partner-center-rejected', 1],
  [503, 'partner-center-unavailable', 3],
  [504, 'partner-center-unavailable', 3],
  [507, 'partner-center-unavailable', 3],
  [509, 'partner-center-throttled', 1],
];

describe('status codes', () => {
  it.each(STATUSES)('%i becomes %s after %i tries of a GET', async (status, code, tries) => {
    const bench = await startBench(() => ({ status, body: { error: { code: 'other', message: 'Other.' } } }));
    const error = await failure(bench.client.get(ID));
    expect(error).toMatchObject({ code, httpStatus: status, mayHaveActed: false });
    expect(error.cure).not.toBe('');
    expect(error.reference).toBe(bench.server.seen[0]?.headers['ms-correlationid']);
    expect(bench.server.seen).toHaveLength(tries);
  });

  it.each(STATUSES.filter(([status]) => status < 500))('%i is never repeated for a POST', async (status, code) => {
    const bench = await startBench(() => ({ status }));
    expect((await failure(bench.client.create(newReferral))).code).toBe(code);
    expect(bench.server.seen).toHaveLength(1);
  });
});

describe('what the seller reads', () => {
  const rejected = async (error: unknown) => {
    const bench = await startBench(() => ({ status: 400, body: { error } }));
    return failure(bench.client.create(newReferral));
  };

  it('names the field that was refused, with the cure', async () => {
    const error = await rejected({
      code: 'invalidRequest',
      message: 'Request is invalid',
      target: 'referral',
      innerError: {
        code: 'badCountry',
        message: 'Country must have two letters.',
        target: 'customerProfile.address.country',
      },
    });
    expect(error).toMatchObject({
      code: 'partner-center-rejected',
      field: '/customerProfile/address/country',
      whoActs: 'seller',
    });
    expect(error.message).toBe("Partner Center did not accept the customer's country: Country must have two letters.");
    expect(error.cure).toBe("Correct the customer's country on the opportunity and share again.");
  });

  it('holds back what people typed', async () => {
    const error = await rejected({
      code: 'invalidRequest',
      message: "Member 'Jane Doe' jane@contoso.com with phone +44 20 7946 0018 is invalid.",
      target: '/team/0/email',
    });
    expect(error.field).toBe('/team');
    expect(error.message).not.toMatch(/Jane|contoso|7946/);
  });

  it('uses the deepest code it knows', async () => {
    const error = await rejected({
      code: 'accessDenied',
      message: 'a',
      innerError: { code: 'resourceModified', message: 'b', innerError: { code: 'neverHeardOf', message: 'c' } },
    });
    expect(error.code).toBe('partner-center-conflict');
  });

  it('shows no JSON when the message is JSON', async () => {
    const error = await rejected({ code: 'invalidRequest', message: '{"secret":"value"}' });
    expect(error.message).toBe('Partner Center did not accept the deal.');
  });
});

describe('time', () => {
  it('gives a slow GET up after its tries', async () => {
    const bench = await startBench(() => 'hang', { timeoutMs: 80 });
    expect((await failure(bench.client.get(ID))).code).toBe('partner-center-unavailable');
    expect(bench.server.seen).toHaveLength(3);
  });

  it('ends a call as a whole, whatever its tries would still do', async () => {
    const bench = await startBench(() => 'hang', { timeoutMs: 60_000, totalTimeoutMs: 150 });
    const error = await failure(bench.client.patch(ID, [], E_TAG));
    expect(error).toMatchObject({ code: 'partner-center-unavailable', mayHaveActed: true });
    expect(bench.server.seen).toHaveLength(1);
  });

  it('ends a call that waits for a sign-in, knowing that nothing was sent', async () => {
    const bench = await startBench(() => ({ status: 200 }), {
      accessToken: () => new Promise<string>(() => undefined),
      totalTimeoutMs: 100,
    });
    const error = await failure(bench.client.create(newReferral));
    expect(error).toMatchObject({ code: 'partner-center-unavailable', mayHaveActed: false });
    expect(bench.server.seen).toHaveLength(0);
  });

  it('ends a call that pauses before its next try', async () => {
    // The pause is cut to its longest, one second.
    const bench = await startBench(() => ({ status: 500 }), { retryDelayMs: 1e9, totalTimeoutMs: 150 });
    const startedAt = Date.now();
    expect((await failure(bench.client.get(ID))).code).toBe('partner-center-unavailable');
    expect(Date.now() - startedAt).toBeLessThan(900);
  });

  it('ends a call that waits for a free slot', async () => {
    const bench = await startBench(() => 'hang', { maxConcurrent: 1, timeoutMs: 60_000, totalTimeoutMs: 1_000 });
    const startedAt = Date.now();
    const errors = await Promise.all([
      failure(bench.client.create(newReferral)),
      failure(bench.client.create(newReferral)),
    ]);
    expect(errors.map((error) => error.code)).toEqual(Array(2).fill('partner-center-unavailable'));
    // One after the other would have taken twice the bound.
    expect(Date.now() - startedAt).toBeLessThan(1_900);
  });

  it('never has more calls under way than allowed', async () => {
    let underWay = 0;
    let most = 0;
    const bench = await startBench(
      async () => {
        most = Math.max(most, ++underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        return { status: 404 };
      },
      { maxConcurrent: 3 },
    );
    await Promise.all(Array.from({ length: 20 }, () => bench.client.get(ID)));
    expect(most).toBeLessThanOrEqual(3);
    expect(bench.server.seen).toHaveLength(20);
  });
});
