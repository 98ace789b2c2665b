import type { InboundRules } from '../../../core/inbound/index.ts';
import type { CrmOpportunity, CrmValue, Person } from '../../../core/model/index.ts';
import type { CatchUpPage } from '../../../crm/port.ts';
import { enterDeals } from '../../inbound/enter-deals.ts';
import { createInbound } from '../../inbound/notice-referrals.ts';
import { createReferralResolver } from '../../inbound/resolve-referrals.ts';
import { toFindOut } from '../../inbound/to-find-out.ts';
import { withNewDeals } from '../../inbound/with-new-deals.ts';
import { createIntake } from '../../intake/intake.ts';
import { reconcileAll } from '../../reconcile/reconcile.ts';
import type { WorkerDeps } from '../../worker/deps.ts';
import { syncBatch } from '../../worker/sync-batch.ts';
import { createDoomedProcess, type DoomedProcess } from '../crash.ts';
import { FakeInboundStore } from '../inbound-store.ts';
import { World } from '../world.ts';
import { createInterruption, type Interruption } from './interruption.ts';
import { MemoryQueue } from './memory-queue.ts';
import { MemorySeen } from './memory-seen.ts';

const CRM = 'salesforce';
const MOST_ROUNDS = 60;
const RULES: InboundRules = {
  enabled: true,
  deals: 'shared',
  leads: false,
  target: { crm: CRM, owner: null, team: null },
  rules: [],
};

/** What may happen to a process while it works. */
export interface Fate {
  /** The moment at which it is killed; see crash.ts. */
  readonly killAt: number;
  /** Something that somebody does in the middle of its work. */
  readonly meanwhile: Interruption | null;
}

export const UNDISTURBED: Fate = { killAt: Infinity, meanwhile: null };

/** Text that is equal when two teams are of the same people. */
export function emailsOf(people: readonly Person[]): string {
  return people
    .map(({ email }) => email)
    .sort()
    .join();
}

/**
 * Both sides, what the connector remembers, and its queues, in memory; every process runs the connector's own code. Events wait until
 * somebody delivers them: what is never delivered was lost.
 */
export class TwoSides extends World {
  readonly inbound = new FakeInboundStore(this.store);
  readonly seen = new MemorySeen(this.store);
  readonly queue = new MemoryQueue(this.store, this.seen, () => this.now().getTime());
  /** Referrals whose change was taken in, each with its latest change. */
  readonly referralQueue = new Map<string, string>();
  /** Changes that the two sides have not told yet. */
  readonly events: { partnerCenter: { referralId: string; changedAt: string }[]; crm: string[] } = {
    partnerCenter: [],
    crm: [],
  };
  /** `<opportunity> <field>` that sellers have edited, and referrals whose team somebody edited in Partner Center. */
  readonly sellersFields = new Set<string>();
  readonly partnersTeam = new Set<string>();
  /** `<opportunity> <e-mail>` of everybody who has owned it: nobody takes an owner out of the team. */
  readonly owners = new Set<string>();
  /** What people entered last in a field: by `<opportunity> <path>` and by `<referral> <field>`, the latter as fingerprints. */
  readonly entered = { crm: new Map<string, CrmValue>(), partnerCenter: new Map<string, string>() };
  /** Whether a process was killed or an answer lost: what it made was then met without knowing what was agreed. */
  interrupted = false;
  private requestCount = 0;

  constructor(options: ConstructorParameters<typeof World>[0] = {}) {
    super(options);
    this.partnerCenter.onChange = ({ id, updatedDateTime }) => {
      this.events.partnerCenter.push({ referralId: id, changedAt: updatedDateTime ?? '' });
    };
  }

  opportunitiesOf(referralId: string): readonly string[] {
    return [...this.crm.rows.keys()].filter((id) => this.shown(id, 'referralId') === referralId);
  }

  /** The opportunity as the connector reads it. */
  async read(id: string): Promise<CrmOpportunity> {
    const [opportunity] = (await this.crm.port().readOpportunities([id])).opportunities;
    if (opportunity === undefined) throw new Error(`There is no opportunity ${id}.`);
    return opportunity;
  }

  /** The CRM's own field of a mapped field: its first part. */
  pathOf(field: string): string {
    const row = this.policy.mapping.find((candidate) => candidate.field === field);
    return Object.values(row?.crm ?? {})[0]?.[0] ?? field;
  }

  /** What a seller changes in a field; the CRM has an event of it. */
  sell(id: string, values: Parameters<World['crm']['edit']>[1], field: string): void {
    this.crm.edit(id, values);
    this.sellersFields.add(`${id} ${field}`);
    for (const [path, value] of Object.entries(values)) this.entered.crm.set(`${id} ${path}`, value);
    this.events.crm.push(id);
  }

  /** The team of an opportunity changes. */
  staff(id: string, team: readonly Person[]): void {
    const row = this.crm.rows.get(id);
    if (row) this.crm.put(id, row.values, { contacts: row.contacts, team });
    for (const [owner] of [row?.team ?? [], team]) if (owner) this.owners.add(`${id} ${owner.email}`);
    this.sellersFields.add(`${id} team`);
    this.entered.crm.set(`${id} team`, emailsOf(team));
    this.events.crm.push(id);
  }

  ask(opportunityId: string, action: 'sync' | 'accept' | 'decline', reason: string | null, mayEdit: boolean): void {
    this.requestCount += 1;
    this.crm.requests.push({
      id: `request-${this.requestCount}`,
      opportunityId,
      action,
      reason,
      requestedBy: 'seller',
      requestedAt: this.now().toISOString(),
      mayEdit,
      status: 'queued',
      message: '',
    });
    this.events.crm.push(opportunityId);
  }

  /** The CRM tells of changes, or a catch-up finds them. */
  hear(opportunityIds: readonly string[], urgent: boolean): Promise<void> {
    const intake = createIntake({ sync: this.queue, resolve: { add: () => Promise.resolve() } });
    const changedAt = this.now().toISOString();
    const hints = opportunityIds.map((id) => ({ object: 'opportunity' as const, id, opportunityId: id, changedAt }));
    return intake(CRM, hints, urgent);
  }

  /** Partner Center's events are taken in; as `insertReferralJobs`. */
  hearOfReferrals(changes: readonly { referralId: string; changedAt: string }[]): void {
    for (const { referralId, changedAt } of changes) {
      const waiting = this.referralQueue.get(referralId) ?? '';
      if (waiting < changedAt) this.referralQueue.set(referralId, changedAt);
    }
  }

  /** A process finds out what the referrals mean that changed. */
  async resolve(fate: Fate = UNDISTURBED): Promise<void> {
    const taken = [...this.referralQueue].map(([referralId, changedAt]) => ({ referralId, changedAt }));
    if (taken.length === 0) return;
    this.referralQueue.clear();
    await this.run(fate, async (deps, doomed) => {
      const { partnerCenter, limit, log } = deps;
      const sync = doomed.wrap(this.queue);
      const inbound = createInbound({
        partnerCenter,
        limit,
        log,
        sync,
        store: doomed.wrap(this.inbound.port()),
        findByEngagements: (ids) => Promise.resolve(this.inbound.findByEngagements(ids)),
        rules: RULES,
        crms: [CRM],
      });
      const find = (ids: readonly string[]) => Promise.resolve(this.inbound.findByReferrals(ids));
      const later = await createReferralResolver({ find, sync, inbound, crms: [CRM] })(taken);
      this.hearOfReferrals(taken.filter(({ referralId }) => later.has(referralId)));
      taken.length = 0;
    });
    // What a process that died had taken is handed over again.
    this.hearOfReferrals(taken);
  }

  /** A process takes one batch. @returns whether there was one */
  async work(fate: Fate = UNDISTURBED): Promise<boolean> {
    const taken = this.queue.take();
    if (taken.length === 0) return false;
    await this.run(fate, async (deps, doomed) => {
      const handler = withNewDeals(
        (items) => syncBatch(deps, items),
        (items) =>
          enterDeals(
            { ...deps, inbound: doomed.wrap(this.inbound.port()), sync: doomed.wrap(this.queue), rules: RULES },
            items,
          ),
      );
      const outcomes = await handler(taken.map(({ data }) => data));
      const { settle } = doomed.wrap({ settle: () => this.queue.settle(taken, outcomes) });
      await settle();
    });
    this.queue.giveBack();
    return true;
  }

  /** Compares everything on both sides, queues what differs, and works it off. */
  async reconcile(): Promise<void> {
    await reconcileAll({
      partnerCenter: this.partnerCenter.port(),
      crms: new Map([[CRM, { catchUp: () => this.listCrm() }]]),
      seen: this.seen.port(),
      sync: this.queue,
      unknown: (strangers) => Promise.resolve(this.hearOfReferrals(toFindOut(strangers, RULES))),
    });
    await this.workOff();
  }

  /** Works until nothing is left to do, however long it has to wait. */
  async workOff(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await this.resolve();
      const next = this.queue.nextTime();
      if (next === null && this.referralQueue.size === 0) return;
      this.wait(next ?? 0);
      await this.work();
    }
    throw new Error('The work takes no end.');
  }

  private async run(
    { killAt, meanwhile }: Fate,
    work: (deps: WorkerDeps, doomed: DoomedProcess) => Promise<void>,
  ): Promise<void> {
    const doomed = createDoomedProcess(killAt);
    const interruption = createInterruption(meanwhile);
    const deps = this.depsOf(doomed);
    const disturbed = {
      ...deps,
      crm: interruption.wrap(deps.crm),
      partnerCenter: interruption.wrap(deps.partnerCenter),
      store: interruption.wrap(deps.store),
    };
    const ended = await Promise.race([work(disturbed, doomed), doomed.killed]);
    if (ended === 'killed') this.interrupted = true;
  }

  /** As the adapters list for `catchUp(null)`: what has Sync on or shows a referral, and sellers' requests. */
  private async *listCrm(): AsyncGenerator<CatchUpPage> {
    await Promise.resolve();
    const listed = [...this.crm.rows].filter(([id]) => this.shown(id, 'sync') === true || this.shown(id, 'referralId'));
    const changedAt = new Date(0).toISOString();
    const waiting = this.crm.requests.filter(({ status }) => status === 'queued');
    yield {
      cursor: '',
      hints: [
        ...waiting.map(({ id, opportunityId }) => ({ object: 'request' as const, id, opportunityId, changedAt })),
        ...listed.map(([id, { modified }]) => ({
          object: 'opportunity' as const,
          id,
          opportunityId: id,
          changedAt,
          version: String(modified),
        })),
      ],
    };
  }
}
