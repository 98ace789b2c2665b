import { type FakeOrg, fakeOrg, json } from './testkit/fake-org.ts';
import { BoundedTransport, NetworkFailure, secondsOf } from './transport.ts';

describe('secondsOf', () => {
  it('reads seconds and dates, and nothing from nonsense', () => {
    const now = Date.UTC(2026, 10, 20, 17);
    expect(secondsOf('120', now)).toBe(120);
    expect(secondsOf('Fri, 20 Nov 2026 17:00:30 GMT', now)).toBe(30);
    expect(secondsOf('Fri, 20 Nov 2026 16:00:00 GMT', now)).toBe(0);
    expect(secondsOf('soon', now)).toBeUndefined();
    expect(secondsOf(null, now)).toBeUndefined();
  });
});

describe('BoundedTransport', () => {
  let org: FakeOrg;
  afterEach(() => org.close());
  const transport = (timeoutMs: number) => new BoundedTransport(timeoutMs);

  it('rejects when an answer is cut off in its middle', async () => {
    org = await fakeOrg((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"half":', () => response.destroy());
    });
    await expect(transport(5_000).httpRequest({ method: 'GET', url: `${org.url}/x` })).rejects.toMatchObject({
      timedOut: false,
    });
  });

  it('does not wait longer than allowed for the rest of an answer', async () => {
    org = await fakeOrg((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"half":');
    });
    await expect(transport(100).httpRequest({ method: 'GET', url: `${org.url}/x` })).rejects.toMatchObject({
      timedOut: true,
    });
  });

  it('ends a call under way when it is closed, and begins none after', async () => {
    org = await fakeOrg(() => closing.close());
    const closing = transport(5_000);
    await expect(closing.httpRequest({ method: 'GET', url: `${org.url}/x` })).rejects.toBeInstanceOf(NetworkFailure);
    await expect(closing.httpRequest({ method: 'GET', url: `${org.url}/x` })).rejects.toBeInstanceOf(NetworkFailure);
    expect(org.seen).toHaveLength(1);
  });

  it('keeps the status, the body and the wait of a failure', async () => {
    org = await fakeOrg((_, response) => json(response, 429, { said: 'slow down' }, { 'retry-after': '3' }));
    await expect(transport(5_000).httpRequest({ method: 'GET', url: `${org.url}/x` })).rejects.toMatchObject({
      status: 429,
      body: '{"said":"slow down"}',
      retryAfterSeconds: 3,
    });
  });
});
