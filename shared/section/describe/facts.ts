import { choiceFromCrm } from '../../core/mapping/choices.ts';
import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { CrmOpportunity, CrmValue, IsoInstant, LinkDirection, SyncStatus } from '../../core/model/index.ts';
import { SYNC_STATUSES } from '../../core/model/status.ts';
import { parseDetails, type SyncDetails } from '../../core/plan/details.ts';
import type { SyncPolicy } from '../../core/policy/types.ts';
import { findMissing } from '../../core/readiness/find-missing.ts';
import type { Lack } from '../../core/readiness/types.ts';
import type { ConnectionInfo, SectionState } from '../contract/index.ts';
import { byPath } from '../in-place/record.ts';
import { failureOf, type Failure } from './failure.ts';
import { withStandIn } from './stand-in.ts';
import { workOf, type Work } from './work.ts';

/** What describing looks at, read out of the state once. */
export interface Facts {
  readonly state: SectionState;
  /** `null` while it is loading and when nothing is set up. */
  readonly connection: ConnectionInfo | null;
  readonly policy: SyncPolicy | null;
  readonly fields: SectionFieldNames;
  /** As the server has it. */
  readonly saved: Readonly<Record<string, CrmValue>>;
  /** The opportunity as it will be when the draft is saved. */
  readonly drafted: CrmOpportunity | null;
  readonly details: SyncDetails | null;
  readonly status: SyncStatus | null;
  readonly referralId: string | null;
  readonly referralUrl: string | null;
  readonly direction: LinkDirection | null;
  readonly lastSyncAt: IsoInstant | null;
  /** Whether Sync with Partner Center is ticked on the server. */
  readonly syncOn: boolean;
  /** The same as it will be when the draft is saved. */
  readonly wantsSync: boolean;
  /** There are changes that the host form has not saved yet (Dynamics only; Salesforce saves at once). */
  readonly unsavedChanges: boolean;
  /** What keeps the deal, or a part of it, from being sent. */
  readonly missing: readonly Lack[];
  /** What is under way; `null` when nothing is. */
  readonly work: Work | null;
  readonly failure: Failure | null;
}

export function factsOf(state: SectionState): Facts {
  const connection = state.connection === 'none' ? null : state.connection;
  const fields = connection?.policy.fields ?? state.shippedFields;
  const saved = state.record?.opportunity.values ?? {};
  const text = (field: keyof SectionFieldNames): string | null => String(saved[fields[field]] ?? '') || null;
  const values = { ...saved, ...byPath(state.draft, fields) };
  const stored = choiceFromCrm(state.crm, 'status', saved[fields.status]);
  const before: Omit<Facts, 'missing' | 'work' | 'failure'> = {
    state,
    connection,
    policy: connection?.policy ?? null,
    fields,
    saved,
    drafted:
      state.record &&
      withStandIn({ ...state.record.opportunity, values }, state.record.accountContact, state.crm, fields),
    details: parseDetails(saved[fields.details]),
    status: SYNC_STATUSES.find((status) => status === stored) ?? null,
    referralId: text('referralId'),
    referralUrl: text('referralLink'),
    direction: directionOf(choiceFromCrm(state.crm, 'direction', saved[fields.direction])),
    lastSyncAt: text('lastSync'),
    syncOn: isOn(saved[fields.sync]),
    wantsSync: isOn(values[fields.sync]),
    unsavedChanges: state.crm === 'dynamics' && Object.keys(state.draft).length > 0,
  };
  const missing = missingOf(before);
  return { ...before, missing, work: workOf(before, missing), failure: failureOf(before) };
}

/** Facts that the others are derived from. */
export type BasicFacts = Omit<Facts, 'missing' | 'work' | 'failure'>;

export function isOn(value: CrmValue | undefined): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}

/** Seconds from then to now. */
export function secondsSince({ now }: SectionState, at: IsoInstant): number {
  return (Date.parse(now) - Date.parse(at)) / 1000;
}

function directionOf(word: string | null): LinkDirection | null {
  return word === 'outbound' || word === 'inbound' ? word : null;
}

/** So long the connector is given to see what was just saved, before its older word counts again. */
const SETTLING_SECONDS = 60;

/**
 * Before the first share the browser's own check counts, with the administrator's mapping: it is exact the moment somebody types. Of a
 * shared deal the connector knows which edits it holds back; what has been filled in since is left out.
 */
function missingOf(facts: BasicFacts): readonly Lack[] {
  const { state, policy, drafted, referralId, details, status } = facts;
  const told = status === 'not-ready' ? (details?.missing ?? []) : [];
  if (policy === null || drafted === null || status === 'closed') return told;
  const found = findMissing(drafted, policy);
  const same = (a: Lack) => (b: Lack) => a.code === b.code && a.field === b.field;
  const open = referralId === null ? found : told.filter((lack) => found.some(same(lack)));
  const settling = secondsSince(state, drafted.modifiedAt) < SETTLING_SECONDS;
  return open.length > 0 || settling || !facts.wantsSync ? open : told;
}
