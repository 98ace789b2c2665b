import type { AuditEntry, CrmKind } from '../../core/index.ts';
import type { Draft } from '../../core/testkit/opportunities.ts';
import type { SectionState, SectionStateName } from '../contract/index.ts';
import { connectionOf, minutesAgo, NOW, recordOf, requestOf, stateOf, type RecordParts } from './parts.ts';

const HISTORY: readonly AuditEntry[] = [
  {
    at: '2026-11-20T10:06:12Z',
    kind: 'updated',
    ok: true,
    sentence: 'Sent to Partner Center:',
    changes: [
      { field: 'dealValue', from: '45000 USD', to: '50000 USD', direction: 'to-partner-center' },
      { field: 'closeDate', from: '2027-02-28', to: '2027-03-31', direction: 'to-partner-center' },
    ],
    errorCode: null,
    reference: null,
  },
  {
    at: '2026-11-19T16:40:00Z',
    kind: 'referral-created',
    ok: true,
    sentence: 'Shared with Partner Center as a private deal.',
    changes: [],
    errorCode: null,
    reference: null,
    detail: 'private',
  },
];

const SHARED: RecordParts = {
  linked: 'outbound',
  details: { status: 'in-sync', sharing: 'private', history: HISTORY },
  audit: [
    '2026-11-20 10:06 - Sent to Partner Center: Deal value: 45000 USD → 50000 USD; Close date: 2027-02-28 → 2027-03-31 ✔',
    '2026-11-19 16:40 - Shared with Partner Center as a private deal. ✔',
    '2026-11-18 09:15 - Not ready to share: The close date is missing. Enter the expected close date. ✖',
  ],
  requests: [requestOf({ status: 'done', createdAt: minutesAgo(4.5), message: 'In sync with Partner Center.' })],
};
/** Microsoft was asked for help. */
const CO_SELL: Partial<Draft> = { help: 'ProofOfConceptOrDemo', visible: true };
const INBOUND: RecordParts = {
  linked: 'inbound',
  draft: { phase: 'on-hold' },
  details: {
    status: 'answer-needed',
    message: 'Microsoft sent this deal and waits for your answer.',
    cure: 'Accept or decline it.',
    sharing: 'co-sell',
    expiresAt: '2026-11-29T17:00:00Z',
  },
};
const UNSHARED: RecordParts = { draft: { sync: false } };

/** One state for each name of the checklist, of an opportunity of this CRM. Tests and galleries render exactly these. */
export function sectionStates(crm: CrmKind): Record<SectionStateName, SectionState> {
  const state = (parts: RecordParts, changes: Partial<SectionState> = {}) =>
    stateOf(crm, recordOf(crm, parts), changes);
  const shared = (details: NonNullable<RecordParts['details']>, changes: Partial<RecordParts> = {}) =>
    state({ ...SHARED, ...changes, details: { sharing: 'private', history: HISTORY, ...details } });
  const sending = { phase: 'queued', action: 'sync', startedAt: minutesAgo(0.1), row: requestOf() } as const;
  return {
    loading: stateOf(crm, null, { load: 'loading', connection: null }),
    'load-failed': stateOf(crm, null, {
      load: 'failed',
      problem: { kind: 'unknown', technical: 'HTTP 500', field: null },
    }),
    'not-set-up': state(UNSHARED, { connection: 'none' }),
    'no-permission': stateOf(crm, null, { load: 'no-permission' }),
    'connection-lost': state(SHARED, {
      connection: connectionOf(crm, { state: 'partner-center-sign-in', since: minutesAgo(42) }),
    }),
    offline: state(SHARED, { online: false }),
    unsaved: stateOf(crm, null, { unsaved: true }),
    'not-shared': state(UNSHARED),
    'not-ready': state({
      draft: { country: 'Germany', products: null, closeDate: null },
      details: {
        status: 'not-ready',
        code: 'not-ready',
        message: 'The customer\'s country "Germany" is not a two-letter code. There is no product.',
      },
    }),
    // Salesforce saves at once, so there the same moment is already "sending".
    'will-share': state(UNSHARED, {
      draft: { sync: true },
      formDirty: crm === 'dynamics',
      ...(crm === 'salesforce' ? { pending: { ...sending, phase: 'creating', action: 'save', row: null } } : {}),
    }),
    sending: state({ requests: [requestOf()] }, { pending: sending }),
    'waiting-for-microsoft': shared(
      { status: 'waiting-for-microsoft', sharing: 'co-sell', microsoft: { status: 'New', substatus: 'Pending' } },
      { draft: CO_SELL },
    ),
    'answer-needed': state(INBOUND),
    'in-sync': state(SHARED),
    'change-waiting': shared({
      status: 'retrying',
      code: 'partner-center-conflict',
      message: 'Somebody else is changing the deal in Partner Center.',
      attempt: 1,
      nextAttemptAt: minutesAgo(-1),
    }),
    conflict: shared({
      status: 'conflict',
      message: 'Changed on both sides: Name is Fabrikam cold chain here and Fabrikam chilled in Partner Center.',
      conflicts: [
        { field: 'name', crm: 'Fabrikam cold chain', partnerCenter: 'Fabrikam chilled' },
        { field: 'dealValue', crm: '50000 USD', partnerCenter: '65000 USD' },
      ],
    }),
    retrying: shared({
      status: 'retrying',
      code: 'partner-center-unavailable',
      message: 'Partner Center does not answer.',
      attempt: 3,
      nextAttemptAt: minutesAgo(-2),
    }),
    failed: shared({
      status: 'failed',
      code: 'partner-center-rejected',
      message: 'Partner Center refused the deal value.',
      cure: 'Correct the value and save.',
    }),
    'failed-admin': shared({
      status: 'failed',
      code: 'crm-forbidden',
      message: 'The connector may not write to the opportunity.',
      cure: 'Ask your administrator to give the integration user the permission set.',
    }),
    stalled: state(
      { requests: [requestOf({ createdAt: minutesAgo(20) })] },
      { pending: { ...sending, startedAt: minutesAgo(20), row: requestOf({ createdAt: minutesAgo(20) }) } },
    ),
    paused: shared({ status: 'paused', message: 'Sync with Partner Center is off.' }, { draft: { sync: false } }),
    closed: shared(
      { status: 'closed', message: 'The deal is closed in Partner Center: Won.', ended: 'Won' },
      { draft: { phase: 'won' } },
    ),
    unlinked: shared({
      status: 'unlinked',
      code: 'referral-not-found',
      message: 'Partner Center no longer has this deal.',
    }),
  };
}

export const TROUBLES = [
  'connector-down',
  'row-failed',
  'permission-lost',
  'record-locked',
  'offline',
  'stale-data',
  'slow-network',
  'throttled',
  'referral-deleted',
  'sign-in-expired',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Ten things that go wrong, each while the seller has chosen help and products that are not saved yet: nothing of it may be lost. */
export function troubleStates(crm: CrmKind): Record<Trouble, SectionState> {
  const draft = { products: 'SOL-15974-MQF, SOL-2-BB' };
  const state = (changes: Partial<SectionState>, parts: RecordParts = SHARED) =>
    stateOf(crm, recordOf(crm, parts), { draft, formDirty: true, ...changes });
  const problem = (kind: NonNullable<SectionState['problem']>['kind'], technical: string) =>
    state({ problem: { kind, technical, field: null } });
  const failed = requestOf({
    status: 'failed',
    errorCode: 'not-permitted',
    message: 'You may not edit this opportunity, so nothing was done.',
  });
  return {
    'connector-down': state({
      connection: connectionOf(crm, { lastSeenAt: minutesAgo(30) }),
      pending: { phase: 'queued', action: 'sync', startedAt: minutesAgo(1), row: requestOf() },
    }),
    'row-failed': state(
      {
        draft: {},
        formDirty: false,
        pending: { phase: 'failed', action: 'sync', startedAt: minutesAgo(1), row: failed },
      },
      { ...SHARED, requests: [failed] },
    ),
    'permission-lost': problem('no-permission', 'INSUFFICIENT_ACCESS_OR_READONLY'),
    'record-locked': problem('record-locked', 'UNABLE_TO_LOCK_ROW'),
    offline: state({ online: false, problem: { kind: 'offline', technical: null, field: null } }),
    'stale-data': state({ newer: recordOf(crm, { ...SHARED, draft: { name: 'Fabrikam cold chain 2' } }) }),
    'slow-network': state({
      pending: {
        phase: 'timed-out',
        action: 'sync',
        startedAt: minutesAgo(2),
        row: requestOf({ createdAt: minutesAgo(2) }),
      },
    }),
    throttled: problem('throttled', 'HTTP 429'),
    'referral-deleted': state(
      {},
      {
        ...SHARED,
        details: {
          status: 'unlinked',
          code: 'referral-not-found',
          message: 'Partner Center no longer has this deal.',
          cure: 'Untick Sync with Partner Center, or ask your administrator to link another referral.',
          since: NOW,
        },
      },
    ),
    'sign-in-expired': problem('signed-out', 'INVALID_SESSION_ID'),
  };
}
