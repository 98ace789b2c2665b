import { ACCOUNT, CONTACT } from '../../tests/e2e/support/deals.ts';
import { crmRows, type LinkedDeal } from './crm-rows.ts';
import { inParallel } from './in-parallel.ts';
import { untilCount } from './until-count.ts';
import type { BenchWorld, CrmName } from './world.ts';

export interface Portfolio {
  readonly accountId: string;
  readonly deals: readonly LinkedDeal[];
}

const DEAL = {
  name: 'Benchmark deal',
  amount: 1_000,
  currency: 'EUR',
  closeDate: '2027-03-31',
  notes: 'Made by the benchmark.',
  sync: true,
  help: null,
  visible: false,
  products: 'SOL-15974-MQF',
} as const;

/** Makes `count` opportunities with Sync on, as an import would, and waits until the connector has shared them all. */
export async function makePortfolio(world: BenchWorld, crmName: CrmName, count: number): Promise<Portfolio> {
  const crm = world.crm[crmName];
  const rows = crmRows(crm);
  const customer = await crm.createCustomer(ACCOUNT, CONTACT);
  const { accountId } = customer;
  await inParallel(Array.from({ length: count }), 16, async (_, index) => {
    await crm.createOpportunity({ ...DEAL, name: `${DEAL.name} ${index + 1}` }, customer);
  });
  await untilCount(count, () => rows.countInSync(accountId));
  return { accountId, deals: await rows.linkedDeals(accountId) };
}
