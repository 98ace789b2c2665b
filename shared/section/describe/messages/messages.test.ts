import type { SyncDetails } from '../../../core/index.ts';
import { ERROR_CODES, type ErrorCode } from '../../../core/errors/codes.ts';
import type { ClientProblem, SectionState } from '../../contract/index.ts';
import { connectionOf, minutesAgo, NOW, recordOf, sectionStates, stateOf } from '../../testkit/index.ts';
import { readTexts } from '../../testkit/read-texts.ts';
import { describeSection } from '../describe-section.ts';
import { keyPart } from '../words.ts';

const en = readTexts('en');
const viewOf = (state: SectionState) => describeSection(state, en, { locale: 'en-US', timeZone: 'UTC' });
const messageOf = (state: SectionState) => viewOf(state).message;
const withDetails = (
  details: Partial<SyncDetails> & Pick<SyncDetails, 'status'>,
  changes: Partial<SectionState> = {},
) => stateOf('salesforce', recordOf('salesforce', { linked: 'outbound', details }), changes);

describe('errors', () => {
  const codes = Object.keys(ERROR_CODES) as ErrorCode[];

  it.each(codes)('%s has a sentence and, where somebody can do something, a cure', (code) => {
    const message = messageOf(
      withDetails({ status: 'failed', code, message: 'What only the connector knows.' }, { isAdmin: true }),
    );
    const { who } = ERROR_CODES[code];
    const sentence = en[`error_${keyPart(code)}`]?.replace('{0}', 'What only the connector knows.');
    const cure = en[`error_${who === 'nobody' ? who : keyPart(code)}_cure`];
    expect(message?.text).toBe(`${sentence} ${cure}`);
    expect(message?.technical[0]).toBe(`Code: ${code}`);
    expect(viewOf(withDetails({ status: 'failed', code })).state).toBe(who === 'admin' ? 'failed-admin' : 'failed');
  });

  it('keep the connector’s own words for the help desk, once', () => {
    const own = 'What only the connector knows.';
    const technical = (code: ErrorCode) => messageOf(withDetails({ status: 'failed', code, message: own }))?.technical;
    expect(technical('referral-closed')).toContain(own);
    expect(technical('crm-rejected')).not.toContain(own);
  });

  it('that would only come again offer no retry, and are put away only by whoever asked', () => {
    expect(messageOf(withDetails({ status: 'failed', code: 'referral-closed' }))?.action).toBeNull();
  });

  it('of a later version are told in its own words', () => {
    const details = { status: 'failed', code: 'of-tomorrow', message: 'It is full.', cure: 'Empty it.' } as const;
    expect(messageOf(withDetails(details))).toMatchObject({ text: 'It is full. Empty it.', technical: [] });
  });

  it('carry the reference of the failed call to whoever is asked', () => {
    const entry = { at: NOW, kind: 'failed', ok: false, sentence: '', changes: [], errorCode: 'internal' } as const;
    const details = { status: 'failed', code: 'internal', history: [{ ...entry, reference: 'ref-17' }] } as const;
    const message = messageOf(withDetails(details));
    expect(message?.technical).toContain('Reference: ref-17');
    const copied = message?.action?.intent;
    expect(copied).toMatchObject({
      kind: 'copy',
      text: expect.stringMatching(/ref-17[^]*006000000000001AAA/) as string,
    });
  });

  it('that pass tell when the next try is', () => {
    const text = (nextAttemptAt: string | null) =>
      messageOf(withDetails({ status: 'retrying', code: 'crm-unavailable', attempt: 2, nextAttemptAt }))?.text;
    expect(text(minutesAgo(-5))).toContain('Next try in 5 minutes (attempt 2 failed).');
    expect(text(minutesAgo(1))).toContain('It is being tried again now (attempt 2 failed).');
    expect(text(null)).toContain('It will be tried again soon.');
  });
});

describe('a deal from Microsoft that waits for an answer', () => {
  const answer = (expiresAt: string | null) => {
    const details = { status: 'answer-needed', expiresAt } as const;
    return stateOf('salesforce', recordOf('salesforce', { linked: 'inbound', details }));
  };
  const days = (count: number) => minutesAgo(-count * 24 * 60);

  it.each<[string | null, string, string]>([
    [null, 'Microsoft sent you this deal', 'warning'],
    [days(14), 'Microsoft sent you this deal', 'warning'],
    [days(3.01), 'Microsoft sent you this deal', 'warning'],
    [days(3), 'Answer within 3 days', 'error'],
    [days(0.5), 'Answer within one day', 'error'],
    [days(-1), 'Microsoft sent you this deal', 'warning'],
  ])('until %s: %s', (expiresAt, title, tone) => {
    expect(messageOf(answer(expiresAt))).toMatchObject({ title, tone });
  });

  it('says until when, in the person’s time zone', () => {
    expect(messageOf(answer('2026-11-29T17:00:00Z'))?.text).toMatch(/You can answer until Nov 29, 2026, 5:00.PM\.$/);
    expect(messageOf(answer('2026-11-19T17:00:00Z'))?.text).toMatch(/The time to answer ended Nov 19, 2026/);
    expect(viewOf(answer('2026-11-29T17:00:00Z')).readOnly.find(({ key }) => key === 'expires')?.text).toBe(
      'in 9 days',
    );
  });
});

describe('a lost connection', () => {
  const lost = (connection: Parameters<typeof connectionOf>[1], isAdmin: boolean) =>
    messageOf(withDetails({ status: 'in-sync' }, { connection: connectionOf('salesforce', connection), isAdmin }));

  it('sends administrators to the setup page and others to whom they know', () => {
    const forbidden = { state: 'partner-center-forbidden', since: minutesAgo(60) } as const;
    expect(lost(forbidden, true)?.action?.intent).toEqual({ kind: 'open', url: 'https://connector.example/setup' });
    expect(lost(forbidden, false)?.text).toContain('This began 1 hour ago.');
    expect(lost(forbidden, false)?.text).toContain('Ask Sales Operations.');
    expect(lost({ ...forbidden, adminContact: null }, false)?.text).toContain('Ask your administrator.');
    expect(lost({ ...forbidden, setupUrl: null }, true)?.action?.intent).toEqual({ kind: 'reload' });
  });

  it('leaves everything readable', () => {
    const view = viewOf(sectionStates('salesforce')['connection-lost']);
    expect(view.readOnly.length).toBeGreaterThan(0);
    expect(view.recent.length).toBeGreaterThan(0);
    expect(view.fields.sync.visible).toBe(true);
  });
});

describe('how a deal ended', () => {
  it.each([
    ['Won', 'It was won.'],
    ['Lost', 'It was lost.'],
    ['Declined', 'It was declined.'],
    ['Expired', 'Nobody answered in time, so it expired.'],
    ['Error', 'Partner Center ended it with an error.'],
    ['Brand new', 'Nothing can be changed there any more.'],
    [null, 'Nothing can be changed there any more.'],
  ])('%s', (ended, text) => {
    expect(messageOf(withDetails({ status: 'closed', ended }))?.text).toContain(text);
  });
});

describe('what the person did last', () => {
  const kinds: readonly ClientProblem['kind'][] = [
    'no-permission',
    'record-locked',
    'offline',
    'signed-out',
    'throttled',
    'conflict',
    'rejected',
    'unknown',
  ];

  it.each(kinds)('did not go through: %s; what was typed is kept and said to be', (kind) => {
    const problem = { kind, technical: 'what the platform said', field: null };
    const state = withDetails({ status: 'in-sync' }, { problem, draft: { products: 'SOL-1-AB' } });
    const view = viewOf(state);
    expect(view.message?.text).toContain('What you entered is kept.');
    expect(view.message?.technical).toEqual(['what the platform said']);
    expect(view.announcement).toBe(view.message?.title);
    expect(view.fields.products.value).toBe('SOL-1-AB');
    expect(messageOf({ ...state, draft: {} })?.text).not.toContain('What you entered');
  });
});

describe('sharing a deal with Microsoft', () => {
  it('says beside "in sync" that Microsoft has not answered yet', () => {
    const microsoft = { status: 'New', substatus: 'Pending' };
    const asked = withDetails({ status: 'in-sync', sharing: 'co-sell', microsoft });
    expect(messageOf(asked)?.text).toBe(
      'Microsoft was asked for help and has not answered yet. Last successful sync: 4 minutes ago.',
    );
  });

  it('counts what is missing before anybody ticks', () => {
    const unshared = (closeDate: string | null, products: string | null) =>
      messageOf(stateOf('salesforce', recordOf('salesforce', { draft: { sync: false, closeDate, products } })))?.text;
    expect(unshared(null, 'SOL-1-AB')).toContain('One thing is still missing for that.');
    expect(unshared(null, null)).toContain('2 things are still missing for that.');
    expect(unshared('2027-01-01', 'SOL-1-AB')).not.toContain('missing');
  });
});
