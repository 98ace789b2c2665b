import { type Html, html } from '../../kit/index.ts';
import { canSee, type Org, type OrgUser } from '../org.ts';
import { requireObject } from '../schema/lookup.ts';
import type { Row } from '../store/store.ts';
import { statusTag } from './format.ts';
import { pageField } from './record.ts';

/** All opportunities that the seller sees, newest first, with their status at Microsoft. */
export function listBody(org: Org, seller: OrgUser): Html {
  const opportunity = requireObject(org.schema, 'Opportunity');
  const account = requireObject(org.schema, 'Account');
  const status = pageField(org, 'Opportunity', 'Partner_Center_Status__c');
  const rows = [...org.store.rows(opportunity)].filter((row) => canSee(org, seller, opportunity, row)).reverse();
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
              <td><a href="/lightning/r/Opportunity/${row.Id}/view">${row.Name}</a></td>
              <td>${accountName(row)}</td>
              <td>${row.StageName}</td>
              <td class="number">${row.Amount ?? '-'} ${row.CurrencyIsoCode}</td>
              <td>${row.CloseDate}</td>
              <td>${row.Sync_with_Partner_Center__c === true ? 'Yes' : 'No'}</td>
              <td>${statusTag(status, row.Partner_Center_Status__c ?? null)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
