import type { IsoInstant, Link } from '../../core/model/index.ts';
import type { Intent, IntentKind } from '../store/intents.ts';
import type { SyncStore } from '../store/sync-store.ts';
import type { ItemOutcome } from '../worker/outcome.ts';

/** The store in memory; of one CRM. */
export class FakeStore {
  readonly links = new Map<string, Link>();
  readonly intents = new Map<string, Intent>();
  /** By opportunity: the referral's last change that a sync has looked at. */
  readonly referralSeen = new Map<string, IsoInstant>();

  port(): SyncStore {
    return {
      load: (_crm, ids) =>
        settled(() => {
          const intents = [...this.intents.values()];
          return new Map(
            ids.map((id) => [
              id,
              {
                link: structuredClone(this.links.get(id) ?? null),
                intents: intents.filter((intent) => intent.opportunityId === id),
                referralSeen: this.referralSeen.get(id) ?? null,
              },
            ]),
          );
        }),
      openIntent: (_crm, intent) =>
        settled(() => {
          const key = keyOf(intent.opportunityId, intent.kind);
          if (!this.intents.has(key)) this.intents.set(key, intent);
        }),
      closeIntent: (_crm, opportunityId, kind) => settled(() => void this.intents.delete(keyOf(opportunityId, kind))),
      moveLink: (_crm, link, from) =>
        settled(() => {
          if (from !== null) this.links.delete(from);
          this.links.set(link.opportunityId, structuredClone(link));
        }),
      isLinked: (referralId) => settled(() => [...this.links.values()].some((link) => link.referralId === referralId)),
      fulfilIntent: (_crm, link, kind) =>
        settled(() => {
          this.links.set(link.opportunityId, structuredClone(link));
          this.intents.delete(keyOf(link.opportunityId, kind));
        }),
    };
  }

  /** As the database has it: a referral belongs to one opportunity. */
  private isTaken({ opportunityId, referralId }: Link): boolean {
    const others = [...this.links.values()].filter((other) => other.opportunityId !== opportunityId);
    return referralId !== null && others.some((other) => other.referralId === referralId);
  }

  /** What the queue does with the outcomes of a batch. */
  async commit(outcomes: readonly ItemOutcome[]): Promise<void> {
    await Promise.resolve();
    for (const outcome of outcomes) {
      const { opportunityId, kind, link } = outcome;
      if ('seen' in outcome && outcome.seen.referral) this.referralSeen.set(opportunityId, outcome.seen.referral);
      if (link && !this.isTaken(link)) this.links.set(opportunityId, structuredClone(link));
      if (kind === 'gone') this.links.delete(opportunityId);
    }
  }
}

const keyOf = (opportunityId: string, kind: IntentKind): string => `${opportunityId} ${kind}`;

/** Also what is in memory takes its time. */
async function settled<Result>(act: () => Result): Promise<Result> {
  await Promise.resolve();
  return act();
}
