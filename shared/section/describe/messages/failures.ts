import type { ErrorCode } from '../../../core/errors/codes.ts';
import type { ViewAction } from '../../contract/index.ts';
import { cureSentence, errorSentence, technicalLines } from '../errors.ts';
import type { Failure } from '../failure.ts';
import { whyNoRequest } from '../requests.ts';
import { action, askAdmin, type Telling } from '../telling.ts';
import type { Sketch } from './sketch.ts';

/** Failures that the same request would only meet again. */
const POINTLESS_AGAIN: readonly (ErrorCode | null)[] = ['not-permitted', 'referral-closed'];

export function retrying(telling: Telling): Sketch {
  return told(telling, (failure, sentence) => ({
    text: telling.sentences(sentence, nextAttempt(telling, failure)),
    action: retry(telling),
  }));
}

export function failed(telling: Telling): Sketch {
  return told(telling, (failure, sentence) => ({
    text: telling.sentences(sentence, cureSentence(telling, failure)),
    action: POINTLESS_AGAIN.includes(failure.code) ? dismissal(telling) : retry(telling),
  }));
}

export function failedAdmin(telling: Telling): Sketch {
  const { sentences, facts } = telling;
  return told(telling, (failure, sentence, technical) => ({
    text: sentences(sentence, facts.state.isAdmin ? cureSentence(telling, failure) : askAdmin(telling)),
    action: action(telling, 'copyDetails', { kind: 'copy', text: forSupport(telling, sentence, technical) }),
    secondary: retry(telling),
  }));
}

export function stalled(telling: Telling): Sketch {
  const { facts, text, show } = telling;
  const key = facts.work?.timedOut === true ? 'state_stalled_timedOut' : 'state_stalled_text';
  return { text: text(key, show.relative(facts.work?.since ?? facts.state.now)), action: retry(telling) };
}

/** What a seller sends to the administrator: the sentence, the technical part, and which opportunity it is about. */
export function forSupport({ facts }: Telling, sentence: string, technical: readonly string[]): string {
  const { drafted, referralId, state } = facts;
  return [sentence, ...technical, drafted?.id, referralId, state.now].filter((line) => line != null).join('\n');
}

type Draw = (failure: Failure, sentence: string, technical: readonly string[]) => Sketch;

function told(telling: Telling, draw: Draw): Sketch {
  const { failure } = telling.facts;
  if (failure === null) return { text: '' };
  const sentence = errorSentence(telling, failure.code, failure.message);
  const technical = technicalLines(telling, failure, sentence);
  return { technical, ...draw(failure, sentence, technical) };
}

function nextAttempt({ text, show, facts }: Telling, { attempt, nextAttemptAt }: Failure): string {
  if (nextAttemptAt === null) return text('retry_soon');
  if (nextAttemptAt <= facts.state.now) return text('retry_now', attempt ?? 1);
  return text('retry_next', show.relative(nextAttemptAt), attempt ?? 1);
}

/** Only what this person asked for here can be put away; what the record says stays. */
function dismissal(telling: Telling): ViewAction | null {
  const isOwn = telling.facts.state.pending.phase === 'failed';
  return isOwn ? action(telling, 'dismiss', 'dismiss') : null;
}

function retry(telling: Telling): ViewAction {
  return action(telling, 'retryNow', 'retry', whyNoRequest(telling));
}
