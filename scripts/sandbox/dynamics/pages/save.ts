import { queryError } from '../errors.ts';
import { type Json, type Seller, textOf } from './view.ts';

const LOOKUPS = [
  ['_transactioncurrencyid_value', 'transactioncurrencyid', 'transactioncurrencies'],
  ['_parentaccountid_value', 'parentaccountid', 'accounts'],
  ['_parentcontactid_value', 'parentcontactid', 'contacts'],
] as const;
const TEXTS = ['name', 'description', 'estimatedclosedate', 'cosell_products'] as const;
const BOOLEANS = ['cosell_syncwithpartnercenter', 'cosell_referralvisible'] as const;

/**
 * Saves what the seller changed on the form, as the CRM's form does: only changed columns, through the strict API.
 * @throws DataverseError with what the environment refused.
 */
export function saveRecord(seller: Seller, id: string, form: Json): void {
  const row = seller.read(`opportunities(${id})`);
  const changes = changedColumns(row, form);
  if (Object.keys(changes).length > 0) seller.send('PATCH', `opportunities(${id})`, changes);
  saveCountry(seller, form);
  const action = textOf(form, 'action');
  if (action === 'win') close(seller, 'WinOpportunity', id);
  if (action === 'lose') close(seller, 'LoseOpportunity', id);
  if (action === 'reopen') seller.send('PATCH', `opportunities(${id})`, { statecode: 0, statuscode: 1 });
  if (action === 'sync-now') requestSync(seller, id);
}

function changedColumns(row: Json, form: Json): Record<string, unknown> {
  const wanted: Record<string, unknown> = {};
  for (const name of TEXTS) wanted[name] = textOf(form, name).replaceAll('\r\n', '\n') || null;
  for (const name of BOOLEANS) wanted[name] = textOf(form, name) === 'true';
  wanted.estimatedvalue = numberOrNull(form, 'estimatedvalue', 'Est. Revenue');
  wanted.cosell_howcanmicrosofthelp = numberOrNull(form, 'cosell_howcanmicrosofthelp', 'How can Microsoft help?');
  if (form.statuscode !== undefined) wanted.statuscode = numberOrNull(form, 'statuscode', 'Status Reason');
  const changes = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => value !== (row[name] ?? null)));
  for (const [column, navigation, set] of LOOKUPS) {
    const target = textOf(form, column);
    if (target === textOf(row, column)) continue;
    changes[`${navigation}@odata.bind`] = target === '' ? null : `/${set}(${target})`;
  }
  return changes;
}

function numberOrNull(form: Json, name: string, label: string): number | null {
  const text = textOf(form, name).trim();
  if (text === '') return null;
  const value = Number(text);
  if (Number.isNaN(value)) throw queryError(`${label}: "${text}" is not a number.`);
  return value;
}

function saveCountry(seller: Seller, form: Json): void {
  const accountId = textOf(form, '_parentaccountid_value');
  // The country on the form belongs to the account that the form was opened with.
  if (accountId === '' || accountId !== textOf(form, 'account')) return;
  const country = textOf(form, 'address1_country') || null;
  if (country === (seller.read(`accounts(${accountId})?$select=address1_country`).address1_country ?? null)) return;
  seller.send('PATCH', `accounts(${accountId})`, { address1_country: country });
}

function close(seller: Seller, action: 'WinOpportunity' | 'LoseOpportunity', id: string): void {
  const subject = action === 'WinOpportunity' ? 'Won' : 'Lost';
  seller.send('POST', action, {
    Status: -1,
    OpportunityClose: { subject, 'opportunityid@odata.bind': `/opportunities(${id})` },
  });
}

function requestSync(seller: Seller, id: string): void {
  seller.send('POST', 'cosell_requests', { 'cosell_opportunityid@odata.bind': `/opportunities(${id})` });
}
