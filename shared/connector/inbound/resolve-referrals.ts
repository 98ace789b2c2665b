import type { IsoInstant } from '../../core/model/index.ts';
import type { ReferralJob } from '../queue/referral-jobs.ts';
import type { SyncJob } from '../queue/sync-jobs.ts';
import type { FoundLink } from '../store/find-links.ts';
import type { InboundPort } from './port.ts';

export interface ReferralResolverDeps {
  /** Opportunities tied to these referrals; see store/find-links.ts. */
  readonly find: (referralIds: readonly string[]) => Promise<readonly FoundLink[]>;
  readonly sync: { add(jobs: readonly SyncJob[]): Promise<void> };
  readonly inbound: InboundPort;
  /** Names of the CRMs that are configured. */
  readonly crms: readonly string[];
}

/**
 * Finds out what the referrals of a batch of webhook events mean: a sync of the opportunity that one is tied to, or a deal
 * that no opportunity knows of. Nothing is fetched for the former: the sync reads both sides anyway.
 *
 * @returns a function that resolves when all is stored durably, with the ids to be handed over again later
 */
export function createReferralResolver(
  deps: ReferralResolverDeps,
): (changed: readonly ReferralJob[]) => Promise<ReadonlySet<string>> {
  const { find, sync, inbound, crms } = deps;
  return async (changed) => {
    const changedAt = new Map(changed.map((job) => [job.referralId, job.changedAt]));
    const links = await find([...changedAt.keys()]);
    const known = new Set(links.map(({ asked }) => asked));
    await sync.add(syncJobsOf(links, changed, crms));
    const unknown = [...changedAt.keys()].filter((id) => !known.has(id));
    if (unknown.length === 0) return new Set();
    return new Set((await inbound.handleUnknownReferrals(unknown)).later);
  };
}

/** What the change of referrals means for the opportunities that they are tied to. */
export function syncJobsOf(
  links: readonly FoundLink[],
  changed: readonly ReferralJob[],
  crms: readonly string[],
): readonly SyncJob[] {
  const changedAt = new Map(changed.map((job) => [job.referralId, job.changedAt]));
  return links
    .filter(({ crm }) => crms.includes(crm))
    .map((link) => ({ ...jobOf(link), ...changeOf(link, changedAt) }));
}

const jobOf = ({ crm, opportunityId }: FoundLink): SyncJob => ({ crm, opportunityId, urgent: true });

/** Ours is read by its change, together with others; Microsoft's is read because it changed. */
function changeOf({ asked, own }: FoundLink, changedAt: ReadonlyMap<string, IsoInstant>): Partial<SyncJob> {
  if (!own) return { microsoftChanged: true };
  const referralChangedAt = changedAt.get(asked);
  return referralChangedAt === undefined ? {} : { referralChangedAt };
}
