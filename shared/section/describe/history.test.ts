import type { AuditEntry, AuditKind } from '../../core/index.ts';
import { LANGUAGES, type HistoryEntry, type RequestRow } from '../contract/index.ts';
import { NOW, recordOf, requestOf, stateOf } from '../testkit/index.ts';
import { readTexts } from '../testkit/read-texts.ts';
import { describeSection } from './describe-section.ts';

interface Parts {
  readonly history?: readonly AuditEntry[];
  readonly audit?: readonly string[];
  readonly requests?: readonly RequestRow[];
  readonly timeZone?: string;
  readonly language?: 'en' | 'ja' | 'zh-CN';
}

function daysOf({ history = [], audit = [], requests = [], timeZone = 'UTC', language = 'en' }: Parts) {
  const record = recordOf('salesforce', {
    linked: 'outbound',
    details: { status: 'in-sync', history },
    audit,
    requests,
  });
  const state = stateOf('salesforce', record, { dialog: { kind: 'history' } });
  return describeSection(state, readTexts(language), { locale: 'en-US', timeZone }).dialog?.history ?? [];
}

const entriesOf = (parts: Parts): readonly HistoryEntry[] => daysOf(parts).flatMap(({ entries }) => entries);

function entryOf(kind: AuditKind, parts: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: NOW,
    kind,
    ok: null,
    sentence: `told: ${kind}`,
    changes: [],
    errorCode: null,
    reference: null,
    ...parts,
  };
}

const toCrm = [{ field: 'name', from: 'A', to: 'B', direction: 'to-crm' as const }];
const toPartnerCenter = [{ ...toCrm[0], direction: 'to-partner-center' as const }] as AuditEntry['changes'];

const SENTENCES: readonly (readonly [AuditEntry, string])[] = [
  [entryOf('received'), 'Microsoft sent this deal.'],
  [
    entryOf('received', { detail: 'from-microsoft,account-found,contact-found,contact-made,contact-made' }),
    'Microsoft sent this deal. The account was found by name and postal code. Contacts: 1 found, 2 made.',
  ],
  [
    entryOf('received', { detail: 'from-microsoft,account-found-by-name' }),
    'Microsoft sent this deal. The account was found by name.',
  ],
  [
    entryOf('received', { detail: 'taken-over,account-made,no-currency:NOK' }),
    'Taken over from Partner Center. A new account was made. The value was not entered, because there is no currency NOK here; ask your administrator to add it.',
  ],
  [entryOf('referral-created', { detail: 'co-sell' }), 'Shared with Partner Center and Microsoft as a co-sell deal.'],
  [entryOf('microsoft-invited', { detail: 'GeneralOrOther' }), 'Microsoft was asked for help: General or Other.'],
  [entryOf('microsoft-answered', { detail: 'Accepted' }), 'Microsoft’s answer: Accepted.'],
  [entryOf('updated', { changes: toCrm }), 'Changes were received from Partner Center.'],
  [entryOf('updated', { changes: toPartnerCenter }), 'Changes were sent to Partner Center.'],
  [entryOf('updated', { changes: toPartnerCenter, detail: 'agreed' }), 'Both systems have these changes now.'],
  [entryOf('closed', { detail: 'Won', ok: true }), 'Closed in Partner Center: Won.'],
  [entryOf('closed', { detail: 'Expired' }), 'The deal has ended in Partner Center: Expired.'],
  [entryOf('sharing-raised'), 'Microsoft sellers can see the deal now.'],
  [entryOf('conflict', { ok: true, changes: toCrm }), 'Changed on both sides; the value from Partner Center was kept.'],
  [entryOf('conflict', { ok: true, changes: toPartnerCenter }), 'Changed on both sides; the value from here was kept.'],
  [
    entryOf('conflict', { ok: false, detail: 'name,closeDate' }),
    'Changed on both sides and waiting for a decision: Name and Close date.',
  ],
  [
    entryOf('not-ready', { ok: false, detail: 'country-invalid,solution-missing,solution-invalid' }),
    'Not everything could be sent. Missing or wrong: Customer’s country and Products.',
  ],
  [entryOf('ignored-closed', { ok: false }), 'Not sent, because the deal is closed in Partner Center.'],
  [entryOf('paused'), 'Sync was paused.'],
  [entryOf('resumed'), 'Sync was resumed.'],
  [entryOf('unlinked', { ok: false }), 'The link to Partner Center was lost.'],
  [
    entryOf('refused', { errorCode: 'sharing-cannot-go-down' }),
    'Not taken back: what Microsoft has seen stays shared.',
  ],
  [
    entryOf('refused', { errorCode: 'value-invalid' }),
    'Not sent, because Partner Center takes this only when a deal is first shared.',
  ],
  [
    entryOf('retrying', { errorCode: 'partner-center-unavailable' }),
    'Partner Center does not answer. It will be tried again.',
  ],
  [entryOf('failed', { errorCode: 'crm-forbidden' }), 'The connector’s user may not read or write this opportunity.'],
  [entryOf('answered', { detail: 'accepted' }), 'The deal was accepted.'],
  [entryOf('answered', { detail: 'declined' }), 'The deal was declined.'],
];

describe('sentences', () => {
  it.each(SENTENCES)('%j', (entry, sentence) => {
    expect(entriesOf({ history: [entry] })[0]?.sentence).toBe(sentence);
  });

  it('exist in every language', () => {
    for (const language of LANGUAGES.filter((other) => other !== 'en')) {
      const own = SENTENCES.map(([entry]) => entriesOf({ history: [entry], language })[0]?.sentence);
      expect(own.filter((sentence, index) => sentence === SENTENCES[index]?.[1] || sentence === '')).toEqual([]);
    }
  });

  it('of another version keep the connector’s own words', () => {
    const unknown = entryOf('brand-new' as AuditKind);
    expect(entriesOf({ history: [unknown, entryOf('answered'), entryOf('closed')] }).map((e) => e.sentence)).toEqual([
      'told: brand-new',
      'told: answered',
      'told: closed',
    ]);
  });
});

describe('entries', () => {
  it('show old and new values in the person’s words and formats', () => {
    const change = (field: string, from: string | null, to: string) => ({
      field,
      from,
      to,
      direction: 'to-partner-center' as const,
    });
    const changes = [
      change('dealValue', '50000 USD', '1234.5 EUR'),
      change('closeDate', null, '2027-03-31'),
      change('visibleToMicrosoft', 'no', 'yes'),
      change('help', 'General or Other', 'Quotes or Licensing'),
      change('phase', 'open', 'won'),
      change('Industry', 'A', 'B'),
    ];
    const [entry] = entriesOf({ history: [entryOf('updated', { changes })] });
    expect(entry?.changes.map(({ label, from, to }) => `${label}: ${from} → ${to}`.replaceAll('\u00a0', ' '))).toEqual([
      'Deal value: USD 50,000.00 → EUR 1,234.50',
      'Close date: Empty → Mar 31, 2027',
      'Visible to Microsoft: No → Yes',
      'Help from Microsoft: General or Other → Quotes or Licensing',
      'Status: Open → Won',
      'Industry: A → B',
    ]);
  });

  it('say in words whether it went well', () => {
    const history = [entryOf('paused', { ok: true }), entryOf('failed', { ok: false }), entryOf('resumed')];
    expect(entriesOf({ history }).map(({ tone, toneText }) => [tone, toneText])).toEqual([
      ['success', 'Done:'],
      ['error', 'Failed:'],
      ['neutral', ''],
    ]);
  });

  it('are grouped by the days of the person’s calendar, newest first', () => {
    const at = (time: string) => entryOf('resumed', { at: time });
    const history = [at('2026-11-20T02:00:00Z'), at('2026-11-19T20:00:00Z'), at('2026-11-01T00:00:00Z')];
    const days = (timeZone: string) => daysOf({ history, timeZone }).map(({ day, entries }) => [day, entries.length]);
    expect(days('UTC')).toEqual([
      ['today', 1],
      ['yesterday', 1],
      ['Sunday, November 1, 2026', 1],
    ]);
    expect(days('Asia/Tokyo')).toEqual([
      ['today', 2],
      ['Sunday, November 1, 2026', 1],
    ]);
  });

  it('of requests say who asked, and why one failed', () => {
    const requests = [
      requestOf({ id: '1', status: 'queued' }),
      requestOf({ id: '2', status: 'failed', errorCode: 'not-permitted', message: 'English.' }),
      requestOf({ id: '3', status: 'failed', errorCode: 'of-tomorrow', message: 'Its own words.' }),
      requestOf({ id: '4', action: 'accept', status: 'done', createdBy: null }),
    ];
    expect(entriesOf({ requests }).map(({ sentence, by }) => [sentence, by])).toEqual([
      ['A sync was asked for. You may not edit this opportunity, so nothing was done.', 'Kim Berg'],
      ['A sync was asked for. Its own words.', 'Kim Berg'],
      ['The deal was to be accepted.', null],
    ]);
  });

  it('older than the structured ones come from the audit field as they are', () => {
    const audit = [
      '2026-11-20 10:10 - told: resumed',
      '2026-11-18 09:15 - Not ready to share: no product. ✖',
      'a note that somebody put here',
      '2026-11-17 08:00 - Shared. ✔',
    ];
    const entries = entriesOf({ history: [entryOf('resumed')], audit });
    expect(entries.map(({ sentence, tone, at }) => [sentence, tone, at])).toEqual([
      ['Sync was resumed.', 'neutral', NOW],
      ['Not ready to share: no product.', 'error', '2026-11-18T09:15:00Z'],
      ['Shared.', 'success', '2026-11-17T08:00:00Z'],
    ]);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(3);
  });
});
