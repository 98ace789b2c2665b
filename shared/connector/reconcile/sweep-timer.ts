import { asCosellError } from '../../core/index.ts';
import { createPause } from '../intake/pause.ts';
import type { Log } from '../operations/log.ts';
import type { StoredCursor } from '../store/cursors.ts';
import { sweepPartnerCenter, type SweepParts } from './sweep.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const ANSWER_WITHIN_MS = 14 * 24 * 60 * 60_000;

export interface SweepTimer extends SweepParts {
  readonly cursor: StoredCursor;
  readonly everySeconds: number;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Sweeps at the start and every `everySeconds` until `signal` aborts; each sweep begins where the last one ended. The first of all goes back
 * to the oldest deal that can still wait for an answer (14 days, partner-center-referrals.md §6); what is older is for `cosell backfill`.
 * Only one connector process does this at a time (store/presence.ts).
 */
export async function sweepRepeatedly(timer: SweepTimer, signal: AbortSignal): Promise<void> {
  const { cursor, everySeconds, log } = timer;
  const pause = createPause(signal);
  let failures = 0;
  while (!signal.aborted) {
    try {
      const since = (await cursor.read()) ?? new Date(timer.now().getTime() - ANSWER_WITHIN_MS).toISOString();
      const { listed, changed, unknown, newest } = await sweepPartnerCenter(timer, since);
      await cursor.save(newest !== null && newest > since ? newest : since);
      if (changed + unknown > 0) log.info({ listed, changed, unknown }, 'The sweep found changes in Partner Center');
      failures = 0;
    } catch (thrown) {
      failures += 1;
      const { code, reference, message } = asCosellError(thrown);
      log.warn({ code, reference, reason: message }, 'The sweep of Partner Center failed; trying again');
    }
    const retryMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10));
    await pause.wait(failures > 0 ? retryMs : everySeconds * 1_000);
  }
}
