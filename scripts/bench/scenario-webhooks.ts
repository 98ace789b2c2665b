import { setTimeout as pause } from 'node:timers/promises';
import { runBareLoop } from './bare-loop.ts';
import { changeValues } from './change-values.ts';
import type { Portfolio } from './crm-portfolio.ts';
import { crmRows } from './crm-rows.ts';
import { measurement, percentile, rounded, type Measurement } from './measurement.ts';
import { untilCount } from './until-count.ts';
import { deliver, prepareEvents } from './webhook-events.ts';
import type { BenchWorld, CrmName } from './world.ts';

const SAMPLES = 40;
const LOOK_EVERY_MS = 2;

/**
 * Signed events for as many different referrals, 16 at a time, until the last change stands in the CRM with its audit line; and the
 * bare loop on the same deals and the same stand-ins, right after it.
 */
export async function measureWebhooks(
  world: BenchWorld,
  crmName: CrmName,
  { accountId, deals }: Portfolio,
): Promise<readonly Measurement[]> {
  const rows = crmRows(world.crm[crmName]);
  const changes = await changeValues(world.partnerCenter, deals, 2_000);
  const events = await prepareEvents(world, changes);
  await world.partnerCenter.client.clearRequests();
  await world.crm[crmName].client.clearRequests();
  const started = performance.now();
  await deliver(world, events);
  const taken = performance.now() - started;
  await untilCount(deals.length, () => rows.countWithAmount(accountId, 2_000));
  const milliseconds = performance.now() - started;
  const calls = await world.partnerCenter.connectorCalls();
  const crmCalls = await world.crm[crmName].connectorCalls();
  const latencies = await sampleLatency(world, crmName, { accountId, deals });

  await changeValues(world.partnerCenter, deals, 3_000);
  const bare = await runBareLoop(world, crmName, deals);
  const perSecond = (duration: number): number => rounded((deals.length / duration) * 1_000);
  return [
    measurement('webhook-to-crm', crmName, {
      events_per_s: perSecond(milliseconds),
      ratio_to_bare_loop: rounded(bare / milliseconds),
      partner_center_calls_per_change: rounded(calls / deals.length),
      crm_calls_per_change: rounded(crmCalls / deals.length),
      p50_ms: percentile(latencies, 0.5),
      p95_ms: percentile(latencies, 0.95),
      rss_mb: await world.peakMemory(),
    }),
    measurement('webhook-acknowledged', crmName, { events_per_s: perSecond(taken) }),
    measurement('bare-loop', crmName, {
      events_per_s: perSecond(bare),
      ratio_to_bare_loop: 1,
      partner_center_calls_per_change: 1,
      crm_calls_per_change: 2,
    }),
  ];
}

/** From one event's delivery to its change in the CRM, one at a time. */
async function sampleLatency(
  world: BenchWorld,
  crmName: CrmName,
  { accountId, deals }: Portfolio,
): Promise<readonly number[]> {
  const rows = crmRows(world.crm[crmName]);
  const latencies: number[] = [];
  for (const [index, deal] of deals.slice(0, SAMPLES).entries()) {
    const value = 5_000 + index;
    const events = await prepareEvents(world, await changeValues(world.partnerCenter, [deal], value));
    const started = performance.now();
    await deliver(world, events);
    while ((await rows.countWithAmount(accountId, value)) === 0) await pause(LOOK_EVERY_MS);
    latencies.push(Math.round(performance.now() - started));
  }
  return latencies;
}
