import { createFaults } from './faults.ts';

describe('faults', () => {
  it('hit what they match, as often as asked, oldest first', () => {
    const faults = createFaults();
    faults.add({ match: { method: 'patch', path: '/referrals' }, times: 2, respond: { status: 503 } });
    faults.add({ drop: true });
    expect(faults.take('PATCH', '/v1.0/referrals/1')?.respond?.status).toBe(503);
    expect(faults.take('GET', '/v1.0/referrals/1')?.drop).toBe(true);
    expect(faults.take('PATCH', '/v1.0/referrals/1')?.respond?.status).toBe(503);
    expect(faults.take('PATCH', '/v1.0/referrals/1')).toBeNull();
  });

  it('match by regular expression, and paths with escapes as people read them', () => {
    const faults = createFaults();
    faults.add({ match: { path: '/sobjects.(Opportunity|Account)$/' }, delayMs: 5 });
    expect(faults.take('GET', '/sobjects/Opportunity/1')).toBeNull();
    expect(faults.take('GET', '/sobjects/Account')?.delayMs).toBe(5);
    faults.add({ match: { path: "status eq 'New'" }, delayMs: 6 });
    expect(faults.take('GET', '/x?$filter=status%20eq%20%27New%27')?.delayMs).toBe(6);
    expect(faults.take('GET', '/x?%E0%A4%A')).toBeNull();
  });

  it('are gone when cleared', () => {
    const faults = createFaults();
    faults.add({ drop: true });
    faults.clear();
    expect(faults.take('GET', '/')).toBeNull();
  });

  it.each([
    {},
    { respond: { status: 200 }, drop: true },
    { respond: { status: 42 } },
    { drop: false },
    { delayMs: -1 },
    { times: 0, drop: true },
    { match: { path: '/(/' }, drop: true },
    { match: { url: 'x' }, drop: true },
  ])('refuse %j', (input) => {
    expect(() => createFaults().add(input)).toThrow();
  });
});
