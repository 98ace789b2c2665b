import type { ErrorCode } from '../../core/errors/codes.ts';
import { secondsSince, type Facts } from './facts.ts';
import { isUnderWay } from './work.ts';

/** A heartbeat may be late or lost; three in a row are not. */
const LOST_HEARTBEATS = 3;
/** So long "sending" is shown after "retry" is pressed, although the connector still says that it will try again. */
const FRESH_SECONDS = 10;

/** The other side is being written by somebody else: nobody has to do anything. */
const LOCKED: readonly (ErrorCode | null)[] = ['crm-record-locked', 'crm-conflict', 'partner-center-conflict'];

/** Whether the connector's heartbeat has stopped. */
export function isConnectorDown({ state, connection }: Facts): boolean {
  return (
    connection !== null && secondsSince(state, connection.lastSeenAt) > LOST_HEARTBEATS * connection.heartbeatSeconds
  );
}

/** A sign-in that is refused matters to every deal that is, or is to be, kept in step. */
export function isRefused({ connection, wantsSync, work }: Facts): boolean {
  return connection !== null && connection.state !== 'ok' && (wantsSync || work !== null);
}

/** A connector that is silent matters while something is to be sent. */
export function isSilent(facts: Facts): boolean {
  return isConnectorDown(facts) && (facts.work !== null || isRetrying(facts));
}

export function isRetrying({ state, failure }: Facts): boolean {
  const { phase, startedAt } = state.pending;
  const justAsked = isUnderWay(phase) && secondsSince(state, startedAt) < FRESH_SECONDS;
  return failure?.retrying === true && !justAsked;
}

/** The unexpected mostly heals by itself; only when it does not is it the administrator's. */
export function needsAdmin({ failure }: Facts): boolean {
  return failure?.who === 'admin' && (failure.code !== 'internal' || !failure.retrying);
}

/** Nobody has to do anything. */
export function isLocked({ failure }: Facts): boolean {
  return LOCKED.includes(failure?.code ?? null);
}
