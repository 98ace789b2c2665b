import { createTokens } from './tokens.ts';

describe('tokens', () => {
  it('know whose they are until they expire', () => {
    let now = 1_000;
    const tokens = createTokens(() => now);
    const token = tokens.issue('seller', 10);
    expect(tokens.clientOf(`Bearer ${token}`)).toEqual({ clientId: 'seller' });
    now += 9_999;
    expect(tokens.clientOf(`bearer ${token}`)).toEqual({ clientId: 'seller' });
    now += 1;
    expect(tokens.clientOf(`Bearer ${token}`)).toBe('expired');
  });

  it('can all be made expired, but not those issued later', () => {
    const tokens = createTokens(() => 1_000);
    const before = tokens.issue('sandbox');
    tokens.expireAll();
    expect(tokens.clientOf(`Bearer ${before}`)).toBe('expired');
    expect(tokens.clientOf(`Bearer ${tokens.issue('sandbox')}`)).toEqual({ clientId: 'sandbox' });
  });

  it.each([undefined, '', 'Bearer', 'Bearer made-up', 'Basic abc'])('are not %s', (header) => {
    expect(createTokens(() => 0).clientOf(header)).toBeNull();
  });
});
