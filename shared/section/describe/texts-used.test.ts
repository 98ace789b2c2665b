import { ERROR_CODES } from '../../core/errors/codes.ts';
import { REQUEST_ACTIONS } from '../../core/mapping/choices.ts';
import { HELP_CODES, type AuditEntry, type AuditKind, type Missing } from '../../core/index.ts';
import { SECTION_STATES, type ClientProblem, type Dialog, type SectionState, type Texts } from '../contract/index.ts';
import {
  connectionOf,
  minutesAgo,
  NOW,
  recordOf,
  requestOf,
  sectionStates,
  stateOf,
  troubleStates,
  type RecordParts,
} from '../testkit/index.ts';
import { readTexts } from '../testkit/read-texts.ts';
import { describeSection } from './describe-section.ts';

const CRMS = ['salesforce', 'dynamics'] as const;

/** States that need every text there is, made from everything that a state can hold. */
function allStates(): readonly SectionState[] {
  const base = CRMS.flatMap((crm) => [...Object.values(sectionStates(crm)), ...Object.values(troubleStates(crm))]);
  const state = (parts: RecordParts, changes: Partial<SectionState> = {}) =>
    stateOf('salesforce', recordOf('salesforce', parts), changes);
  const linked = (details: RecordParts['details'], changes: Partial<SectionState> = {}) =>
    state({ linked: 'outbound', ...(details === undefined ? {} : { details }) }, changes);
  const dialogs: readonly Dialog[] = [
    { kind: 'preview' },
    { kind: 'confirm-visible' },
    { kind: 'confirm-help', value: 'GeneralOrOther' },
    { kind: 'accept' },
    { kind: 'decline', reason: '' },
    { kind: 'decline', reason: 'x'.repeat(256) },
    { kind: 'link', reason: '' },
    { kind: 'link', reason: 'x'.repeat(256) },
    { kind: 'pause' },
    { kind: 'history' },
  ];
  return [
    ...base,
    ...dialogs.flatMap((dialog) => base.map((other) => ({ ...other, dialog }))),
    ...errors(linked),
    ...readiness(state, linked),
    ...history(linked),
    ...problems(linked),
    ...rare(state, linked),
  ];
}

type Make = (parts: RecordParts, changes?: Partial<SectionState>) => SectionState;
type MakeLinked = (details: RecordParts['details'], changes?: Partial<SectionState>) => SectionState;

function errors(linked: MakeLinked): readonly SectionState[] {
  const history = [
    { at: NOW, kind: 'failed', ok: false, sentence: '', changes: [], errorCode: 'internal', reference: 'r' },
  ] as const;
  return Object.keys(ERROR_CODES).map((code) => linked({ status: 'failed', code, history }, { isAdmin: true }));
}

function readiness(state: Make, linked: MakeLinked): readonly SectionState[] {
  const off = { sync: false };
  const policy = { ...connectionOf('salesforce').policy, consent: { shareInfoWithOthers: false, contact: true } };
  const connection = connectionOf('salesforce', { policy });
  const lacks = ['value-missing', 'close-date-missing'].map(
    (code) => ({ code, field: 'x', message: '', cure: '' }) as Missing,
  );
  return [
    state({ draft: { ...off, phase: 'won', name: null, customerName: null, country: null } }),
    state({ draft: { ...off, country: 'Germany', products: null, amount: null, closeDate: null } }),
    state({
      draft: { ...off, country: 'XX', products: 'x', amount: '-1', currency: 'XXY', help: 'Magic' },
      people: { contacts: [] },
    }),
    state({
      draft: { ...off, currency: null, help: 'GeneralOrOther' },
      people: { contacts: [{ firstName: 'A', lastName: null, email: null, phone: null }] },
    }),
    state({}, { connection, dialog: { kind: 'preview' } }),
    ...[{ closeDate: null }, { closeDate: null, name: null }].flatMap((draft) => [
      state({ draft }),
      state({ draft: { ...draft, ...off } }),
    ]),
    linked({ status: 'not-ready', missing: lacks }),
    linked({ status: 'not-ready', missing: lacks.slice(0, 1) }),
  ];
}

function history(linked: MakeLinked): readonly SectionState[] {
  const entry = (kind: AuditKind, parts: Partial<AuditEntry> = {}): AuditEntry => ({
    at: NOW,
    kind,
    ok: null,
    sentence: '',
    changes: [],
    errorCode: null,
    reference: null,
    ...parts,
  });
  const change = (field: string, to: string, direction: AuditEntry['changes'][number]['direction'] = 'to-crm') => [
    { field, from: null, to, direction },
  ];
  const plain: readonly AuditKind[] = [
    'received',
    'sharing-raised',
    'ignored-closed',
    'paused',
    'resumed',
    'unlinked',
    'refused',
    'retrying',
    'conflict',
  ];
  const fields = ['name', 'dealValue', 'closeDate', 'notes', 'contacts', 'team', 'customer'];
  const phases = ['on-hold', 'open', 'won', 'lost', 'declined', 'expired', 'error'];
  return [
    linked(
      {
        status: 'in-sync',
        history: [
          ...plain.map((kind) => entry(kind)),
          ...['account-found', 'account-found-by-name', 'account-made,contact-made,no-currency:NOK'].map((found) =>
            entry('received', { detail: `taken-over,${found}` }),
          ),
          ...['private', 'partner-led', 'co-sell'].map((detail) => entry('referral-created', { detail })),
          ...['accepted', 'declined'].map((detail) => entry('answered', { detail })),
          ...HELP_CODES.map((detail) => entry('microsoft-invited', { detail })),
          ...fields.map((field) => entry('updated', { changes: change(field, 'x') })),
          ...phases.map((phase) => entry('updated', { changes: change('phase', phase, 'to-partner-center') })),
          entry('updated', { detail: 'agreed' }),
          entry('microsoft-answered', { detail: 'Accepted' }),
          entry('closed', { detail: 'Won', ok: true }),
          entry('closed', { detail: 'Won' }),
          entry('conflict', { ok: true, changes: change('name', 'x') }),
          entry('conflict', { ok: true, changes: change('name', 'x', 'to-partner-center') }),
          entry('conflict', { ok: false, detail: 'name' }),
          entry('not-ready', { ok: false, detail: 'country-missing,currency-missing,consent-missing' }),
          entry('refused', { errorCode: 'sharing-cannot-go-down' }),
        ],
      },
      { dialog: { kind: 'history' } },
    ),
    ...REQUEST_ACTIONS.flatMap((action) =>
      (['done', 'failed'] as const).map((status) => {
        const requests = [requestOf({ action, status, errorCode: 'not-permitted' })];
        return stateOf('salesforce', recordOf('salesforce', { requests }));
      }),
    ),
  ];
}

function problems(linked: MakeLinked): readonly SectionState[] {
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
  return kinds.map((kind) => linked({ status: 'in-sync' }, { problem: { kind, technical: null, field: null } }));
}

/** What none of the others shows. */
function rare(state: Make, linked: MakeLinked): readonly SectionState[] {
  const answer = (expiresAt: string) => state({ linked: 'inbound', details: { status: 'answer-needed', expiresAt } });
  const connections = ['partner-center-forbidden', 'crm-sign-in'] as const;
  const record = recordOf('salesforce', { linked: 'outbound', details: { status: 'in-sync' } });
  const readOnly = { readable: true, editable: false };
  const dynamics = sectionStates('dynamics')['in-sync'];
  return [
    ...[minutesAgo(10), minutesAgo(-60), minutesAgo(-2 * 24 * 60)].map(answer),
    ...connections.map((name) =>
      linked({ status: 'in-sync' }, { connection: connectionOf('salesforce', { state: name }) }),
    ),
    linked(
      { status: 'in-sync' },
      { connection: connectionOf('salesforce', { state: 'crm-sign-in', adminContact: null }), isAdmin: true },
    ),
    ...['Won', 'Lost', 'Declined', 'Expired', 'Error', null].map((ended) => linked({ status: 'closed', ended })),
    ...[minutesAgo(1), null].map((nextAttemptAt) =>
      linked({ status: 'retrying', code: 'crm-throttled', nextAttemptAt }),
    ),
    ...['New', 'Active'].map((status) =>
      linked({ status: 'in-sync', sharing: 'co-sell', microsoft: { status, substatus: '' } }),
    ),
    linked({ status: 'in-sync', sharing: 'partner-led' }),
    linked({ status: 'in-sync' }, { pending: { phase: 'done', action: 'sync', startedAt: NOW, row: requestOf() } }),
    linked({ status: 'conflict', conflicts: [{ field: 'name', crm: null, partnerCenter: 'x' }] }),
    linked({ status: 'in-sync', microsoft: { status: 'Active', substatus: 'Accepted', sellers: ['Ada Ek'] } }),
    { ...sectionStates('salesforce')['not-set-up'], isAdmin: true },
    { ...sectionStates('salesforce')['load-failed'], problem: null },
    { ...dynamics, draft: { products: 'SOL-1-AB' } },
    { ...dynamics, draft: { sync: false } },
    stateOf('salesforce', { ...record, mayRequest: false, access: { ...record.access, sync: readOnly } }),
    stateOf('salesforce', {
      ...record,
      opportunity: {
        ...record.opportunity,
        values: { ...record.opportunity.values, Last_Partner_Center_Sync__c: null },
      },
    }),
    state({}, { disabled: true }),
    stateOf('salesforce', recordOf('salesforce'), { unsaved: true }),
    state({ draft: { sync: false, visible: true } }, { dialog: { kind: 'preview' } }),
  ];
}

it('every text has its place, and every place its text', () => {
  const english = readTexts('en');
  const asked = new Set<string>();
  const recording: Texts = new Proxy(english, {
    get: (texts, key) => {
      asked.add(String(key));
      return texts[String(key)];
    },
  });
  const formats = { locale: 'en-US', timeZone: 'UTC' };
  const seen = new Set(allStates().map((state) => describeSection(state, recording, formats).state));
  expect([...seen].sort()).toEqual([...SECTION_STATES].sort());
  expect([...asked].filter((key) => english[key] === undefined)).toEqual([]);
  expect(Object.keys(english).filter((key) => !asked.has(key))).toEqual([]);
});
