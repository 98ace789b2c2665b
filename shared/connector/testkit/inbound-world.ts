import type { InboundRules } from '../../core/inbound/index.ts';
import { enterDeals } from '../inbound/enter-deals.ts';
import { createInbound } from '../inbound/notice-referrals.ts';
import { createReferralResolver } from '../inbound/resolve-referrals.ts';
import { withNewDeals } from '../inbound/with-new-deals.ts';
import type { SyncJob } from '../queue/sync-jobs.ts';
import type { ItemOutcome } from '../worker/outcome.ts';
import { syncBatch } from '../worker/sync-batch.ts';
import { createDoomedProcess, type DoomedProcess } from './crash.ts';
import { FakeInboundStore } from './inbound-store.ts';
import { World } from './world.ts';

/** A world that also hears of what happens in Partner Center, with a queue that survives the process. */
export class InboundWorld extends World {
  /** Keys of the jobs that wait, each with how often it failed. */
  readonly queue = new Map<string, number>();
  readonly inbound = new FakeInboundStore(this.store);
  readonly entries = this.inbound.entries;
  /** What was put aside, by key. */
  readonly deadLetters = new Map<string, string>();
  rules: InboundRules = {
    enabled: true,
    deals: 'shared',
    leads: false,
    target: { crm: 'salesforce', owner: null, team: null },
    rules: [],
  };

  /** Opportunities that show this referral. */
  opportunitiesOf(referralId: string): readonly string[] {
    return [...this.crm.rows.keys()].filter((id) => this.shown(id, 'referralId') === referralId);
  }

  /** Events of these referrals arrive, at a process that is killed at the given moment unless it is done before. */
  async tell(referralIds: readonly string[], killAt = Infinity): Promise<'done' | 'killed'> {
    const doomed = createDoomedProcess(killAt);
    const { partnerCenter, limit, log } = this.depsOf(doomed);
    const sync = doomed.wrap(this.syncQueue());
    const inbound = createInbound({
      partnerCenter,
      limit,
      log,
      sync,
      store: doomed.wrap(this.inbound.port()),
      findByEngagements: (ids) => Promise.resolve(this.inbound.findByEngagements(ids)),
      rules: this.rules,
      crms: ['salesforce'],
    });
    const find = (ids: readonly string[]) => Promise.resolve(this.inbound.findByReferrals(ids));
    const resolve = createReferralResolver({ find, sync, inbound, crms: ['salesforce'] });
    const changedAt = new Date(0).toISOString();
    const jobs = referralIds.map((referralId) => ({ referralId, changedAt }));
    return this.end(doomed, resolve(jobs));
  }

  /** Works off the queue, until it is empty or the process is killed. */
  async work(killAt = Infinity): Promise<'done' | 'killed'> {
    const doomed = createDoomedProcess(killAt);
    return this.end(doomed, this.workOff(doomed));
  }

  private async workOff(doomed: DoomedProcess): Promise<void> {
    const deps = this.depsOf(doomed);
    const sync = doomed.wrap(this.syncQueue());
    const inbound = doomed.wrap(this.inbound.port());
    const handler = withNewDeals(
      (items) => syncBatch(deps, items),
      (items) => enterDeals({ ...deps, inbound, sync, rules: this.rules }, items),
    );
    const queue = doomed.wrap({ commit: (outcomes: readonly ItemOutcome[]) => this.commit(outcomes) });
    while (this.queue.size > 0) {
      const taken = [...this.queue].map(([opportunityId, failures]) => ({ opportunityId, failures }));
      await queue.commit(await handler(taken));
    }
  }

  private async commit(outcomes: readonly ItemOutcome[]): Promise<void> {
    await this.store.commit(outcomes);
    for (const outcome of outcomes) {
      this.queue.delete(outcome.opportunityId);
      if (outcome.kind === 'retry') this.queue.set(outcome.opportunityId, outcome.failures);
      if (outcome.kind === 'dead') this.deadLetters.set(outcome.opportunityId, outcome.letter.errorCode);
    }
  }

  private async end(doomed: DoomedProcess, work: Promise<unknown>): Promise<'done' | 'killed'> {
    const ended = await Promise.race([work.then(() => 'done' as const), doomed.killed]);
    this.moments = doomed.moments();
    return ended;
  }

  private syncQueue(): { add(jobs: readonly SyncJob[]): Promise<void> } {
    return {
      add: (jobs) => {
        for (const { opportunityId } of jobs) this.queue.set(opportunityId, this.queue.get(opportunityId) ?? 0);
        return Promise.resolve();
      },
    };
  }
}
