import type { Schema } from '../schema/index.ts';
import { type Html, html } from '../../kit/index.ts';
import { checkField, choiceField, longField, textField } from './fields.ts';
import { type Json, type Seller, rowsOf, textOf } from './view.ts';

/** The lookups that the form offers, with the rows to choose from. */
interface Choices {
  readonly currencies: readonly Json[];
  readonly accounts: readonly Json[];
  readonly contacts: readonly Json[];
  readonly solutions: readonly Json[];
}

export function readChoices(seller: Seller): Choices {
  const rows = (path: string): readonly Json[] => rowsOf(seller.read(path));
  return {
    currencies: rows('transactioncurrencies?$select=isocurrencycode&$orderby=isocurrencycode'),
    accounts: rows('accounts?$select=name&$orderby=name'),
    contacts: rows('contacts?$select=fullname&$orderby=fullname'),
    solutions: rows('cosell_solutions?$select=cosell_solutionidentifier,cosell_name&$orderby=cosell_name'),
  };
}

/** The editable half of the form: what sellers fill in. Its field names are those of the Web API. */
export function recordForm(schema: Schema, row: Json, account: Json, choices: Choices, typed: Json | null): Html {
  const value = (name: string): string => (typed ? textOf(typed, name) : textOf(row, name));
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    value: value(name),
    ...(hint && { hint }),
  });
  const lookup = (name: string, label: string) => field(`_${name}_value`, label);
  const options = (rows: readonly Json[], id: string, label: string) =>
    rows.map((item) => ({ value: textOf(item, id), label: textOf(item, label) }));
  const optionsOf = (column: string) =>
    (schema.tables.get('opportunity')?.columns.get(column)?.options ?? []).map((option) => ({
      value: String(option.value),
      label: option.label,
    }));
  const reasons = (schema.tables.get('opportunity')?.columns.get('statuscode')?.options ?? []).filter(
    ({ state }) => state === 0,
  );

  return html`<section class="card" aria-labelledby="summary">
      <h2 id="summary">Summary</h2>
      ${textField(field('name', 'Topic'))} ${textField(field('estimatedvalue', 'Est. Revenue'), 'number')}
      ${choiceField(lookup('transactioncurrencyid', 'Currency'), options(choices.currencies, 'transactioncurrencyid', 'isocurrencycode'), null)}
      ${textField(field('estimatedclosedate', 'Est. Close Date'), 'date')}
      ${longField(field('description', 'Description'))}
      ${choiceField(lookup('parentaccountid', 'Account'), options(choices.accounts, 'accountid', 'name'), '--None--')}
      ${choiceField(lookup('parentcontactid', 'Primary Contact'), options(choices.contacts, 'contactid', 'fullname'), '--None--')}
      <div class="field">
        <label for="address1_country">Country of the account <span class="hint">two letters, such as DE</span></label>
        <input
          id="address1_country"
          name="address1_country"
          value="${typed ? textOf(typed, 'address1_country') : textOf(account, 'address1_country')}"
        />
      </div>
      ${
        row.statecode === 0 &&
        choiceField(
          field('statuscode', 'Status Reason'),
          reasons.map((reason) => ({ value: String(reason.value), label: reason.label })),
          null,
        )
      }
    </section>
    <section class="card" aria-labelledby="partner-center">
      <h2 id="partner-center">Microsoft Partner Center</h2>
      ${checkField(field('cosell_syncwithpartnercenter', 'Sync with Partner Center'))}
      ${choiceField(field('cosell_howcanmicrosofthelp', 'How can Microsoft help?'), optionsOf('cosell_howcanmicrosofthelp'), '--None--')}
      ${checkField(field('cosell_referralvisible', 'Referral visible to Microsoft sellers? (cannot be undone)'))}
      ${longField(field('cosell_products', 'Products', 'solution identifiers, separated by comma or new line'))}
      <details>
        <summary>Solution catalogue</summary>
        <ul>
          ${choices.solutions.map((item) => html`<li><code>${textOf(item, 'cosell_solutionidentifier')}</code> ${textOf(item, 'cosell_name')}</li>`)}
        </ul>
      </details>
    </section>`;
}
