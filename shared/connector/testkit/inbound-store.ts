import type { Link } from '../../core/model/index.ts';
import type { FoundLink } from '../store/find-links.ts';
import type { Entry, InboundStore } from '../store/inbound-store.ts';
import type { FakeStore } from './store.ts';

/** What is to be entered, and which opportunity a referral leads to, in memory; of one CRM. */
export class FakeInboundStore {
  readonly entries = new Map<string, Entry>();
  private readonly store: FakeStore;

  constructor(store: FakeStore) {
    this.store = store;
  }

  port(): InboundStore {
    const entriesOf = (ids: readonly string[]) => ids.flatMap((id) => this.entries.get(id) ?? []);
    return {
      decide: (entries) => {
        for (const entry of entries) if (!this.entries.has(entry.referralId)) this.entries.set(entry.referralId, entry);
        return Promise.resolve(entriesOf(entries.map(({ referralId }) => referralId)));
      },
      entriesOf: (ids) => Promise.resolve(entriesOf(ids)),
      linksOf: (ids) => Promise.resolve(this.findByReferrals(ids)),
      entered: (_crm, links) => {
        for (const link of links) {
          this.store.links.set(link.opportunityId, structuredClone(link));
          this.entries.delete(link.referralId ?? '');
        }
        return Promise.resolve();
      },
      dropped: (ids) => {
        for (const id of ids) this.entries.delete(id);
        return Promise.resolve();
      },
      alone: (_crm, work) => work(),
    };
  }

  findByReferrals(ids: readonly string[]): readonly FoundLink[] {
    return this.found(ids, (link) => [link.referralId, link.microsoftReferralId]);
  }

  findByEngagements(ids: readonly string[]): readonly FoundLink[] {
    return this.found(ids, (link) => [link.engagementId]);
  }

  private found(asked: readonly string[], keysOf: (link: Link) => readonly (string | null)[]): readonly FoundLink[] {
    return [...this.store.links.values()].flatMap((link) =>
      keysOf(link).flatMap((key) =>
        key !== null && asked.includes(key)
          ? [{ asked: key, crm: 'salesforce', opportunityId: link.opportunityId, own: key === link.referralId }]
          : [],
      ),
    );
  }
}
