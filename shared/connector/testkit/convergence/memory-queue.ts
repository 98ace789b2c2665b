import { asCosellError } from '../../../core/index.ts';
import type { Link } from '../../../core/model/index.ts';
import { dataOf, readsMicrosoft, together, type SyncJob, type SyncJobData } from '../../queue/sync-jobs.ts';
import type { ItemOutcome } from '../../worker/outcome.ts';
import type { FakeStore } from '../store.ts';
import type { MemorySeen } from './memory-seen.ts';

const CRM = 'salesforce';
const SAVE_AGAIN_MS = 60_000;

interface Row {
  data: SyncJobData;
  /** `created` waits for its time, `given-back` is what a dead process had taken. */
  state: 'created' | 'given-back' | 'active';
  readonly notBefore: number;
}

/** The queue of one CRM as queue/queue.ts and queue/sync-jobs.ts have it on PostgreSQL; it survives every process. */
export class MemoryQueue {
  rows: Row[] = [];
  readonly deadLetters = new Map<string, string>();
  private readonly store: FakeStore;
  private readonly seen: MemorySeen;
  /** Milliseconds since 1970. */
  private readonly now: () => number;

  constructor(store: FakeStore, seen: MemorySeen, now: () => number) {
    this.store = store;
    this.seen = seen;
    this.now = now;
  }

  /** As `insertSyncJobs`. */
  add(jobs: readonly SyncJob[]): Promise<void> {
    const wanted = new Map<string, SyncJob>();
    for (const job of jobs) wanted.set(job.opportunityId, together(wanted.get(job.opportunityId), job));
    for (const job of wanted.values()) {
      const waiting = this.rows.find(
        ({ data, state, notBefore }) =>
          data.opportunityId === job.opportunityId &&
          data.failures === 0 &&
          state === 'created' &&
          notBefore <= this.now(),
      );
      if (waiting === undefined) this.rows.push({ data: dataOf(job), state: 'created', notBefore: 0 });
      else {
        const { failures } = waiting.data;
        waiting.data = { ...dataOf(together({ crm: CRM, urgent: false, ...waiting.data }, job)), failures };
      }
    }
    return Promise.resolve();
  }

  /** As `replayDeadLetters`. */
  replayDeadLetters(): Promise<void> {
    const letters = [...this.deadLetters.keys()];
    this.deadLetters.clear();
    return this.add(
      letters.map((opportunityId) => ({ crm: CRM, opportunityId, urgent: false, microsoftChanged: true })),
    );
  }

  /** The oldest job of each opportunity that may be taken now. */
  take(): readonly Row[] {
    const taken = new Map<string, Row>();
    for (const row of this.rows) {
      const { opportunityId } = row.data;
      if (row.notBefore <= this.now() && !taken.has(opportunityId)) taken.set(opportunityId, row);
    }
    for (const row of taken.values()) row.state = 'active';
    return [...taken.values()];
  }

  /** As `releaseDeadClaims`. */
  giveBack(): void {
    for (const row of this.rows) if (row.state === 'active') row.state = 'given-back';
  }

  /** When the next job that waits can be taken; `null` when there is none. */
  nextTime(): number | null {
    return this.rows.length === 0 ? null : Math.min(...this.rows.map(({ notBefore }) => notBefore));
  }

  /** As `settle`: all that a batch led to, in one transaction. */
  settle(taken: readonly Row[], outcomes: readonly ItemOutcome[]): Promise<void> {
    for (const row of taken) {
      const outcome = outcomes.find(({ opportunityId }) => opportunityId === row.data.opportunityId);
      this.rows = this.rows.filter((other) => other !== row);
      if (outcome === undefined) throw new Error(`No outcome for ${row.data.opportunityId}.`);
      this.save(row.data, outcome.link !== null && this.isTaken(outcome.link) ? this.tryLater(outcome) : outcome);
    }
    return Promise.resolve();
  }

  private save(job: SyncJobData, outcome: ItemOutcome): void {
    const { opportunityId, kind, link } = outcome;
    if (link) this.store.links.set(opportunityId, structuredClone(link));
    if ('seen' in outcome) this.seen.save(outcome.seen);
    if (kind === 'as-agreed') return;
    if (kind === 'gone') this.store.links.delete(opportunityId);
    this.rows = this.rows.filter(
      ({ data, state }) =>
        !(
          data.opportunityId === opportunityId &&
          state === 'created' &&
          data.failures > 0 &&
          (data.microsoftChanged !== true || readsMicrosoft(job))
        ),
    );
    if (kind === 'dead') this.deadLetters.set(opportunityId, outcome.letter.errorCode);
    else if (kind !== 'retry') this.deadLetters.delete(opportunityId);
    if (kind === 'retry') {
      const { microsoftChanged } = job;
      const data = { opportunityId, failures: outcome.failures, ...(microsoftChanged ? { microsoftChanged } : {}) };
      this.rows.push({ data, state: 'created', notBefore: outcome.notBefore.getTime() });
    }
  }

  /** A referral belongs to one opportunity. */
  private isTaken({ opportunityId, referralId }: Link): boolean {
    return (
      referralId !== null &&
      [...this.store.links.values()].some(
        (other) => other.referralId === referralId && other.opportunityId !== opportunityId,
      )
    );
  }

  private tryLater({ opportunityId }: ItemOutcome): ItemOutcome {
    const error = asCosellError(new Error('the result could not be saved'));
    return {
      kind: 'retry',
      opportunityId,
      link: null,
      error,
      failures: 1,
      notBefore: new Date(this.now() + SAVE_AGAIN_MS),
    };
  }
}
