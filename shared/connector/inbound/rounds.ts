import type { NewOpportunity } from '../../core/inbound/index.ts';

/**
 * Of deals with the same new customer only the first may make the account: the others wait until it is there, and find it. So each deal
 * can be made as a whole, and fail on its own.
 */
export function firstOfEachCustomer<Deal>(
  deals: readonly Deal[],
  createOf: (deal: Deal) => NewOpportunity,
): { readonly first: readonly Deal[]; readonly others: readonly Deal[] } {
  const making = new Set<string>();
  const others = new Set<Deal>();
  for (const deal of deals) {
    const { account } = createOf(deal);
    if (account === null || 'id' in account) continue;
    const customer = JSON.stringify(account.values).toLowerCase();
    if (making.has(customer)) others.add(deal);
    making.add(customer);
  }
  return { first: deals.filter((deal) => !others.has(deal)), others: [...others] };
}
