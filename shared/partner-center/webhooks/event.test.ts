import { parseEvent } from './event.ts';
import { assertFresh } from './freshness.ts';

/** As published (partner-center-webhooks.md §3). */
const PUBLISHED = {
  EventName: 'referral-created',
  ResourceUri: 'https://api.partnercenter.microsoft.com/engagements/v1/referrals/c5fbb3b6-be74-4795-9fb5-4324c73fed37',
  ResourceName: 'referral',
  AuditUri: null,
  ResourceChangeUtcDate: '2018-02-17T00:05:39.5485487+00:00',
};

const parse = (content: object) => parseEvent(Buffer.from(JSON.stringify(content)));

describe('reading an event', () => {
  it('takes the id from the end of the address, and the time', () => {
    expect(parse(PUBLISHED)).toEqual({
      kind: 'referral',
      name: 'referral-created',
      referralId: 'c5fbb3b6-be74-4795-9fb5-4324c73fed37',
      changedAt: Date.UTC(2018, 1, 17, 0, 5, 39, 548),
      key: `referral-created\n${PUBLISHED.ResourceUri}\n${PUBLISHED.ResourceChangeUtcDate}`,
    });
  });

  it.each([
    ['2026-11-20T10:00:00Z', Date.UTC(2026, 10, 20, 10)],
    ['2026-11-20T10:00:00', Date.UTC(2026, 10, 20, 10)],
    ['2026-11-20T10:00:00.1234567+02:00', Date.UTC(2026, 10, 20, 8, 0, 0, 123)],
  ])('reads the time %s', (ResourceChangeUtcDate, changedAt) => {
    expect(parse({ ...PUBLISHED, ResourceChangeUtcDate }).changedAt).toBe(changedAt);
  });

  it('tells the validation event and other products’ events apart', () => {
    expect(parse({ ...PUBLISHED, EventName: 'test-created', ResourceUri: 'http://x.example/y' }).kind).toBe('test');
    expect(parse({ ...PUBLISHED, EventName: 'subscription-updated', ResourceUri: 'anything' }).kind).toBe('other');
    expect(parse({ ...PUBLISHED, EventName: 'Referral-Created', ResourceUri: 'anything' }).kind).toBe('other');
  });

  it('gives two events about one change keys of their own', () => {
    const keys = [
      PUBLISHED,
      { ...PUBLISHED, EventName: 'referral-updated' },
      { ...PUBLISHED, ResourceUri: `${PUBLISHED.ResourceUri}0` },
      { ...PUBLISHED, ResourceChangeUtcDate: '2018-02-17T00:05:39.5485488+00:00' },
    ].map((content) => parse(content).key);
    expect(new Set(keys).size).toBe(4);
  });
});

describe('freshness', () => {
  const event = parse(PUBLISHED);
  const WINDOW = 3_600_000;

  it('accepts what is in the window, to the millisecond', () => {
    expect(() => assertFresh(event, event.changedAt + WINDOW, WINDOW)).not.toThrow();
    expect(() => assertFresh(event, event.changedAt + WINDOW + 1, WINDOW)).toThrow('event-too-old');
  });

  it('lets clocks differ by five minutes', () => {
    expect(() => assertFresh(event, event.changedAt - 300_000, WINDOW)).not.toThrow();
    expect(() => assertFresh(event, event.changedAt - 300_001, WINDOW)).toThrow('event-from-the-future');
  });
});
