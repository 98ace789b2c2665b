import { asCosellError, type ConnectionInfo, type SyncPolicy } from '../../core/index.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { SectionConfig } from '../config/section.ts';
import { createPause } from '../intake/pause.ts';
import type { Log } from '../operations/log.ts';
import type { PartnerCenterState, Witness } from './witness.ts';

/** There is one connection to Partner Center, and so one row in every CRM. */
export const CONNECTION_KEY = 'default';

const FIRST_WAIT_MS = 5_000;
/** While something is wrong, Partner Center is asked this often whether it still is. */
const RECHECK_MS = 60_000;

export interface PublishSettings {
  readonly crmName: string;
  readonly crm: Pick<CrmPort, 'publishConnection'>;
  readonly policy: SyncPolicy;
  readonly section: SectionConfig;
  readonly version: string;
  readonly witness: Witness;
  /** One light call. */
  readonly checkPartnerCenter: () => Promise<void>;
  /** Since when the connection stands as it does; remembered, so that a restart does not begin it anew. */
  readonly since: (state: PartnerCenterState, now: Date) => Promise<Date>;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Tells one CRM how the connection stands until `signal` aborts: at the start, when that changes, and as a sign of life. Only one
 * connector process does this at a time (store/presence.ts). A sign of life costs one call to each side.
 */
export async function publishConnection(settings: PublishSettings, signal: AbortSignal): Promise<void> {
  const { witness, section, now, checkPartnerCenter } = settings;
  const heartbeatMs = section.heartbeatMinutes * 60_000;
  const pause = createPause(signal);
  const stopListening = witness.onChange(() => pause.wake());
  let published = null as { readonly state: PartnerCenterState; readonly at: number } | null;
  let failures = 0;
  try {
    while (!signal.aborted) {
      await unlessAborted(witness.watch(true, checkPartnerCenter), signal).catch(() => undefined);
      const state = witness.state();
      const at = now().getTime();
      if (published?.state !== state || at - published.at >= heartbeatMs) {
        const isWritten = await unlessAborted(write(settings, state), signal);
        failures = isWritten ? 0 : failures + 1;
        if (isWritten) published = { state, at };
      }
      await pause.wait(Math.min(heartbeatMs, waitMs(failures, state)));
    }
  } finally {
    stopListening();
  }
}

function waitMs(failures: number, state: PartnerCenterState): number {
  if (failures > 0) return FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10);
  return state === 'ok' ? Number.POSITIVE_INFINITY : RECHECK_MS;
}

async function write(settings: PublishSettings, state: PartnerCenterState): Promise<boolean> {
  const { crmName, crm, policy, section, version, since, now, log } = settings;
  try {
    const at = now();
    const info: ConnectionInfo = {
      version,
      policy,
      state,
      since: (await since(state, at)).toISOString(),
      lastSeenAt: at.toISOString(),
      heartbeatSeconds: section.heartbeatMinutes * 60,
      setupUrl: section.setupUrl,
      adminContact: section.adminContact,
    };
    await crm.publishConnection({
      key: CONNECTION_KEY,
      details: JSON.stringify(info),
      lastSeenAt: info.lastSeenAt,
    });
    log.debug({ crm: crmName, state }, 'Told the sections how the connection stands');
    return true;
  } catch (thrown) {
    const { code, reference, message } = asCosellError(thrown);
    log.warn(
      { crm: crmName, code, reference, reason: message },
      'The sections could not be told how the connection stands; trying again',
    );
    return false;
  }
}

/** A call that is under way must not keep the connector from stopping. */
async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result | undefined> {
  if (signal.aborted) return undefined;
  const { promise: aborted, resolve } = Promise.withResolvers<undefined>();
  const end = (): void => resolve(undefined);
  signal.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', end);
    work.catch(() => undefined);
  }
}
