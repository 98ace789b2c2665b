import { remainingGap } from '../in-place/refusals.ts';
import type { Telling } from './telling.ts';
import { isUnderWay } from './work.ts';

/** Why nothing can be asked of the connector now; `null` when it can. */
export function whyNoRequest({ facts, text }: Telling): string | null {
  const { state } = facts;
  if (!state.online) return text('why_offline');
  return state.record?.mayRequest === false ? text('why_permission') : null;
}

/** Why "Sync now" is pointless; `null` when it is not. */
export function whyNoSync(telling: Telling): string | null {
  const { facts, text } = telling;
  if (facts.status === 'closed') return text('locked_closed');
  if (facts.unsavedChanges) return text('why_unsaved');
  if (!facts.syncOn) return text('why_syncOff');
  if (facts.referralId === null && facts.missing.length > 0) return text('why_notReady');
  const refusal = whyNoRequest(telling);
  if (refusal !== null) return refusal;
  if (isUnderWay(facts.state.pending.phase)) return text('why_running');
  return remainingGap(facts.state) > 0 ? text('why_justAsked') : null;
}
