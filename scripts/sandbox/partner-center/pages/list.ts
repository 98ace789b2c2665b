import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Html, html } from '../../kit/index.ts';
import { MICROSOFT } from '../conventions.ts';
import { STATUSES } from '../enums.ts';
import { expireUnanswered } from '../expire.ts';
import type { StoredReferral } from '../record.ts';
import type { ReferralService } from '../service.ts';
import { formatTime, formatValue, inboxPath, statusTag } from './format.ts';
import { sendPortalPage } from './portal.ts';

const ROWS = 50;

/** `/dashboard/referrals`: the partner's deals, newest change first, with Microsoft's answer beside each. */
export function addListPage(app: FastifyInstance, service: ReferralService): void {
  app.get<{ Querystring: { status?: string; page?: string } }>('/dashboard/referrals', (request, reply) => {
    expireUnanswered(service);
    const status = STATUSES.find((known) => known === request.query.status) ?? '';
    const page = Math.max(1, Math.trunc(Number(request.query.page)) || 1);
    return showList(reply, service, status, page);
  });
}

function showList(reply: FastifyReply, service: ReferralService, status: string, page: number): FastifyReply {
  const all = [...service.store.values()].map(({ referral }) => referral);
  const answers = new Map(all.filter(isMicrosofts).map((referral) => [referral.engagementId, referral]));
  const own = all
    .filter((referral) => !isMicrosofts(referral) && (status === '' || referral.status === status))
    .sort((one, other) => (one.updatedDateTime < other.updatedDateTime ? 1 : -1));
  const pages = Math.max(1, Math.ceil(own.length / ROWS));
  const shown = own.slice((page - 1) * ROWS, page * ROWS);
  return sendPortalPage(reply, 200, {
    title: 'Referrals',
    body: html`${filterForm(status)}
      <p>${own.length} ${own.length === 1 ? 'referral' : 'referrals'}, page ${page} of ${pages}</p>
      ${shown.length > 0 && table(shown, answers)} ${pager(status, page, pages)}`,
  });
}

const isMicrosofts = ({ organizationId }: StoredReferral) => organizationId === MICROSOFT.id;

function filterForm(status: string): Html {
  return html`<form class="card actions" method="get" action="/dashboard/referrals">
    <div>
      <label for="status">Status</label
      ><select id="status" name="status">
        <option value="">All</option>
        ${STATUSES.map((known) => html`<option value="${known}" ${known === status && html` selected`}>${known}</option>`)}
      </select>
    </div>
    <button class="plain">Filter</button>
    <a class="button" href="/dashboard/referrals/new">New deal</a>
  </form>`;
}

function table(shown: readonly StoredReferral[], answers: ReadonlyMap<string, StoredReferral>): Html {
  return html`<div class="card scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Customer</th>
          <th scope="col">Value</th>
          <th scope="col">Status</th>
          <th scope="col">Direction</th>
          <th scope="col">Microsoft</th>
          <th scope="col">Updated</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map((referral) => row(referral, answers.get(referral.engagementId)))}
      </tbody>
    </table>
  </div>`;
}

function row(referral: StoredReferral, answer: StoredReferral | undefined): Html {
  return html`<tr>
    <th scope="row"><a href="${inboxPath(referral.id)}">${referral.name ?? referral.id}</a></th>
    <td>${referral.customerProfile.name}</td>
    <td class="number">${formatValue(referral.details)}</td>
    <td>${statusTag(referral)}</td>
    <td>${referral.direction}</td>
    <td>
      ${answer ? html`<a href="${inboxPath(answer.id)}">${answer.substatus}</a>` : referral.direction === 'Incoming' ? 'Sent this' : 'Not asked'}
    </td>
    <td class="date">${formatTime(referral.updatedDateTime)}</td>
  </tr>`;
}

function pager(status: string, page: number, pages: number): Html {
  const to = (target: number) => `/dashboard/referrals?status=${status}&page=${target}`;
  return html`<nav class="actions" aria-label="Pages">
    ${page > 1 && html`<a class="button plain" href="${to(page - 1)}">Previous page</a>`}
    ${page < pages && html`<a class="button plain" href="${to(page + 1)}">Next page</a>`}
  </nav>`;
}
