import type { SectionStateName, ViewMessage } from '../../contract/index.ts';
import { toneOf } from '../status.ts';
import { action, type Telling } from '../telling.ts';
import { keyPart } from '../words.ts';
import { answerNeeded, closed, conflict, inSync, notShared, paused, unlinked, waitingForMicrosoft } from './deal.ts';
import { failed, failedAdmin, retrying, stalled } from './failures.ts';
import { connectionLost, loadFailed, noPermission, notSetUp, offline, unsaved } from './host.ts';
import { problemSketch } from './problem.ts';
import { notReady, sending, willShare } from './sending.ts';
import type { Sketch, Tell } from './sketch.ts';

const MESSAGES = {
  loading: null,
  'load-failed': loadFailed,
  'not-set-up': notSetUp,
  'no-permission': noPermission,
  'connection-lost': connectionLost,
  offline,
  unsaved,
  'not-shared': notShared,
  'not-ready': notReady,
  'will-share': willShare,
  sending,
  'waiting-for-microsoft': waitingForMicrosoft,
  'answer-needed': answerNeeded,
  'in-sync': inSync,
  // Nobody has to worry: the record is only being written by somebody else.
  'change-waiting': retrying,
  conflict,
  retrying,
  failed,
  'failed-admin': failedAdmin,
  stalled,
  paused,
  closed,
  unlinked,
} satisfies Record<SectionStateName, Tell | null>;

/** States in which a problem of the browser says nothing that the state does not say itself. */
const OWN_WORDS: readonly SectionStateName[] = ['loading', 'load-failed', 'no-permission', 'offline'];

/** The one message line: what just went wrong in the browser, or else what the state means. */
export function messageOf(telling: Telling, name: SectionStateName): ViewMessage | null {
  const { facts, text } = telling;
  const { problem } = facts.state;
  const tell: Tell | null = MESSAGES[name];
  const sketch =
    problem !== null && !OWN_WORDS.includes(name) ? problemSketch(telling, problem) : (tell?.(telling) ?? null);
  if (sketch === null) return null;
  return drawn(telling, { tone: toneOf(name), title: text(`state_${keyPart(name)}_title`), ...sketch });
}

/** "Newer data has arrived": it is held back until the person asks for it, so that nothing they type is overwritten. */
export function staleMessage(telling: Telling): ViewMessage | null {
  const { facts, text } = telling;
  if (facts.state.newer === null) return null;
  return drawn(telling, {
    tone: 'info',
    title: text('stale_title'),
    text: text('stale_text'),
    action: action(telling, 'loadChanges', 'load-changes'),
  });
}

function drawn({ text }: Telling, sketch: Sketch & Pick<ViewMessage, 'tone' | 'title'>): ViewMessage {
  return { action: null, secondary: null, technical: [], technicalLabel: text('technical_label'), ...sketch };
}
