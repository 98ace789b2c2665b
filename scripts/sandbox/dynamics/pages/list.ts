import { type Page, html } from '../../kit/index.ts';
import { SYSTEM } from './names.ts';
import { type PageQuery, listPath, recordPath } from './query.ts';
import { type Reader, rowsOf, shown, textOf } from './view.ts';

const COLUMNS =
  'name,cosell_syncstatus,estimatedvalue,estimatedclosedate,statecode,_transactioncurrencyid_value,_customerid_value';

/** All opportunities that the person sees. */
export function listPage(reader: Reader, query: PageQuery): Page {
  const rows = rowsOf(reader.read(`opportunities?$select=${COLUMNS}&$orderby=name`));
  return {
    title: 'My Opportunities',
    system: SYSTEM,
    navigation: [{ href: listPath(query), label: 'Opportunities' }],
    body: html`<p class="actions"><a class="button" href="${recordPath(query, null)}">New opportunity</a></p>
      <div class="card scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col">Potential Customer</th>
              <th scope="col">Partner Center Status</th>
              <th scope="col">Est. Revenue</th>
              <th scope="col">Est. Close Date</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  <td>
                    <a href="${recordPath(query, textOf(row, 'opportunityid'))}"
                      >${textOf(row, 'name') || '(no topic)'}</a
                    >
                  </td>
                  <td>${shown(row, '_customerid_value')}</td>
                  <td>${shown(row, 'cosell_syncstatus') || 'Not shared'}</td>
                  <td class="number">${shown(row, 'estimatedvalue')}</td>
                  <td>${textOf(row, 'estimatedclosedate')}</td>
                  <td>${shown(row, 'statecode')}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
  };
}
