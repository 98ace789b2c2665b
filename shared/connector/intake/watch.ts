import { asCosellError } from '../../core/index.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { Log } from '../operations/log.ts';
import { catchUp, type CatchUpCursor } from './catch-up.ts';
import type { Intake } from './intake.ts';
import { createPause, type Pause } from './pause.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

export interface WatchSettings {
  readonly crmName: string;
  readonly crm: CrmPort;
  readonly intake: Intake;
  readonly catchUpCursor: CatchUpCursor;
  readonly watchPosition: CatchUpCursor;
  readonly catchUpSeconds: number;
  /** Told how each attempt to subscribe to the event stream ended; `none`: there is no stream. */
  readonly onSubscription: (state: 'live' | 'failed' | 'none') => void;
  readonly log: Log;
}

/**
 * Follows one CRM until `signal` aborts: its event stream where it has one, and under it a catch-up at the start, after
 * every gap in the stream, and every `catchUpSeconds`. Only one connector process does this at a time (store/presence.ts).
 */
export async function followCrm(settings: WatchSettings, signal: AbortSignal): Promise<void> {
  const pause = createPause(signal);
  await Promise.all([repeatCatchUp(settings, pause, signal), followStream(settings, pause, signal)]);
}

async function repeatCatchUp(settings: WatchSettings, pause: Pause, signal: AbortSignal): Promise<void> {
  const { crmName, crm, intake, catchUpCursor, catchUpSeconds, log } = settings;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const total = await catchUp(crmName, crm, intake, catchUpCursor);
      if (total > 0) log.info({ crm: crmName, hints: total }, 'Caught up with changes');
      failures = 0;
    } catch (thrown) {
      failures += 1;
      const { code, reference, message } = asCosellError(thrown);
      log.warn({ crm: crmName, code, reference, reason: message }, 'The catch-up failed; trying again');
    }
    await pause.wait(failures > 0 ? waitMs(failures) : catchUpSeconds * 1_000);
  }
}

async function followStream(settings: WatchSettings, catchUpPause: Pause, signal: AbortSignal): Promise<void> {
  const { crmName, crm, intake, watchPosition, onSubscription, log } = settings;
  const pause = createPause(signal);
  const ended = aborted(signal);
  for (let failures = 0; !signal.aborted;) {
    try {
      const watcher = crm.watch(await watchPosition.read(), {
        onHints: async (hints, position) => {
          await intake(crmName, hints, true);
          if (position !== null) await watchPosition.save(position);
        },
        onGap: (reason) => {
          log.warn({ crm: crmName, reason }, 'The event stream has a gap; catching up');
          catchUpPause.wake();
        },
      });
      if (!watcher) return onSubscription('none');
      try {
        await Promise.race([watcher.ready, ended]);
        if (!signal.aborted) onSubscription('live');
        // What changed before the stream was live is not in it.
        catchUpPause.wake();
        failures = 0;
        await ended;
      } finally {
        await watcher.stop();
      }
    } catch (thrown) {
      failures += 1;
      onSubscription('failed');
      const { code, reference, message } = asCosellError(thrown);
      log.warn(
        { crm: crmName, code, reference, reason: message },
        'The event stream could not be followed; trying again',
      );
      await pause.wait(waitMs(failures));
    }
  }
}

const waitMs = (failures: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10));

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
