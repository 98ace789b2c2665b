import { type Html, html } from '../../kit/index.ts';
import { canSee, type Org, type OrgUser } from '../org.ts';
import { fieldOf, requireObject } from '../schema/lookup.ts';
import type { Row } from '../store/store.ts';
import { moneyText, statusTag } from './format.ts';

/**
 * All opportunities that a person sees, newest first, with their status at Microsoft.
 * @param search the page's own query, which the links keep
 */
export function listBody(org: Org, user: OrgUser, search: string): Html {
  const opportunity = requireObject(org.schema, 'Opportunity');
  const account = requireObject(org.schema, 'Account');
  const status = fieldOf(opportunity, 'Partner_Center_Status__c');
  const rows = [...org.store.rows(opportunity)].filter((row) => canSee(org, user, opportunity, row)).reverse();
  const accountName = ({ AccountId }: Row) =>
    typeof AccountId === 'string' ? org.store.get(account, AccountId)?.Name : null;
  return html`<div class="card scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Opportunity</th>
          <th scope="col">Account</th>
          <th scope="col">Stage</th>
          <th scope="col">Amount</th>
          <th scope="col">Close date</th>
          <th scope="col">Sync</th>
          <th scope="col">Partner Center</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td><a href="/lightning/r/Opportunity/${row.Id}/view${search}">${row.Name}</a></td>
              <td>${accountName(row)}</td>
              <td>${row.StageName}</td>
              <td class="number">${moneyText(row.Amount ?? null, row.CurrencyIsoCode ?? null)}</td>
              <td class="date">${row.CloseDate}</td>
              <td>${row.Sync_with_Partner_Center__c === true ? 'Yes' : 'No'}</td>
              <td>${statusTag(status, row.Partner_Center_Status__c ?? null)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
