import { afterEach } from '@jest/globals';
import { closeBenches, E_TAG, failure, ID, newReferral, referral, startBench } from './support/referrals.ts';
import { createReferralsClient } from '../../../shared/partner-center/index.ts';
import { unusedPort } from './support/scripted-server.ts';

afterEach(closeBenches);

const changes = [{ op: 'replace', path: '/details/dealValue', value: '10000' }] as const;

describe('create', () => {
  it.each([200, 201])('takes %i with the referral as success', async (status) => {
    const bench = await startBench(() => ({ status, body: referral() }));
    expect(await bench.client.create(newReferral)).toEqual(referral());
    const [request] = bench.server.seen;
    expect(request).toMatchObject({ method: 'POST', url: '/v1.0/engagements/referrals' });
    expect(request?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(request?.body ?? '')).toEqual(newReferral);
  });

  it.each([
    ['a dropped connection', 'drop' as const],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503 without Retry-After', { status: 503 }],
    ['504', { status: 504 }],
    ['507', { status: 507 }],
    ['202 without a referral', { status: 202 }],
    ['200 with something else', { status: 200, body: '<html>' }],
  ])('is sent once and may have acted after %s', async (_what, reply) => {
    const bench = await startBench(() => reply);
    const error = await failure(bench.client.create(newReferral));
    expect(error).toMatchObject({ code: 'partner-center-unavailable', mayHaveActed: true, retryable: true });
    expect(bench.server.seen).toHaveLength(1);
  });

  it('made nothing when its address is not found, so it is tried again', async () => {
    const bench = await startBench(() => ({ status: 404 }));
    const error = await failure(bench.client.create(newReferral));
    expect(error).toMatchObject({ code: 'partner-center-unavailable', mayHaveActed: false, retryable: true });
    expect(error.message).toContain('address');
    expect(bench.server.seen.length).toBeGreaterThan(1);
  });

  it('is sent once and may have acted after a collision', async () => {
    const bench = await startBench(() => ({ status: 409 }));
    const error = await failure(bench.client.create(newReferral));
    expect(error).toMatchObject({ code: 'partner-center-conflict', mayHaveActed: true });
    expect(bench.server.seen).toHaveLength(1);
  });

  it('is sent once and may have acted when the answer is too slow', async () => {
    const bench = await startBench(() => 'hang', { timeoutMs: 150 });
    const error = await failure(bench.client.create(newReferral));
    expect(error).toMatchObject({ code: 'partner-center-unavailable', mayHaveActed: true });
    expect(error.message).toContain('in time');
    expect(bench.server.seen).toHaveLength(1);
  });

  it.each([429, 503])('is sent again after %i with a short Retry-After', async (status) => {
    const bench = await startBench((_request, index) =>
      index === 0 ? { status, headers: { 'retry-after': '0' } } : { status: 200, body: referral() },
    );
    expect(await bench.client.create(newReferral)).toEqual(referral());
    expect(bench.server.seen).toHaveLength(2);
  });

  it('is not sent again after 429 without Retry-After', async () => {
    const bench = await startBench(() => ({ status: 429 }));
    const error = await failure(bench.client.create(newReferral));
    expect(error).toMatchObject({ code: 'partner-center-throttled', mayHaveActed: false });
    expect(bench.server.seen).toHaveLength(1);
  });

  it('has certainly not acted when nobody listens', async () => {
    const client = createReferralsClient({
      baseUrl: `http://localhost:${await unusedPort()}`,
      accessToken: () => Promise.resolve('token'),
      onUnauthorized: () => Promise.resolve(),
      retryDelayMs: 1,
    });
    const error = await failure(client.create(newReferral));
    expect(error).toMatchObject({ code: 'partner-center-unavailable', mayHaveActed: false });
    await client.close();
  });
});

describe('patch', () => {
  it('sends a JSON Patch with the eTag and asks for the referral back', async () => {
    const bench = await startBench(() => ({ status: 200, body: referral({ eTag: '"next"' }) }));
    expect((await bench.client.patch(ID, changes, E_TAG)).eTag).toBe('"next"');
    const [request] = bench.server.seen;
    expect(request).toMatchObject({ method: 'PATCH', url: `/v1.0/engagements/referrals/${ID}` });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'if-match': E_TAG,
      prefer: 'return=representation',
    });
    expect(JSON.parse(request?.body ?? '')).toEqual(changes);
  });

  it('reads the referral when the answer is 204', async () => {
    const bench = await startBench(({ method }) =>
      method === 'PATCH' ? { status: 204 } : { status: 200, body: referral({ eTag: '"after"' }) },
    );
    expect((await bench.client.patch(ID, changes, E_TAG)).eTag).toBe('"after"');
    expect(bench.server.seen.map((each) => each.method)).toEqual(['PATCH', 'GET']);
  });

  it('has acted when the referral cannot be read after a 204', async () => {
    const bench = await startBench(({ method }) => (method === 'PATCH' ? { status: 204 } : { status: 403 }));
    const error = await failure(bench.client.patch(ID, changes, E_TAG));
    expect(error).toMatchObject({ code: 'partner-center-forbidden', mayHaveActed: true });
  });

  it.each(['drop' as const, { status: 500 }, { status: 503 }])('is sent again after %j', async (reply) => {
    const bench = await startBench((_request, index) => (index === 0 ? reply : { status: 200, body: referral() }));
    expect(await bench.client.patch(ID, changes, E_TAG)).toEqual(referral());
    expect(bench.server.seen.map((each) => each.body)).toEqual(Array(2).fill(JSON.stringify(changes)));
  });

  it('ends in a conflict that may be our own success when the repeat meets 412', async () => {
    const bench = await startBench((_request, index) => (index === 0 ? 'drop' : { status: 412 }));
    const error = await failure(bench.client.patch(ID, changes, E_TAG));
    expect(error).toMatchObject({ code: 'partner-center-conflict', mayHaveActed: true, httpStatus: 412 });
  });

  it('ends in a plain conflict when the eTag is stale', async () => {
    const bench = await startBench(() => ({
      status: 412,
      body: { error: { code: 'preconditionFailed', message: 'x' } },
    }));
    const error = await failure(bench.client.patch(ID, changes, '"old"'));
    expect(error).toMatchObject({ code: 'partner-center-conflict', mayHaveActed: false, whoActs: 'nobody' });
    expect(bench.server.seen).toHaveLength(1);
  });

  it('names a referral that is gone', async () => {
    const bench = await startBench(() => ({ status: 404, body: { error: { code: 'itemNotFound', message: 'x' } } }));
    expect((await failure(bench.client.patch(ID, changes, E_TAG))).code).toBe('referral-not-found');
  });

  it('keeps in mind that an earlier try may have been carried out', async () => {
    const bench = await startBench((_request, index) =>
      index === 0 ? 'drop' : { status: 429, headers: { 'retry-after': '60' } },
    );
    const error = await failure(bench.client.patch(ID, changes, E_TAG));
    expect(error).toMatchObject({ code: 'partner-center-throttled', mayHaveActed: true, retryAfterSeconds: 60 });
  });
});
