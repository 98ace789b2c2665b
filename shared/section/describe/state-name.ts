import type { ErrorCode } from '../../core/errors/codes.ts';
import type { SectionStateName } from '../contract/index.ts';
import { secondsSince, type Facts } from './facts.ts';
import { isUnderWay } from './work.ts';

/** A heartbeat may be late or lost; three in a row are not. */
const LOST_HEARTBEATS = 3;
/** So long "sending" is shown after "retry" is pressed, although the connector still says that it will try again. */
const FRESH_SECONDS = 10;

/** The other side is being written by somebody else: nobody has to do anything. */
const LOCKED: readonly (ErrorCode | null)[] = ['crm-record-locked', 'crm-conflict', 'partner-center-conflict'];

/**
 * When each state is shown. The order is the precedence: the first that applies is it. What hides everything comes first, then what is
 * final, then what is in the way, then what moves, then what the connector last said.
 */
const WHEN = {
  'no-permission': ({ state }) => state.load === 'no-permission' || state.record?.access.sync.readable === false,
  unsaved: ({ state }) => state.unsaved,
  'load-failed': ({ state }) => state.load === 'failed' && state.record === null,
  loading: ({ state }) => state.record === null || state.connection === null,
  'not-set-up': ({ state }) => state.connection === 'none',
  offline: ({ state }) => !state.online,
  closed: ({ status }) => status === 'closed',
  'connection-lost': (facts) => isRefused(facts) || isSilent(facts),
  'change-waiting': (facts) => isRetrying(facts) && LOCKED.includes(facts.failure?.code ?? null),
  'failed-admin': (facts) => needsAdmin(facts) && (isRetrying(facts) || facts.work === null),
  retrying: (facts) => isRetrying(facts),
  'not-ready': ({ missing, wantsSync, referralId, unsavedChanges }) =>
    missing.length > 0 && wantsSync && (referralId === null || !unsavedChanges),
  stalled: ({ state, work }) =>
    work !== null && (work.timedOut || secondsSince(state, work.since) >= state.stalledAfterMinutes * 60),
  sending: ({ work }) => work !== null,
  'will-share': ({ unsavedChanges, wantsSync, referralId }) => unsavedChanges && (wantsSync || referralId !== null),
  failed: ({ failure }) => failure !== null,
  unlinked: ({ status }) => status === 'unlinked',
  paused: ({ status, referralId, syncOn }) => status === 'paused' || (referralId !== null && !syncOn),
  'answer-needed': ({ status }) => status === 'answer-needed',
  conflict: ({ status }) => status === 'conflict',
  'waiting-for-microsoft': ({ status }) => status === 'waiting-for-microsoft',
  'in-sync': ({ referralId }) => referralId !== null,
  'not-shared': () => true,
} satisfies Record<SectionStateName, (facts: Facts) => boolean>;

/** The one state that the section is in. */
export function stateNameOf(facts: Facts): SectionStateName {
  const names = Object.keys(WHEN) as SectionStateName[];
  return names.find((name) => WHEN[name](facts)) ?? 'not-shared';
}

/** Whether the connector's heartbeat has stopped. */
export function isConnectorDown({ state, connection }: Facts): boolean {
  return (
    connection !== null && secondsSince(state, connection.lastSeenAt) > LOST_HEARTBEATS * connection.heartbeatSeconds
  );
}

/** A sign-in that is refused matters to every deal that is, or is to be, kept in step. */
function isRefused({ connection, wantsSync, work }: Facts): boolean {
  return connection !== null && connection.state !== 'ok' && (wantsSync || work !== null);
}

/** A connector that is silent matters while something is to be sent. */
function isSilent(facts: Facts): boolean {
  return isConnectorDown(facts) && (facts.work !== null || isRetrying(facts));
}

function isRetrying({ state, failure }: Facts): boolean {
  const { phase, startedAt } = state.pending;
  const justAsked = isUnderWay(phase) && secondsSince(state, startedAt) < FRESH_SECONDS;
  return failure?.retrying === true && !justAsked;
}

/** The unexpected mostly heals by itself; only when it does not is it the administrator's. */
function needsAdmin({ failure }: Facts): boolean {
  return failure?.who === 'admin' && (failure.code !== 'internal' || !failure.retrying);
}
