import type { SyncPolicy } from '../../core/policy/index.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';
import type { Log } from '../operations/log.ts';
import type { RetrySettings } from '../queue/backoff.ts';
import type { SyncStore } from '../store/sync-store.ts';
import type { Limit } from './limit.ts';

/** What the worker of one CRM works with. */
export interface WorkerDeps {
  /** The name of the CRM in the configuration. */
  readonly crmName: string;
  readonly crm: CrmPort;
  readonly partnerCenter: ReferralsPort;
  readonly store: SyncStore;
  readonly policy: SyncPolicy;
  readonly retry: RetrySettings;
  /** Bounds the opportunities that talk to Partner Center at the same time, over all batches of the process. */
  readonly limit: Limit;
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: Log;
}
