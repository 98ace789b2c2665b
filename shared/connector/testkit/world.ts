import { buildPolicy } from '../../core/index.ts';
import type { CrmValue, Person } from '../../core/model/index.ts';
import type { PolicyOptions, SyncPolicy } from '../../core/policy/index.ts';
import type { Log } from '../operations/log.ts';
import type { BatchItem } from '../queue/queue.ts';
import type { RetrySettings } from '../queue/backoff.ts';
import type { WorkerDeps } from '../worker/deps.ts';
import { createLimit } from '../worker/limit.ts';
import type { ItemOutcome } from '../worker/outcome.ts';
import { syncBatch } from '../worker/sync-batch.ts';
import { createDoomedProcess, type DoomedProcess } from './crash.ts';
import { FakeCrm } from './crm.ts';
import { FakePartnerCenter } from './referrals.ts';
import { FakeStore } from './store.ts';

const CONTACT: Person = { firstName: 'Ada', lastName: 'Moreno', email: 'ada@example.com', phone: '+1 555 0100' };
type Because = Pick<BatchItem, 'referralChangedAt' | 'ifCrmChanged'>;

const RETRY: RetrySettings = { limit: 4, baseSeconds: 2, maxSeconds: 60 };

export const SILENT: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => SILENT,
};

/** A CRM, Partner Center and what the connector remembers, all in memory, with a clock of their own. */
export class World {
  readonly crm = new FakeCrm();
  readonly partnerCenter: FakePartnerCenter;
  readonly store = new FakeStore();
  readonly policy: SyncPolicy;
  /** Moments at which the last process had an effect. */
  moments = 0;
  private time = Date.parse('2026-11-20T10:00:00Z');

  constructor(options: Omit<PolicyOptions, 'crm'> = {}) {
    this.partnerCenter = new FakePartnerCenter(() => this.now());
    this.policy = buildPolicy({ crm: 'salesforce', defaultCurrency: 'USD', ...options });
  }

  /** Goes on by a second each time it is looked at. */
  now(): Date {
    this.time += 1_000;
    return new Date(this.time);
  }

  /** Lets time pass until then (milliseconds since 1970). */
  wait(until: number): void {
    this.time = Math.max(this.time, until);
  }

  /** An opportunity that is ready to be shared with Microsoft's help. */
  addOpportunity(id: string, values: Record<string, CrmValue> = {}): void {
    const { fields } = this.policy;
    this.crm.put(
      id,
      {
        Id: id,
        Name: `Deal ${id}`,
        Amount: '50000',
        CloseDate: '2027-03-31',
        StageName: 'Accepted',
        Description: 'Needs a proof of concept.',
        'Account.Name': 'Contoso',
        'Account.BillingStreet': '1 Main Street',
        'Account.BillingCity': 'Redmond',
        'Account.BillingState': 'WA',
        'Account.BillingPostalCode': '98052',
        'Account.BillingCountry': 'US',
        [fields.sync]: true,
        [fields.help]: 'ProofOfConceptOrDemo',
        [fields.visible]: false,
        [fields.products]: 'SOL-12345-ABC',
        ...values,
      },
      { contacts: [CONTACT], team: [{ ...CONTACT, firstName: 'Sam', email: 'sam@example.com' }] },
    );
  }

  /** What a seller sees in a field of the section. */
  shown(id: string, field: keyof SyncPolicy['fields']): CrmValue {
    return this.crm.valueOf(id, this.policy.fields[field]);
  }

  /** Runs a batch to its end. */
  async sync(
    ids: readonly string[],
    failures = 0,
    because: Because | ((id: string) => Because) = {},
  ): Promise<readonly ItemOutcome[]> {
    const outcomes = await this.syncUntilKilled(ids, Infinity, failures, because);
    if (outcomes === 'killed') throw new Error('A process that nobody kills was killed.');
    return outcomes;
  }

  /** What a worker of this process has to work with. */
  protected depsOf(process: DoomedProcess): WorkerDeps {
    return {
      crmName: 'salesforce',
      crm: process.wrap(this.crm.port()),
      partnerCenter: process.wrap(this.partnerCenter.port()),
      store: process.wrap(this.store.port()),
      policy: this.policy,
      retry: RETRY,
      limit: createLimit(16),
      now: () => this.now(),
      random: () => 0.5,
      log: SILENT,
    };
  }

  /** Runs a batch in a process that is killed at the given moment, unless it has ended before. */
  async syncUntilKilled(
    ids: readonly string[],
    killAt: number,
    failures = 0,
    because: Because | ((id: string) => Because) = {},
  ): Promise<readonly ItemOutcome[] | 'killed'> {
    const doomed = createDoomedProcess(killAt);
    const deps = this.depsOf(doomed);
    const reasonOf = typeof because === 'function' ? because : () => because;
    const batch = ids.map((opportunityId) => ({ opportunityId, failures, ...reasonOf(opportunityId) }));
    const queue = doomed.wrap({ commit: (outcomes: readonly ItemOutcome[]) => this.store.commit(outcomes) });
    const run = async (): Promise<readonly ItemOutcome[]> => {
      const outcomes = await syncBatch(deps, batch);
      await queue.commit(outcomes);
      return outcomes;
    };
    const ended = await Promise.race([run(), doomed.killed]);
    this.moments = doomed.moments();
    return ended;
  }
}
