import type { ConnectionInfo } from '../../contract/index.ts';
import { isConnectorDown } from '../conditions.ts';
import { action, askAdmin, type Telling } from '../telling.ts';
import { keyPart } from '../words.ts';
import { keptText, problemText, technicalOf } from './problem.ts';
import type { Sketch } from './sketch.ts';

export function loadFailed(telling: Telling): Sketch {
  const { problem } = telling.facts.state;
  const text = problem === null ? telling.text('state_loadFailed_text') : problemText(telling, problem);
  return { text, technical: technicalOf(problem), action: action(telling, 'retry', 'reload') };
}

export function notSetUp(telling: Telling): Sketch {
  const { text, facts } = telling;
  if (!facts.state.isAdmin) return { text: askAdmin(telling) };
  return { text: text('state_notSetUp_admin'), action: action(telling, 'checkAgain', 'reload') };
}

export function noPermission(telling: Telling): Sketch {
  return { text: telling.sentences(telling.text('state_noPermission_text'), askAdmin(telling)) };
}

export function connectionLost(telling: Telling): Sketch {
  const { facts, text, sentences, show } = telling;
  const { connection } = facts;
  const why = connection === null ? '' : text(`connection_${whyLost(telling)}`, show.relative(lostSince(telling)));
  const safe = text('state_connectionLost_text');
  const setupUrl = facts.state.isAdmin ? (connection?.setupUrl ?? null) : null;
  if (setupUrl !== null) {
    const open = action(telling, 'openSetup', { kind: 'open', url: setupUrl });
    return { text: sentences(why, safe), action: open };
  }
  return {
    text: sentences(why, safe, askAdmin(telling)),
    action: action(telling, 'checkAgain', 'reload'),
  };
}

function whyLost({ facts }: Telling): string {
  const state: ConnectionInfo['state'] = facts.connection?.state ?? 'ok';
  return isConnectorDown(facts) || state === 'ok' ? 'down' : keyPart(state);
}

function lostSince({ facts }: Telling): string {
  const { connection, state } = facts;
  return (isConnectorDown(facts) ? connection?.lastSeenAt : connection?.since) ?? state.now;
}

export function offline(telling: Telling): Sketch {
  return {
    text: telling.sentences(telling.text('state_offline_text'), keptText(telling)),
    action: action(telling, 'retry', 'reload'),
  };
}

export function unsaved({ text }: Telling): Sketch {
  return { text: text('state_unsaved_text') };
}
