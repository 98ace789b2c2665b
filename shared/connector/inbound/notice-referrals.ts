import { routeReferral, type InboundRules, type Route } from '../../core/inbound/index.ts';
import { asCosellError } from '../../core/index.ts';
import type { Referral } from '../../core/model/index.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';
import type { Log } from '../operations/log.ts';
import type { SyncJob } from '../queue/sync-jobs.ts';
import type { FoundLink } from '../store/find-links.ts';
import type { Entry, InboundStore } from '../store/inbound-store.ts';
import type { Limit } from '../worker/limit.ts';
import { dealKey } from './deal-key.ts';
import type { InboundPort } from './port.ts';

export interface NoticeDeps {
  readonly partnerCenter: Pick<ReferralsPort, 'get'>;
  readonly store: Pick<InboundStore, 'decide'>;
  /** Opportunities whose deal is shared in these engagements; see store/find-links.ts. */
  readonly findByEngagements: (engagementIds: readonly string[]) => Promise<readonly FoundLink[]>;
  readonly sync: { add(jobs: readonly SyncJob[]): Promise<void> };
  readonly rules: InboundRules;
  /** Names of the CRMs that are configured. */
  readonly crms: readonly string[];
  readonly limit: Limit;
  readonly log: Log;
}

/**
 * Finds out what referrals are that no link knows: a deal to be entered in a CRM, which is decided and queued; Microsoft's part of a deal
 * of ours, whose opportunity is synced; or nothing to us. Our own new deals carry the opportunity's id and are left to the run that makes them.
 */
export function createInbound(deps: NoticeDeps): InboundPort {
  return {
    handleUnknownReferrals: async (ids) => {
      const later: string[] = [];
      const read = await Promise.all(
        ids.map((id) =>
          deps
            .limit(() => deps.partnerCenter.get(id))
            .catch((thrown: unknown) => {
              const { code, retryable } = asCosellError(thrown);
              deps.log.warn({ referralId: id, code }, 'A referral could not be read');
              if (retryable) later.push(id);
              return null;
            }),
        ),
      );
      await noticeReferrals(
        deps,
        read.filter((referral) => referral !== null),
      );
      return { later };
    },
  };
}

/** The same for referrals that were read already. Resolves when what follows is stored durably. */
export async function noticeReferrals(deps: NoticeDeps, referrals: readonly Referral[]): Promise<void> {
  const routed = referrals.map((referral) => ({ referral, route: routeReferral(referral, deps.rules) }));
  for (const { referral, route } of routed) {
    if (route.kind === 'ignored' || route.kind === 'claimed')
      deps.log.debug({ referralId: referral.id, route: route.kind }, 'A referral that is not to be entered');
  }
  const entries = routed.flatMap(({ referral, route }) => entryOf(referral, route));
  const decided = entries.length === 0 ? [] : await deps.store.decide(entries);
  const engagements = routed.flatMap(({ route }) => (route.kind === 'related' ? [route.engagementId] : []));
  const related = engagements.length === 0 ? [] : await deps.findByEngagements(engagements);
  await deps.sync.add(
    [
      ...decided.map(({ crm, referralId }) => ({ crm, opportunityId: dealKey(referralId), urgent: true })),
      ...related.map(({ crm, opportunityId }) => ({ crm, opportunityId, urgent: true, microsoftChanged: true })),
    ].filter(({ crm }) => deps.crms.includes(crm)),
  );
}

function entryOf({ id }: Referral, route: Route): Entry[] {
  if (route.kind !== 'opportunity' && route.kind !== 'lead') return [];
  return [{ referralId: id, crm: route.target.crm, kind: route.kind }];
}
