import {
  buildPolicy,
  choiceToCrm,
  SECTION_FIELDS,
  type CrmKind,
  type CrmOpportunity,
  type Person,
  type SyncDetails,
} from '../../core/index.ts';
import { opportunityOf, type Draft, type People } from '../../core/testkit/opportunities.ts';
import type { ConnectionInfo, RequestRow, SectionRecord, SectionState } from '../contract/index.ts';

/** The time of every state: ten past ten on a Friday, UTC. */
export const NOW = '2026-11-20T10:10:00Z';

export const REFERRAL_ID = '7c0e6f53-52a1-4f0e-9a55-0f8f1f6f9a01';
const REFERRAL_LINK = `https://partner.microsoft.com/referrals/v2/inbox?id=${REFERRAL_ID}`;

/** An instant so many minutes before `NOW`. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
}

export function connectionOf(crm: CrmKind, changes: Partial<ConnectionInfo> = {}): ConnectionInfo {
  return {
    version: '0.1.0',
    policy: buildPolicy({ crm }),
    state: 'ok',
    since: minutesAgo(600),
    lastSeenAt: minutesAgo(1),
    heartbeatSeconds: 60,
    setupUrl: 'https://connector.example/setup',
    adminContact: 'Sales Operations',
    ...changes,
  };
}

/** What the opportunity of a state holds besides the fields of a ready deal. */
export interface RecordParts {
  readonly draft?: Partial<Draft>;
  readonly people?: Partial<People>;
  readonly accountContact?: Person;
  /** What the connector wrote; none on a deal that was never shared. */
  readonly details?: Partial<SyncDetails> & Pick<SyncDetails, 'status'>;
  readonly linked?: 'outbound' | 'inbound';
  readonly audit?: readonly string[];
  readonly requests?: readonly RequestRow[];
}

const DETAILS: Omit<SyncDetails, 'status'> = {
  message: 'In sync with Partner Center.',
  cure: null,
  code: null,
  missing: [],
  conflicts: [],
  attempt: null,
  nextAttemptAt: null,
  microsoft: null,
  sharing: null,
  since: minutesAgo(4),
  ended: null,
  expiresAt: null,
  history: [],
};

export function recordOf(crm: CrmKind, parts: RecordParts = {}): SectionRecord {
  const access = { readable: true, editable: true };
  return {
    opportunity: withSection(opportunityOf(crm, parts.draft, parts.people), crm, parts),
    access: { sync: access, help: access, products: access, visible: access },
    accountContact: parts.accountContact ?? null,
    mayRequest: true,
    requests: parts.requests ?? [],
    readAt: NOW,
  };
}

function withSection(opportunity: CrmOpportunity, crm: CrmKind, parts: RecordParts): CrmOpportunity {
  const { fields } = buildPolicy({ crm });
  const { details, linked, audit } = parts;
  return {
    ...opportunity,
    modifiedAt: minutesAgo(5),
    values: {
      ...opportunity.values,
      [fields.status]: choiceToCrm(crm, 'status', details?.status ?? null),
      [fields.details]: details === undefined ? null : JSON.stringify({ ...DETAILS, ...details }),
      [fields.referralId]: linked === undefined ? null : REFERRAL_ID,
      [fields.referralLink]: linked === undefined ? null : REFERRAL_LINK,
      [fields.direction]: choiceToCrm(crm, 'direction', linked ?? null),
      [fields.lastSync]: linked === undefined ? null : minutesAgo(4),
      [fields.microsoftCrmId]: details?.sharing === 'co-sell' ? '7-1ABCDEFGH' : null,
      [fields.audit]: (audit ?? []).join('\n'),
    },
  };
}

export function requestOf(changes: Partial<RequestRow> = {}): RequestRow {
  return {
    id: 'request-1',
    action: 'sync',
    status: 'queued',
    message: null,
    errorCode: null,
    reason: null,
    createdAt: minutesAgo(0.1),
    createdBy: 'Kim Berg',
    ...changes,
  };
}

/** A state that is ready, of a deal that is not shared, with nothing under way. */
export function stateOf(crm: CrmKind, record: SectionRecord | null, changes: Partial<SectionState> = {}): SectionState {
  return {
    now: NOW,
    crm,
    shippedFields: SECTION_FIELDS[crm],
    load: 'ready',
    unsaved: false,
    record,
    connection: connectionOf(crm),
    isAdmin: false,
    online: true,
    disabled: false,
    draft: {},
    formDirty: false,
    pending: { phase: 'idle', action: 'sync', startedAt: NOW, row: null },
    newer: null,
    problem: null,
    dialog: null,
    stalledAfterMinutes: 15,
    ...changes,
  };
}
