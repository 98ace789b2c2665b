import { fieldToCrm } from '../mapping/crm-writer.ts';
import { isOwnField } from '../mapping/crm-paths.ts';
import { rowOf, valueForCrm } from '../mapping/place.ts';
import { getField, withField } from '../model/fields.ts';
import type { CrmValue, Customer, Deal, Money } from '../model/index.ts';
import type { SyncPolicy } from '../policy/types.ts';

/** The fields of a new opportunity, and of its account, by path. */
export interface NewValues {
  readonly own: Readonly<Record<string, CrmValue>>;
  /** By full path: `Account.BillingCity`. Empty when the mapping makes no account. */
  readonly account: Readonly<Record<string, CrmValue>>;
  /** The amount was left out: the CRM has no such currency. */
  readonly unknownCurrency: string | null;
}

/** Rows that are records of their own, or that say what nobody asks of a deal that came to us. */
const NOT_VALUES: readonly string[] = ['contacts', 'team', 'help'];
/** What every CRM insists on; these rows cannot be switched off for a new opportunity. */
const NEEDED: readonly string[] = ['name', 'closeDate', 'phase'];

/** The deal in the form of the place `createInCrm`. */
export function dealForCrm(deal: Deal, policy: SyncPolicy): Deal {
  return policy.mapping.reduce(
    (made, row) => withField(made, row.field, valueForCrm(getField(deal, row.field), row, policy, 'createInCrm')),
    deal,
  );
}

/** @param deal in the form of the place `createInCrm` */
export function newValues(deal: Deal, policy: SyncPolicy, knowsCurrency: boolean): NewValues {
  const own: Record<string, CrmValue> = {};
  const account: Record<string, CrmValue> = {};
  let unknownCurrency: string | null = null;
  for (const row of policy.mapping) {
    const { field } = row;
    if (NOT_VALUES.includes(field) || (row.places.createInCrm === null && !NEEDED.includes(field))) continue;
    if (field === 'dealValue') {
      const money = deal.dealValue;
      const writes = money === null ? {} : moneyValues(money, policy, knowsCurrency);
      if (writes === null) unknownCurrency = money?.currency ?? null;
      Object.assign(own, writes);
    } else if (field === 'customer') {
      for (const [path, value] of customerValues(deal.customer, policy)) {
        (isOwnField(path) ? own : account)[path] = value;
      }
    } else {
      Object.assign(own, fieldToCrm(row, getField(deal, field), null, policy));
    }
  }
  return { own: filled(own), account, unknownCurrency };
}

/** `null` when the amount would be read as one in another currency. */
function moneyValues(money: Money, policy: SyncPolicy, knowsCurrency: boolean): Record<string, CrmValue> | null {
  const { amount = [], currency = [] } = rowOf(policy, 'dealValue').crm;
  if (amount[0] === undefined || !isOwnField(amount[0])) return {};
  if (knowsCurrency && currency[0] !== undefined) return { [amount[0]]: money.amount, [currency[0]]: money.currency };
  return money.currency === policy.defaultCurrency ? { [amount[0]]: money.amount } : null;
}

/** The customer's parts at the first path of each; where there is no field for the second line, the street has two lines. */
function customerValues(customer: Customer | null, policy: SyncPolicy): readonly (readonly [string, CrmValue])[] {
  if (customer === null) return [];
  const { crm } = rowOf(policy, 'customer');
  const { line1, line2 } = customer.address;
  const street = crm.line2?.[0] === undefined ? [line1, line2].filter((line) => line !== null).join('\n') : line1;
  const parts = { name: customer.name, ...customer.address, line1: street === '' ? null : street };
  return Object.entries(parts).flatMap(([part, value]) => {
    const path = crm[part]?.[0];
    return path === undefined || value === null ? [] : [[path, value] as const];
  });
}

function filled(values: Readonly<Record<string, CrmValue>>): Record<string, CrmValue> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}
