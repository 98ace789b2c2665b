import Big from 'big.js';
import { CODES, DataverseError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { type Row, type Value, type Values, isReference } from '../store/values.ts';

const OPEN = 0;

/** The account and the customer of an opportunity follow each other, as in the Sales app. */
export function settleCustomer(before: Values, changes: Values): Record<string, Value> {
  const customer = changes.customerid;
  const account = changes.parentaccountid;
  const contact = changes.parentcontactid;
  if (isReference(customer))
    return customer.table === 'account' && account === undefined ? { parentaccountid: customer } : {};
  if (isReference(account)) return { customerid: account };
  if (isReference(contact) && !isReference(before.customerid)) return { customerid: contact };
  return {};
}

/** @throws DataverseError (400) when an opportunity would have no customer. */
export function requireCustomer(values: Values): void {
  if (isReference(values.customerid)) return;
  throw new DataverseError(
    400,
    CODES.missingColumn,
    'You should specify a parent contact or account: customerid is missing on opportunity.',
  );
}

/**
 * Won and lost opportunities are read-only until they are reopened (statecode 0), except columns of our own: the platform lets
 * an integration write custom columns of an inactive row (assumed, not checked against a real environment).
 * @throws DataverseError (400)
 */
export function refuseClosed(row: Row, changes: Values): void {
  const reopened = changes.statecode === OPEN;
  if (row.values.statecode === OPEN || reopened) return;
  const names = Object.keys(changes).filter((name) => !name.includes('_') && changes[name] !== row.values[name]);
  if (names.length === 0) return;
  throw new DataverseError(
    400,
    CODES.closedOpportunity,
    `The opportunity ${row.id} is closed and read-only: ${names.join(', ')} can't be changed until it is reopened.`,
  );
}

/** Closing fills the actual values that the caller left out; reopening empties them. */
export function settleClose(before: Values, changes: Values, today: string): Record<string, Value> {
  const state = changes.statecode;
  if (state === undefined || state === before.statecode) return {};
  if (state === OPEN) return { actualclosedate: null, actualvalue: null };
  return {
    actualclosedate: changes.actualclosedate ?? today,
    actualvalue: changes.actualvalue ?? (state === 1 ? (changes.estimatedvalue ?? before.estimatedvalue ?? null) : '0'),
  };
}

/** Currency by default, exchange rate and the value in the base currency. */
export function settleCurrency(store: Store, values: Values): Record<string, Value> {
  const chosen = isReference(values.transactioncurrencyid) ? values.transactioncurrencyid : baseCurrency(store);
  if (!chosen) return {};
  const rate = store.get('transactioncurrency', chosen.id)?.values.exchangerate;
  const value = values.estimatedvalue;
  const base =
    typeof value === 'string' && typeof rate === 'string' ? new Big(value).div(rate).round(2).toFixed() : null;
  return { transactioncurrencyid: chosen, exchangerate: rate ?? null, estimatedvalue_base: base };
}

function baseCurrency(store: Store): (Value & object) | null {
  const [organization] = store.rows('organization');
  const base = organization?.values.basecurrencyid;
  return isReference(base) ? base : null;
}
