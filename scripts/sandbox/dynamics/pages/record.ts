import type { Schema } from '../schema/index.ts';
import { type Page, html } from '../../kit/index.ts';
import { microsoftFields } from './microsoft.ts';
import { readChoices, recordForm } from './record-form.ts';
import { type Json, type Seller, shown, textOf } from './view.ts';

export const LIST_PATH = '/main.aspx?pagetype=entitylist&etn=opportunity';
export const SYSTEM = 'Dynamics 365 Sales';
export const NAVIGATION = [{ href: LIST_PATH, label: 'Opportunities' }] as const;

export function recordPath(id: string): string {
  return `/main.aspx?pagetype=entityrecord&etn=opportunity&id=${id}`;
}

interface Outcome {
  readonly saved: boolean;
  readonly error: string | null;
  /** What was typed, so that nothing is lost when the save was refused. */
  readonly typed: Json | null;
}

/** The opportunity's record page as the seller sees it. @throws DataverseError when the row doesn't exist. */
export function recordPage(schema: Schema, seller: Seller, id: string, { saved, error, typed }: Outcome): Page {
  const row = seller.read(`opportunities(${id})`);
  const accountId = textOf(row, '_parentaccountid_value');
  const account = accountId === '' ? {} : seller.read(`accounts(${accountId})?$select=address1_country`);
  const open = row.statecode === 0;
  return {
    title: textOf(row, 'name') || 'Opportunity',
    system: SYSTEM,
    navigation: NAVIGATION,
    body: html`${error !== null && html`<p class="message error" role="alert">${error}</p>`}
      ${saved && html`<p class="message done" role="status">Saved.</p>`}
      <p>
        <span class="tag">${shown(row, 'statecode')}</span> <span class="tag">${shown(row, 'statuscode')}</span> Owner:
        ${shown(row, '_ownerid_value')}
      </p>
      <form method="post" action="${recordPath(id)}">
        <input type="hidden" name="account" value="${accountId}" />
        <div class="actions card">
          <button name="action" value="save">Save</button>
          ${
            open
              ? html`<button class="plain" name="action" value="win">Close as Won</button>
                  <button class="plain" name="action" value="lose">Close as Lost</button>`
              : html`<button class="plain" name="action" value="reopen">Reopen Opportunity</button>`
          }
          <button class="plain" name="action" value="sync-now">Sync now</button>
        </div>
        <div class="columns">
          ${recordForm(schema, row, account, readChoices(seller), typed)}
          <section class="card" aria-labelledby="referral" data-source="/main.aspx/microsoft?id=${id}">
            <h2 id="referral">Referral</h2>
            ${microsoftFields(row)}
          </section>
        </div>
      </form>
      <script src="/main.aspx/poll.js" defer></script>`,
  };
}
