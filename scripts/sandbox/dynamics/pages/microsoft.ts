import { DYNAMICS_CHOICE_BASE } from '../../../../shared/core/mapping/choices.ts';
import { SYNC_STATUSES, type SyncStatus } from '../../../../shared/core/model/index.ts';
import { type Html, html } from '../../kit/index.ts';
import { type Json, shown, textOf } from './view.ts';

/** While the sync stands like this, the page asks again. */
const MOVING: readonly SyncStatus[] = ['sending', 'waiting-for-microsoft', 'retrying'];
const BAD: readonly SyncStatus[] = ['not-ready', 'conflict', 'failed', 'unlinked'];

/** The read-only half of the Microsoft fields: what the connector wrote. */
export function microsoftFields(row: Json): Html {
  const status = statusOf(row);
  return html`<div id="microsoft" data-version="${textOf(row, '@odata.etag')}" data-moving="${String(isMoving(row))}">
    <p role="status">
      <span class="tag ${status === 'in-sync' ? 'good' : BAD.includes(status) ? 'bad' : ''}"
        >${shown(row, 'cosell_syncstatus') || 'Not shared'}</span
      >
    </p>
    <dl>
      <dt>Referral Identifier</dt>
      <dd>${textOf(row, 'cosell_referralidentifier') || '---'}</dd>
      <dt>Referral Link</dt>
      <dd>${link(textOf(row, 'cosell_referrallink'))}</dd>
      <dt>Microsoft CRM Identifier</dt>
      <dd>${textOf(row, 'cosell_microsoftcrmidentifier') || '---'}</dd>
      <dt>Referral Direction</dt>
      <dd>${shown(row, 'cosell_referraldirection') || '---'}</dd>
      <dt>Last Partner Center Sync</dt>
      <dd>${shown(row, 'cosell_lastsync') || '---'}</dd>
    </dl>
    <h3>Audit</h3>
    ${auditLines(textOf(row, 'cosell_audit'))}
  </div>`;
}

function auditLines(audit: string): Html {
  const lines = audit.split('\n').filter((line) => line !== '');
  return lines.length === 0
    ? html`<p>Nothing has been exchanged yet.</p>`
    : html`<ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`;
}

function link(url: string): Html | string {
  return /^https?:\/\//.test(url)
    ? html`<a href="${url}" target="_blank" rel="noopener">Open in Partner Center (new tab)</a>`
    : '---';
}

function statusOf(row: Json): SyncStatus {
  return SYNC_STATUSES[Number(row.cosell_syncstatus) - DYNAMICS_CHOICE_BASE] ?? 'not-shared';
}

/** Also right after the tick, before the connector has said anything. */
function isMoving(row: Json): boolean {
  const status = statusOf(row);
  return MOVING.includes(status) || (row.cosell_syncwithpartnercenter === true && status === 'not-shared');
}
