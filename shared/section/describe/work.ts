import type { IsoInstant, RequestAction } from '../../core/model/index.ts';
import type { Lack } from '../../core/readiness/types.ts';
import type { RequestPhase, RequestRow } from '../contract/index.ts';
import type { BasicFacts } from './facts.ts';

/** Something that the connector has not answered yet. */
export interface Work {
  readonly since: IsoInstant;
  readonly action: RequestAction | 'save';
  /** The section has stopped watching; the request itself goes on. */
  readonly timedOut: boolean;
}

const UNDER_WAY: readonly RequestPhase[] = ['creating', 'queued', 'working', 'timed-out'];

/** Whether this person's own request or save is under way in this browser. */
export function isUnderWay(phase: RequestPhase): boolean {
  return UNDER_WAY.includes(phase) && phase !== 'timed-out';
}

/**
 * What is under way, whoever began it: what this person asked for here, a request row that waits, or a deal that was ticked and has not
 * been looked at yet.
 */
export function workOf(facts: BasicFacts, missing: readonly Lack[]): Work | null {
  const { pending, record } = facts.state;
  const sends = facts.wantsSync || facts.referralId !== null;
  if (UNDER_WAY.includes(pending.phase) && (sends || pending.action !== 'save')) {
    return { since: pending.startedAt, action: pending.action, timedOut: pending.phase === 'timed-out' };
  }
  const row = pending.phase === 'failed' ? undefined : record?.requests.find(isOpen);
  if (row !== undefined) return { since: row.createdAt, action: row.action, timedOut: false };
  const since = unseenSince(facts, missing);
  return since === null ? null : { since, action: 'sync', timedOut: false };
}

function isOpen({ status }: RequestRow): boolean {
  return status === 'queued' || status === 'working';
}

function unseenSince(facts: BasicFacts, missing: readonly Lack[]): IsoInstant | null {
  const { status, syncOn, wantsSync, referralId, state } = facts;
  const modifiedAt = state.record?.opportunity.modifiedAt ?? state.now;
  if (status === 'sending') return facts.details?.since ?? modifiedAt;
  if (!syncOn || !wantsSync || missing.length > 0) return null;
  const unseen = status === 'not-ready' || (referralId === null && (status === null || status === 'not-shared'));
  return unseen ? modifiedAt : null;
}
