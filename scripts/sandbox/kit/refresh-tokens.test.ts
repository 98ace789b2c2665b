import { createRefreshTokens } from './refresh-tokens.ts';

const make = (now = () => 0) => createRefreshTokens({ clientId: 'sandbox', first: 'first', graceMs: 10, now });

describe('refresh tokens', () => {
  it('give a new one with each use, and each stays usable for the grace after its first use', () => {
    let now = 0;
    const tokens = make(() => now);
    const second = tokens.rotate('sandbox', 'first');
    now = 10;
    expect(tokens.rotate('sandbox', 'first')).not.toBe(second);
    now = 11;
    expect(tokens.rotate('sandbox', 'first')).toBeNull();
    expect(tokens.rotate('sandbox', second ?? '')).not.toBeNull();
  });

  it('belong to one client and cannot be made up', () => {
    const tokens = make();
    const real = tokens.rotate('sandbox', 'first') ?? '';
    expect(tokens.rotate('seller', 'first')).toBeNull();
    expect(tokens.rotate('sandbox', `${real.slice(0, -1)}${real.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(tokens.rotate('sandbox', 'first.0.x')).toBeNull();
  });

  it('can be revoked, all of them, until the reset', () => {
    const tokens = make();
    const second = tokens.rotate('sandbox', 'first') ?? '';
    tokens.revokeAll();
    expect([tokens.rotate('sandbox', 'first'), tokens.rotate('sandbox', second)]).toEqual([null, null]);
    tokens.reset();
    expect(tokens.rotate('sandbox', 'first')).not.toBeNull();
  });
});
