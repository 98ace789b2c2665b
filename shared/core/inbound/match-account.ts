import type { AccountCandidate } from './types.ts';

/** An account that is taken for the customer, and why. */
export interface AccountMatch {
  readonly account: AccountCandidate;
  readonly by: 'name and postal code' | 'name';
}

/**
 * The account of a deal's customer: same name and same postal code (microsoft-connector.md §6). Where the deal has no postal code, the
 * only account of that name is it. Case and spaces do not count; of several the oldest is taken.
 */
export function matchAccount(
  customer: { readonly name: string; readonly postalCode: string | null },
  candidates: readonly AccountCandidate[],
): AccountMatch | null {
  const sameName = candidates.filter(({ name }) => plain(name) === plain(customer.name));
  if (customer.postalCode === null) {
    const [only, second] = sameName;
    return only !== undefined && second === undefined ? { account: only, by: 'name' } : null;
  }
  const code = compact(customer.postalCode);
  const account = sameName.find(({ postalCode }) => postalCode !== null && compact(postalCode) === code);
  return account === undefined ? null : { account, by: 'name and postal code' };
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Postal codes are written with and without their space or hyphen. */
function compact(code: string): string {
  return code.replace(/[\s-]/g, '').toLowerCase();
}
