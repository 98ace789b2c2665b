import type { IsoInstant, Referral } from '../../core/model/index.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';
import type { Intent } from '../store/intents.ts';

/** Clocks differ, and the service takes a while to show what it made. */
const MARGIN_MS = 5 * 60_000;
/** The organisation that Microsoft's own referrals in an engagement belong to. */
const MICROSOFT = 'msft';

/** Looks for referrals that an earlier run may have made without hearing of it. */
export interface ReferralSearch {
  /** Our own referral of an opportunity. */
  own(intent: Intent): Promise<Referral | null>;
  /** Microsoft's referral in an engagement. */
  microsoft(engagementId: string): Promise<Referral | null>;
}

/**
 * The search of one batch: however many opportunities were interrupted, what changed since the earliest of their intents
 * is listed once. A referral is known by its `externalReferenceId`, which is the opportunity's id.
 */
export function createReferralSearch(partnerCenter: ReferralsPort, intents: readonly Intent[]): ReferralSearch {
  const starts = intents.filter((intent) => intent.kind === 'create-own').map((intent) => intent.startedAt);
  let listed: Promise<readonly Referral[]> | null = null;
  const changed = (): Promise<readonly Referral[]> => {
    listed ??= collect(partnerCenter, { updatedSince: before([...starts].sort()[0] ?? new Date(0).toISOString()) });
    return listed;
  };
  return {
    own: async ({ opportunityId, startedAt }) => {
      const since = before(startedAt);
      const candidates = (await changed()).filter(
        (referral) =>
          referral.externalReferenceId === opportunityId &&
          referral.organizationId !== MICROSOFT &&
          Date.parse(referral.createdDateTime ?? startedAt) >= Date.parse(since),
      );
      const byAge = candidates.sort((a, b) => (a.createdDateTime ?? '').localeCompare(b.createdDateTime ?? ''));
      return byAge[0] ?? null;
    },
    microsoft: async (engagementId) => {
      const related = await collect(partnerCenter, { engagementId });
      return related.find((referral) => referral.organizationId === MICROSOFT) ?? null;
    },
  };
}

const before = (instant: IsoInstant): IsoInstant => new Date(Date.parse(instant) - MARGIN_MS).toISOString();

async function collect(
  partnerCenter: ReferralsPort,
  query: Parameters<ReferralsPort['list']>[0],
): Promise<readonly Referral[]> {
  const found: Referral[] = [];
  for await (const page of partnerCenter.list(query)) found.push(...page);
  return found;
}
