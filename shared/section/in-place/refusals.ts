import type { SectionState } from '../contract/index.ts';
import { REQUEST_GAP_MS } from './limits.ts';
import { fieldsOf, statusOf, storedValues } from './record.ts';

/** Why a request can't be made now; the view says it beside the disabled action. */
export type Refusal = 'not-loaded' | 'offline' | 'no-permission' | 'pending' | 'just-asked' | 'sync-off' | 'closed';

/** Whether any request row can be made: accept, decline and sync alike. `null`: it can. */
export function requestRefusal(state: SectionState): Refusal | null {
  const { record, pending } = state;
  if (record === null || state.unsaved || state.load !== 'ready') return 'not-loaded';
  if (!state.online) return 'offline';
  if (!record.mayRequest) return 'no-permission';
  if (pending.phase === 'creating') return 'pending';
  return isOpen(state) && pending.action !== 'save' ? 'pending' : null;
}

/** Whether a sync can be asked for: it must have a point, and nobody asks twice within `REQUEST_GAP_MS`. `null`: it can. */
export function syncRefusal(state: SectionState): Refusal | null {
  const refusal = requestRefusal(state);
  if (refusal !== null || state.record === null) return refusal;
  if (storedValues(state.record, fieldsOf(state)).sync !== true) return 'sync-off';
  if (statusOf(state.record, state) === 'closed') return 'closed';
  if (isOpen(state)) return 'pending';
  return remainingGap(state) > 0 ? 'just-asked' : null;
}

/** Milliseconds until a sync may be asked for again. */
export function remainingGap({ now, pending }: Pick<SectionState, 'now' | 'pending'>): number {
  if (pending.row === null || pending.phase === 'timed-out') return 0;
  return Math.max(0, Date.parse(pending.startedAt) + REQUEST_GAP_MS - Date.parse(now));
}

/** Whether the connector has something of this section to do. */
export function isOpen({ pending }: Pick<SectionState, 'pending'>): boolean {
  return pending.phase === 'queued' || pending.phase === 'working';
}
