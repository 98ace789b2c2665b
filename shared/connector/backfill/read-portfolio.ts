import type { CrmOpportunity, CrmValue, Referral } from '../../core/model/index.ts';
import type { SyncPolicy } from '../../core/policy/index.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';
import type { SyncStore } from '../store/sync-store.ts';
import { isSyncOn } from '../worker/needs-referral.ts';
import type { KnownOpportunity } from './match.ts';

const BATCH_SIZE = 200;
/** Before Partner Center had referrals. */
const BEGINNING = '2015-01-01T00:00:00Z';

/** Every referral there is, Microsoft's in our engagements included where the list shows them. */
export async function readReferrals(
  partnerCenter: Pick<ReferralsPort, 'list'>,
  onPage: (listed: number) => void,
): Promise<readonly Referral[]> {
  const byId = new Map<string, Referral>();
  for await (const page of partnerCenter.list({ updatedSince: BEGINNING })) {
    for (const referral of page) byId.set(referral.id, referral);
    onPage(byId.size);
  }
  return [...byId.values()];
}

export interface PortfolioParts {
  readonly crmName: string;
  readonly crm: Pick<CrmPort, 'catchUp' | 'readOpportunities'>;
  readonly store: Pick<SyncStore, 'load'>;
  readonly policy: SyncPolicy;
  readonly onPage: (read: number) => void;
}

/** The opportunities that have Sync on or show a referral, and those whose id a referral carries. */
export async function readPortfolio(
  { crmName, crm, store, policy, onPage }: PortfolioParts,
  referrals: readonly Referral[],
): Promise<readonly KnownOpportunity[]> {
  const ids = new Set(referrals.flatMap(({ externalReferenceId }) => externalReferenceId ?? []));
  for await (const { hints } of crm.catchUp(null)) {
    for (const { opportunityId } of hints) if (opportunityId !== null) ids.add(opportunityId);
  }
  const known = new Map<string, KnownOpportunity>();
  const asked = [...ids];
  for (let start = 0; start < asked.length; start += BATCH_SIZE) {
    const { opportunities } = await crm.readOpportunities(asked.slice(start, start + BATCH_SIZE));
    const remembered = await store.load(
      crmName,
      opportunities.map(({ id }) => id),
    );
    for (const opportunity of opportunities) {
      const linkedWith = remembered.get(opportunity.id)?.link?.referralId ?? null;
      known.set(opportunity.id, { ...toKnown(opportunity, policy), linkedWith });
    }
    onPage(known.size);
  }
  return [...known.values()];
}

function toKnown(opportunity: CrmOpportunity, policy: SyncPolicy): Omit<KnownOpportunity, 'linkedWith'> {
  const name = policy.mapping.find(({ field }) => field === 'name')?.crm.value?.[0];
  return {
    id: opportunity.id,
    name: textOf(name === undefined ? null : opportunity.values[name]),
    referralId: textOf(opportunity.values[policy.fields.referralId]),
    syncOn: isSyncOn(policy, opportunity),
  };
}

function textOf(value: CrmValue | undefined): string | null {
  const text = value === null || value === undefined ? '' : String(value).trim();
  return text === '' ? null : text;
}
