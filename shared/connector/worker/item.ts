import type { LinkRefusal } from '../../core/inbound/index.ts';
import type { AuditEntry } from '../../core/audit/types.ts';
import type { CrmOpportunity, CrmUser, IsoInstant, Link, Referral, SyncRequest } from '../../core/model/index.ts';
import type { SyncInput } from '../../core/plan/types.ts';
import type { Intent, IntentKind } from '../store/intents.ts';
import type { WorkerDeps } from './deps.ts';

/** One opportunity while its sync runs: what was read, and what has been done so far. */
export interface Item {
  opportunity: CrmOpportunity;
  readonly requests: readonly SyncRequest[];
  /** How often this change has failed before. */
  readonly failures: number;
  /** When Partner Center says that the referral changed, where that is why we are here. */
  readonly referralChangedAt: IsoInstant | null;
  /** Nothing but the CRM led here, and only perhaps; or a change of the referral that was looked at already, such as our own. */
  readonly ifCrmChanged: boolean;
  /** Microsoft's referral has to be read: it changed, or an earlier attempt may have known so. */
  readonly readsMicrosoft: boolean;
  /** Open intents of earlier runs. */
  readonly intents: Map<IntentKind, Intent>;
  /** Requests that could not be done, by id, and why. */
  readonly refused: Map<string, LinkRefusal>;
  link: Link | null;
  referral: Referral | null | 'gone';
  microsoftReferral: Referral | null;
  /** Of the referral's new members those who are users of the CRM. */
  users: readonly CrmUser[];
  journal: readonly AuditEntry[];
}

/** What the core is asked about this item now. */
export function inputOf(deps: WorkerDeps, item: Item, failure: SyncInput['failure'] = null): SyncInput {
  return {
    now: deps.now().toISOString(),
    policy: deps.policy,
    opportunity: item.opportunity,
    link: item.link,
    referral: item.referral,
    microsoftReferral: item.microsoftReferral,
    users: item.users,
    requests: item.requests,
    journal: item.journal,
    failure,
  };
}
