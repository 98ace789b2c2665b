import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ItemOutcome } from '../worker/outcome.ts';

/** How many jobs of a queue are in which state. */
export interface QueueDepth {
  readonly queue: string;
  readonly state: 'waiting' | 'delayed' | 'active';
  readonly jobs: number;
}

/** Figures for Prometheus. Labels are names and codes only, never ids. */
export interface Metrics {
  readonly contentType: string;
  render(): Promise<string>;
  batchDone(crm: string, outcomes: readonly ItemOutcome[], seconds: number): void;
  /** One call to another system; `outcome` is `ok` or an error code. */
  called(system: string, operation: string, outcome: string, seconds: number): void;
  /** One webhook call; `outcome` says what came of it or why it was refused. */
  webhook(source: 'partner-center' | 'dynamics', status: number, outcome: string): void;
}

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/**
 * @param depths asked when Prometheus asks
 * @param systems asked when Prometheus asks; must be cheap
 */
export function createMetrics(
  depths: () => Promise<readonly QueueDepth[]>,
  systems: () => Promise<readonly { readonly name: string; readonly ok: boolean }[]>,
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const syncs = new Counter({
    name: 'cosell_syncs_total',
    help: 'Opportunities synced, by how it ended and by error code.',
    labelNames: ['crm', 'outcome', 'code'],
    registers,
  });
  const batches = new Histogram({
    name: 'cosell_batch_seconds',
    help: 'Time from a batch being taken to its being written.',
    labelNames: ['crm'],
    buckets: SECONDS,
    registers,
  });
  const sizes = new Histogram({
    name: 'cosell_batch_opportunities',
    help: 'Opportunities in a batch.',
    labelNames: ['crm'],
    buckets: [1, 2, 5, 10, 20, 50, 100, 200],
    registers,
  });
  const calls = new Histogram({
    name: 'cosell_call_seconds',
    help: 'Calls to Partner Center and the CRMs, with the retries inside the client.',
    labelNames: ['system', 'operation', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const webhooks = new Counter({
    name: 'cosell_webhooks_total',
    help: 'Webhook calls received, by who sent them, HTTP status of the answer, and what came of them.',
    labelNames: ['source', 'status', 'outcome'],
    registers,
  });
  new Gauge({
    name: 'cosell_queue_jobs',
    help: 'Jobs in the queues.',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      this.reset();
      for (const { queue, state, jobs } of await depths()) this.set({ queue, state }, jobs);
    },
  });
  new Gauge({
    name: 'cosell_system_up',
    help: 'Whether a system outside answered when it was last looked at: 1, else 0.',
    labelNames: ['system'],
    registers,
    async collect() {
      for (const { name, ok } of await systems()) this.set({ system: name }, ok ? 1 : 0);
    },
  });
  return {
    contentType: registry.contentType,
    render: () => registry.metrics(),
    batchDone: (crm, outcomes, seconds) => {
      batches.observe({ crm }, seconds);
      sizes.observe({ crm }, outcomes.length);
      for (const outcome of outcomes) {
        syncs.inc({ crm, outcome: outcome.kind, code: 'error' in outcome ? outcome.error.code : 'none' });
      }
    },
    called: (system, operation, outcome, seconds) => calls.observe({ system, operation, outcome }, seconds),
    webhook: (source, status, outcome) => webhooks.inc({ source, status: String(status), outcome }),
  };
}
