import { setTimeout as pause } from 'node:timers/promises';
import { ACCOUNT, CONTACT, DEAL } from '../../tests/e2e/support/deals.ts';
import { measurement, percentile, type Measurement } from './measurement.ts';
import type { BenchWorld, CrmName } from './world.ts';

const SAMPLES = 40;
const LOOK_EVERY_MS = 2;
const WITHIN_MS = 30_000;

/** From the tick that is saved to identifier, link and "in sync" on the opportunity: a co-sell deal, two calls to Partner Center. */
export async function measureInPlace(world: BenchWorld, crmName: CrmName): Promise<Measurement> {
  const crm = world.crm[crmName];
  const customer = await crm.createCustomer(ACCOUNT, CONTACT);
  const latencies: number[] = [];
  await world.partnerCenter.client.clearRequests();
  for (let index = 0; index < SAMPLES; index += 1) {
    const id = await crm.createOpportunity({ ...DEAL, name: `In place ${index}`, sync: false }, customer);
    const started = performance.now();
    await crm.update(id, { sync: true });
    for (;;) {
      const { status, referralId, referralLink } = await crm.section(id);
      if (status === 'in-sync' && referralId && referralLink) break;
      if (performance.now() - started > WITHIN_MS) throw new Error(`${id} is still "${status}" after 30 s.`);
      await pause(LOOK_EVERY_MS);
    }
    latencies.push(Math.round(performance.now() - started));
  }
  return measurement('tick-to-in-sync', crmName, {
    partner_center_calls_per_change: (await world.partnerCenter.connectorCalls()) / SAMPLES,
    p50_ms: percentile(latencies, 0.5),
    p95_ms: percentile(latencies, 0.95),
    rss_mb: await world.peakMemory(),
  });
}
