import type { IconName, SectionStateName, SectionView, Tone } from '../contract/index.ts';
import { isLocked, isRefused, isRetrying, isSilent, needsAdmin } from './conditions.ts';
import { secondsSince, type Facts } from './facts.ts';
import {
  answerNeeded,
  closed,
  conflict,
  inSync,
  notShared,
  paused,
  unlinked,
  waitingForMicrosoft,
} from './messages/deal.ts';
import { failed, failedAdmin, retrying, stalled } from './messages/failures.ts';
import { connectionLost, loadFailed, noPermission, notSetUp, offline, unsaved } from './messages/host.ts';
import { notReady, sending, willShare } from './messages/sending.ts';
import type { Sketch, Tell } from './messages/sketch.ts';
import type { Telling } from './telling.ts';
import { keyPart } from './words.ts';

/** When it is shown, its icon, the tone of its badge and message, and what the message says. */
type State = readonly [applies: (facts: Facts) => boolean, icon: IconName, tone: Tone, tell: Tell | null];

/**
 * Every state of the section. The order is the precedence: the first that applies is it. What hides everything comes first, then what is
 * final, then what is in the way, then what moves, then what the connector last said. "In sync" and "failed" carry their mark in the word
 * itself, which is also the picklist's label, so they have no second one.
 */
const STATES: Readonly<Record<SectionStateName, State>> = {
  'no-permission': [
    ({ state }) => state.load === 'no-permission' || state.record?.access.sync.readable === false,
    'lock',
    'neutral',
    noPermission,
  ],
  unsaved: [({ state }) => state.unsaved, 'none', 'neutral', unsaved],
  'load-failed': [({ state }) => state.load === 'failed' && state.record === null, 'error', 'error', loadFailed],
  loading: [({ state }) => state.record === null || state.connection === null, 'none', 'neutral', null],
  'not-set-up': [({ state }) => state.connection === 'none', 'none', 'neutral', notSetUp],
  offline: [({ state }) => !state.online, 'cloud-off', 'warning', offline],
  closed: [({ status }) => status === 'closed', 'lock', 'neutral', closed],
  'connection-lost': [(facts) => isRefused(facts) || isSilent(facts), 'cloud-off', 'warning', connectionLost],
  // Nobody has to worry: the record is only being written by somebody else.
  'change-waiting': [(facts) => isRetrying(facts) && isLocked(facts), 'clock', 'info', retrying],
  'failed-admin': [
    (facts) => needsAdmin(facts) && (isRetrying(facts) || facts.work === null),
    'error',
    'error',
    failedAdmin,
  ],
  retrying: [isRetrying, 'sync', 'warning', retrying],
  'not-ready': [
    ({ missing, wantsSync, referralId, unsavedChanges }) =>
      missing.length > 0 && wantsSync && (referralId === null || !unsavedChanges),
    'warning',
    'warning',
    notReady,
  ],
  stalled: [
    ({ state, work }) =>
      work !== null && (work.timedOut || secondsSince(state, work.since) >= state.stalledAfterMinutes * 60),
    'clock',
    'warning',
    stalled,
  ],
  sending: [({ work }) => work !== null, 'sync', 'info', sending],
  'will-share': [
    ({ unsavedChanges, wantsSync, referralId }) => unsavedChanges && (wantsSync || referralId !== null),
    'clock',
    'info',
    willShare,
  ],
  failed: [({ failure }) => failure !== null, 'none', 'error', failed],
  unlinked: [({ status }) => status === 'unlinked', 'unlink', 'error', unlinked],
  paused: [
    ({ status, referralId, syncOn }) => status === 'paused' || (referralId !== null && !syncOn),
    'pause',
    'neutral',
    paused,
  ],
  'answer-needed': [({ status }) => status === 'answer-needed', 'question', 'warning', answerNeeded],
  conflict: [({ status }) => status === 'conflict', 'warning', 'warning', conflict],
  'waiting-for-microsoft': [({ status }) => status === 'waiting-for-microsoft', 'clock', 'info', waitingForMicrosoft],
  'in-sync': [({ referralId }) => referralId !== null, 'none', 'success', inSync],
  'not-shared': [() => true, 'none', 'neutral', notShared],
};

/** The one state that the section is in. */
export function stateNameOf(facts: Facts): SectionStateName {
  const names = Object.keys(STATES) as SectionStateName[];
  return names.find((name) => STATES[name][0](facts)) ?? 'not-shared';
}

export function statusOf({ text }: Telling, name: SectionStateName): SectionView['status'] {
  const [, icon, tone] = STATES[name];
  return { icon, tone, label: text(`status_${keyPart(name)}`) };
}

/** What a state says; its tone is the state's where it names none. */
export function sketchOf(telling: Telling, name: SectionStateName): (Sketch & { readonly tone: Tone }) | null {
  const [, , tone, tell] = STATES[name];
  const sketch = tell?.(telling) ?? null;
  return sketch && { ...sketch, tone: sketch.tone ?? tone };
}
