import { type Html, html } from '../../kit/index.ts';
import type { HistoryEntry, PropertyChange, ReferralRecord } from '../record.ts';
import { formatTime } from './format.ts';

/** Who changed what and when, newest first. */
export function historyTable({ history }: ReferralRecord): Html {
  return html`<section class="card" aria-labelledby="history">
    <h2 id="history">History</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">By</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          ${history.toReversed().map(row)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function row(entry: HistoryEntry): Html {
  return html`<tr>
    <td>${formatTime(entry.time)}</td>
    <td>${entry.clientId} (${entry.via})</td>
    <td>
      ${
        entry.what === 'created'
          ? 'Created'
          : html`<ul>
              ${entry.changes.map(change)}
            </ul>`
      }
    </td>
  </tr>`;
}

function change({ path, from, to }: PropertyChange): Html {
  return html`<li>${path.slice(1)}: ${show(from)} → ${show(to)}</li>`;
}

function show(value: unknown): string {
  if (value === undefined || value === null) return '(empty)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
