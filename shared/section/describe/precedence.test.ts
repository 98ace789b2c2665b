import type { SectionState, SectionStateName } from '../contract/index.ts';
import { connectionOf, minutesAgo, NOW, recordOf, requestOf, sectionStates, stateOf } from '../testkit/index.ts';
import { factsOf } from './facts.ts';
import { stateNameOf } from './states.ts';

const states = sectionStates('salesforce');
const nameOf = (state: SectionState) => stateNameOf(factsOf(state));
const down = { connection: connectionOf('salesforce', { lastSeenAt: minutesAgo(30) }) };
const signedOut = { connection: connectionOf('salesforce', { state: 'partner-center-sign-in' }) };
const queued = (seconds: number): SectionState['pending'] => ({
  phase: 'queued',
  action: 'sync',
  startedAt: new Date(Date.parse(NOW) - seconds * 1000).toISOString(),
  row: requestOf(),
});

describe('precedence', () => {
  const cases: readonly [string, SectionStateName, Partial<SectionState>, SectionStateName][] = [
    [
      'what hides everything comes before the network',
      'in-sync',
      { load: 'no-permission', online: false },
      'no-permission',
    ],
    ['a new record has nothing to load', 'unsaved', { load: 'loading', connection: null }, 'unsaved'],
    ['loaded data stay readable when a reload failed', 'in-sync', { load: 'failed' }, 'in-sync'],
    ['a closed deal needs no connection', 'closed', signedOut, 'closed'],
    ['a connector that is down matters while something waits', 'sending', down, 'connection-lost'],
    ['and does not while nothing does', 'in-sync', down, 'in-sync'],
    ['a refused sign-in matters to every synced deal', 'in-sync', signedOut, 'connection-lost'],
    ['and not to one that nobody shares', 'not-shared', signedOut, 'not-shared'],
    ['nor to one that is paused', 'paused', signedOut, 'paused'],
    ['while something is sent, older failures are old', 'failed', { pending: queued(5) }, 'sending'],
    ['a retry that was just pressed is shown as sending', 'retrying', { pending: queued(5) }, 'sending'],
    ['later the connector’s own word counts again', 'retrying', { pending: queued(30) }, 'retrying'],
    ['what is missing is told at once', 'not-ready', { pending: queued(5) }, 'not-ready'],
    ['nothing moved', 'in-sync', { pending: queued(15 * 60) }, 'stalled'],
    ['something may still move', 'in-sync', { pending: queued(15 * 60 - 1) }, 'sending'],
    ['whoever looks sets how long is long', 'in-sync', { pending: queued(61), stalledAfterMinutes: 1 }, 'stalled'],
  ];

  it.each(cases)('%s', (_, base, changes, expected) => {
    expect(nameOf({ ...states[base], ...changes })).toBe(expected);
  });

  it('a form that is not saved yet comes before what was', () => {
    const { failed, 'in-sync': inSync } = sectionStates('dynamics');
    const draft = { products: 'SOL-1-AB' };
    expect([nameOf({ ...failed, draft }), nameOf({ ...inSync, draft })]).toEqual(['will-share', 'will-share']);
    expect(nameOf({ ...inSync, draft: { sync: false } })).toBe('will-share');
  });
});

describe('a deal that was ticked and not looked at yet', () => {
  const ticked = (minutes: number) => {
    const record = recordOf('salesforce');
    return nameOf(
      stateOf('salesforce', {
        ...record,
        opportunity: { ...record.opportunity, modifiedAt: minutesAgo(minutes) },
      }),
    );
  };

  it('is being sent, and stalled when nobody comes', () => {
    expect([ticked(1), ticked(14.9), ticked(15)]).toEqual(['sending', 'sending', 'stalled']);
  });
});

describe('readiness after the fields were filled in', () => {
  const filled = (minutes: number) => {
    const lack = { code: 'close-date-missing', field: 'CloseDate', message: 'm', cure: 'c' } as const;
    const record = recordOf('salesforce', { details: { status: 'not-ready', missing: [lack] } });
    const state = stateOf('salesforce', {
      ...record,
      opportunity: { ...record.opportunity, modifiedAt: minutesAgo(minutes) },
    });
    return [nameOf(state), factsOf(state).missing.length];
  };

  it('believes the browser for a minute, then the connector', () => {
    expect(filled(0.5)).toEqual(['sending', 0]);
    expect(filled(2)).toEqual(['not-ready', 1]);
  });
});

describe('a failed request', () => {
  const failed = (errorCode: string, base: SectionStateName) =>
    nameOf({
      ...states[base],
      pending: { ...queued(5), phase: 'failed', row: requestOf({ status: 'failed', errorCode }) },
    });

  it('is told unless the record says it better', () => {
    expect(failed('partner-center-forbidden', 'in-sync')).toBe('failed-admin');
    expect(failed('value-invalid', 'in-sync')).toBe('failed');
    expect(failed('not-ready', 'not-ready')).toBe('not-ready');
    expect(failed('referral-not-found', 'unlinked')).toBe('unlinked');
    expect(failed('not-permitted', 'conflict')).toBe('failed');
    expect(failed('a-code-of-tomorrow', 'in-sync')).toBe('failed');
  });

  it('of unexpected kind is the administrator’s only when it is not tried again', () => {
    const withStatus = (status: 'failed' | 'retrying') =>
      nameOf(
        stateOf('salesforce', recordOf('salesforce', { linked: 'outbound', details: { status, code: 'internal' } })),
      );
    expect([withStatus('retrying'), withStatus('failed')]).toEqual(['retrying', 'failed-admin']);
  });
});
