import type { ViewAction } from '../../contract/index.ts';
import { goToConflict } from '../checklist.ts';
import { expiryOf } from '../expiry.ts';
import { lockOf } from '../fields.ts';
import { endKey } from '../labels.ts';
import { whyNoRequest, whyNoSync } from '../requests.ts';
import { action, type Telling } from '../telling.ts';
import { forSupport } from './failures.ts';
import type { Sketch } from './sketch.ts';

export function notShared(telling: Telling): Sketch {
  const { facts, sentences, text, count } = telling;
  const lacks = facts.missing.length;
  return {
    text: sentences(text('state_notShared_text'), lacks === 0 ? '' : count('state_notShared_missing', lacks)),
    action: action(telling, 'share', { kind: 'set', field: 'sync', value: true }, lockOf(telling, 'sync')),
  };
}

export function waitingForMicrosoft(telling: Telling): Sketch {
  return { text: telling.text('state_waitingForMicrosoft_text', lastSync(telling)), action: openLink(telling) };
}

/** A deal that Microsoft sent is lost when nobody answers in time, so the last days are a warning. */
export function answerNeeded(telling: Telling): Sketch {
  const { count, text, sentences } = telling;
  const expiry = expiryOf(telling);
  const key = expiry === null ? '' : expiry.over ? '_over' : '_until';
  const { title, tone } =
    expiry?.soon === true
      ? { title: count('state_answerNeeded_titleSoon', expiry.days), tone: 'error' as const }
      : { title: text('state_answerNeeded_title'), tone: 'warning' as const };
  const why = whyNoRequest(telling);
  return {
    title,
    tone,
    text: sentences(
      text('state_answerNeeded_text'),
      expiry === null ? '' : text(`state_answerNeeded${key}`, expiry.moment),
    ),
    action: action(telling, 'accept', 'accept', why),
    secondary: action(telling, 'decline', 'decline', why),
  };
}

/** What Microsoft has not answered yet does not keep the deal from being in sync; it is said beside it. */
export function inSync(telling: Telling): Sketch {
  const { facts, sentences, text } = telling;
  const asked = facts.details?.sharing === 'co-sell' && facts.details.microsoft?.status === 'New';
  return {
    text: sentences(
      asked && facts.direction === 'outbound' ? text('state_inSync_asked') : '',
      text('state_inSync_text', lastSync(telling)),
    ),
    action: action(telling, 'syncNow', 'sync-now', whyNoSync(telling)),
  };
}

export function conflict(telling: Telling): Sketch {
  const count = telling.facts.details?.conflicts.length ?? 0;
  return { text: telling.count('state_conflict_text', count), action: goToConflict(telling) };
}

export function paused(telling: Telling): Sketch {
  const { text } = telling;
  return {
    text: text('state_paused_text'),
    action: action(telling, 'resume', 'resume', lockOf(telling, 'sync')),
  };
}

export function closed(telling: Telling): Sketch {
  const { facts, text } = telling;
  return {
    text: text(`state_closed_${endKey(facts.details?.ended ?? null) ?? 'text'}`),
    action: openLink(telling),
  };
}

export function unlinked(telling: Telling): Sketch {
  const { facts } = telling;
  const text = telling.text(
    'state_unlinked_text',
    facts.details === null ? '' : lastSeen(telling, facts.details.since),
  );
  const technical = [facts.details?.message ?? ''].filter((line) => line !== '');
  return {
    text,
    technical,
    action: action(telling, 'copyDetails', { kind: 'copy', text: forSupport(telling, text, technical) }),
  };
}

function lastSeen({ show }: Telling, at: string): string {
  return show.moment(at);
}

function lastSync({ facts, show, text }: Telling): string {
  return facts.lastSyncAt === null ? text('never') : show.relative(facts.lastSyncAt);
}

function openLink(telling: Telling): ViewAction | null {
  const url = telling.facts.referralUrl;
  return url === null ? null : action(telling, 'openReferral', { kind: 'open', url });
}
