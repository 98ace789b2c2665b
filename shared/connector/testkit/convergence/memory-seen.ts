import type { ChangedReferral, ListedOpportunity, ListedReferral, Seen, SeenMarks } from '../../store/seen.ts';
import type { FakeStore } from '../store.ts';

const CRM = 'salesforce';

/** The marks of store/seen.ts in memory. A mark belongs to its link: where that is gone, so is the mark. */
export class MemorySeen {
  private readonly marks = new Map<string, Omit<Seen, 'opportunityId'>>();
  private readonly store: FakeStore;

  constructor(store: FakeStore) {
    this.store = store;
  }

  save({ opportunityId, crm, referral, microsoft }: Seen): void {
    if (!this.store.links.has(opportunityId)) return;
    const before = this.of(opportunityId);
    if (referral !== null) this.store.referralSeen.set(opportunityId, referral);
    this.marks.set(opportunityId, {
      crm,
      referral: referral ?? before.referral,
      microsoft: microsoft ?? before.microsoft,
    });
  }

  port(): SeenMarks {
    return {
      compareReferrals: (listed) => Promise.resolve(this.compareReferrals(listed)),
      compareOpportunities: (_crm, listed) => Promise.resolve(this.compareOpportunities(listed)),
      linksWithout: (_crms, listedIds) =>
        Promise.resolve(
          [...this.store.links.values()]
            .filter(({ referralId }) => referralId !== null && !listedIds.includes(referralId))
            .map(({ opportunityId }) => ({ crm: CRM, opportunityId })),
        ),
    };
  }

  private compareReferrals(listed: readonly ListedReferral[]) {
    const changed: ChangedReferral[] = [];
    const unknown: string[] = [];
    for (const { id, updatedDateTime } of listed) {
      const links = [...this.store.links.values()];
      const own = links.find(({ referralId }) => referralId === id);
      const link = own ?? links.find(({ microsoftReferralId }) => microsoftReferralId === id);
      if (link === undefined) {
        unknown.push(id);
        continue;
      }
      const { opportunityId } = link;
      const mark = this.of(opportunityId);
      if ((own ? mark.referral : mark.microsoft) === updatedDateTime) continue;
      changed.push({ crm: CRM, opportunityId, changedAt: updatedDateTime ?? '', own: own !== undefined });
    }
    return { changed, unknown };
  }

  private compareOpportunities(listed: readonly ListedOpportunity[]): readonly string[] {
    return listed.flatMap(({ opportunityId, version }) => {
      const { crm } = this.of(opportunityId);
      return crm === null || crm !== version ? [opportunityId] : [];
    });
  }

  private of(opportunityId: string): Omit<Seen, 'opportunityId'> {
    const mark = this.store.links.has(opportunityId) ? this.marks.get(opportunityId) : undefined;
    return mark ?? { crm: null, referral: null, microsoft: null };
  }
}
