import type { CrmKind } from '../../core/index.ts';
import { LANGUAGES, SECTION_STATES, type Intent, type SectionStateName, type SectionView } from '../contract/index.ts';
import { sectionStates, troubleStates, TROUBLES, type Trouble } from '../testkit/index.ts';
import { readTexts } from '../testkit/read-texts.ts';
import { describeSection } from './describe-section.ts';
import { keyPart } from './words.ts';

const CRMS: readonly CrmKind[] = ['salesforce', 'dynamics'];
const en = readTexts('en');
const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

/** Every text of a view, with the way to it. */
function stringsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => stringsOf(part, `${path}/${key}`));
}

/** Texts that the renderer itself fills in. */
const TEMPLATES = ['/fields/products/removeLabel', '/copyLabel', '/copiedText'];

/** What every view keeps, whatever the state. */
function expectSound(view: SectionView): void {
  const texts = stringsOf({ ...view, state: '' }).filter(([path]) => !path.includes('/intent/'));
  const unfilled = texts.filter(([path, text]) => /\{\d\}/.test(text) && !TEMPLATES.includes(path));
  expect(unfilled).toEqual([]);
  expect(texts.filter(([, text]) => /^[a-z][A-Za-z]*_[A-Za-z_]+$/.test(text))).toEqual([]);
  expect(texts.filter(([, text]) => text.includes('undefined') || text.includes('Invalid'))).toEqual([]);
  for (const message of [view.message, view.stale]) {
    expect((message?.title ?? '').length).toBeLessThanOrEqual(50);
    expect(message?.text).not.toBe('');
    expect(new Set(message?.technical).size).toBe(message?.technical.length ?? 0);
  }
}

describe.each(CRMS)('on %s', (crm) => {
  const states = sectionStates(crm);

  it.each(LANGUAGES)('every state says what is the matter, in %s', (language) => {
    const texts = readTexts(language);
    for (const name of SECTION_STATES) {
      const view = describeSection(states[name], texts, { locale: language, timeZone: 'Asia/Tokyo' });
      expectSound(view);
      expect(view.status.label).toBe(texts[`status_${keyPart(view.state)}`]);
      expect([name, view.announcement]).toEqual([name, view.message?.title ?? '']);
    }
  });

  it.each(LANGUAGES)('every trouble says what to do and keeps what was typed, in %s', (language) => {
    const texts = readTexts(language);
    for (const trouble of TROUBLES) {
      const state = troubleStates(crm)[trouble];
      const view = describeSection(state, texts, berlin);
      expectSound(view);
      expect([trouble, view.fields.products.value]).toEqual([trouble, state.draft.products ?? 'SOL-15974-MQF']);
    }
  });
});

type Expected = readonly [status: string, title: string, action: Intent['kind'] | null, secondary?: Intent['kind']];

/** The checklist's table (section-ux.md §2.2). */
const TABLE: Readonly<Record<SectionStateName, Expected>> = {
  loading: ['Loading', '', null],
  'load-failed': ['Not loaded', 'The section could not be loaded', 'reload'],
  'not-set-up': ['Not set up', 'Microsoft sharing is not set up', null],
  'no-permission': ['No access', 'You have no access to this section', null],
  'connection-lost': ['Connection lost', 'No connection to Partner Center', 'reload'],
  offline: ['Offline', 'You are offline', 'reload'],
  unsaved: ['New', 'Save the opportunity first', null],
  'not-shared': ['Not shared', 'Not shared with Microsoft', 'set'],
  'not-ready': ['Not ready', 'Not ready to share', 'go-to-field'],
  'will-share': ['Not saved yet', 'Will be shared when you save', null],
  sending: ['Sending', 'Sending to Partner Center', null],
  'waiting-for-microsoft': ['Waiting for Microsoft', 'Microsoft has the deal', 'open'],
  'answer-needed': ['Your answer is needed', 'Microsoft sent you this deal', 'accept', 'decline'],
  'in-sync': ['✔ In sync', 'Up to date with Partner Center', 'sync-now'],
  'change-waiting': ['Change waiting', 'Your change is waiting', 'retry'],
  conflict: ['Conflict', 'Changed on both sides', 'go-to-field'],
  retrying: ['Retrying', 'Not sent yet, will be tried again', 'retry'],
  failed: ['✖ Failed', 'Not sent', 'retry'],
  'failed-admin': ['Administrator needed', 'Not sent: your administrator is needed', 'copy', 'retry'],
  stalled: ['Stalled', 'Nothing has moved for a while', 'retry'],
  paused: ['Paused', 'Sync is paused', 'resume'],
  closed: ['Closed', 'The deal is closed in Partner Center', 'open'],
  unlinked: ['Unlinked', 'The link to Partner Center is broken', 'copy'],
};

function told({ status, message }: SectionView): Expected {
  const { title = '', action = null, secondary = null } = message ?? {};
  const both = [status.label, title, action?.intent.kind ?? null] as const;
  return secondary === null ? both : [...both, secondary.intent.kind];
}

describe('the table of states', () => {
  it.each(SECTION_STATES)('%s: one message, one action', (name) => {
    // Salesforce saves at once, so "will be shared when you save" is Dynamics'; the way to a field is Salesforce's.
    const crm = name === 'will-share' ? 'dynamics' : 'salesforce';
    const view = describeSection(sectionStates(crm)[name], en, berlin);
    expect([view.state, ...told(view)]).toEqual([name, ...TABLE[name]]);
  });
});

const TROUBLE_TABLE: Readonly<Record<Trouble, readonly [SectionStateName, string, Intent['kind'] | null]>> = {
  'connector-down': ['connection-lost', 'No connection to Partner Center', 'reload'],
  'row-failed': ['failed', 'Not sent', 'dismiss'],
  'permission-lost': ['in-sync', 'You may not change this', 'dismiss'],
  'record-locked': ['in-sync', 'The opportunity is locked', 'retry'],
  offline: ['offline', 'You are offline', 'reload'],
  'stale-data': ['in-sync', 'Up to date with Partner Center', 'sync-now'],
  'slow-network': ['stalled', 'Nothing has moved for a while', 'retry'],
  throttled: ['in-sync', 'The CRM is busy', 'retry'],
  'referral-deleted': ['unlinked', 'The link to Partner Center is broken', 'copy'],
  'sign-in-expired': ['in-sync', 'Your sign-in has expired', 'retry'],
};

describe('ten things that go wrong', () => {
  it.each(TROUBLES)('%s: the sentence and the way out', (trouble) => {
    const view = describeSection(troubleStates('salesforce')[trouble], en, berlin);
    expect([view.state, view.message?.title, view.message?.action?.intent.kind]).toEqual(TROUBLE_TABLE[trouble]);
  });

  it('a view that is out of date offers the newer data besides its message, and never takes what is typed', () => {
    const view = describeSection(troubleStates('salesforce')['stale-data'], en, berlin);
    expect(view.stale?.action?.intent).toEqual({ kind: 'load-changes' });
    expect(view.announcement).toBe('Newer data has arrived');
  });
});
