import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Html, type HtmlValue, html } from '../../kit/index.ts';
import { MICROSOFT } from '../conventions.ts';
import { HELP_LABELS } from '../enums.ts';
import { expireUnanswered } from '../expire.ts';
import type { ReferralRecord, StoredReferral } from '../record.ts';
import type { ReferralService } from '../service.ts';
import { answerForms } from './answer-form.ts';
import { editForm } from './edit-form.ts';
import { type SentForm, message } from './form.ts';
import { formatTime, formatValue, inboxPath, statusTag } from './format.ts';
import { historyTable } from './history.ts';
import { sendPortalPage, sendProblem } from './portal.ts';
import { peopleLines } from './team-field.ts';

/** `/referrals/v2/inbox?id={id}`: what the Referral Link in the CRM opens. */
export function addDetailsPage(app: FastifyInstance, service: ReferralService): void {
  app.get<{ Querystring: { id?: string; done?: string } }>('/referrals/v2/inbox', (request, reply) => {
    expireUnanswered(service);
    return showDetails(reply, service, String(request.query.id ?? ''), {
      ...(request.query.done !== undefined && { done: 'Saved.' }),
    });
  });
}

export interface Outcome {
  readonly done?: string;
  readonly error?: { readonly status: number; readonly text: string };
  /** What was typed into the form that failed. */
  readonly sent?: SentForm;
}

/** The page of one referral; 404 when there is none. */
export function showDetails(
  reply: FastifyReply,
  service: ReferralService,
  id: string,
  { done, error, sent }: Outcome = {},
): FastifyReply {
  const record = service.store.get(id.toLowerCase());
  if (!record)
    return sendProblem(
      reply,
      404,
      'Referral not found',
      `There is no referral with the id ${id === '' ? '(none given)' : id}.`,
    );
  const { referral } = record;
  return sendPortalPage(reply, error?.status ?? 200, {
    title: referral.name ?? referral.id,
    body: html` ${error && message('error', error.text)} ${done !== undefined && message('done', done)}
      <div class="columns">
        <section class="card" aria-labelledby="own">
          <h2 id="own">${heading(referral)}</h2>
          ${facts(referral)}
        </section>
        ${relatedOf(service, referral).map((related) => relatedCard(related))}
      </div>
      ${answerForms(referral)} ${editForm(referral, sent)} ${historyTable(record)}`,
  });
}

const heading = ({ organizationId }: StoredReferral) =>
  organizationId === MICROSOFT.id ? "Microsoft's referral" : "The partner's referral";

function relatedOf(service: ReferralService, referral: StoredReferral): readonly ReferralRecord[] {
  return [...service.store.values()].filter(
    (other) => other.referral.engagementId === referral.engagementId && other.referral.id !== referral.id,
  );
}

function relatedCard({ referral }: ReferralRecord): Html {
  return html`<section class="card" aria-labelledby="related">
    <h2 id="related">${heading(referral)}</h2>
    ${facts(referral)}
    <p><a href="${inboxPath(referral.id)}">Open this referral</a></p>
  </section>`;
}

function facts(referral: StoredReferral): Html {
  const { customerProfile, details, consent, inviteContext } = referral;
  const help = inviteContext?.assistanceRequestCode;
  const rows: readonly (readonly [string, HtmlValue])[] = [
    ['Identifier', referral.id],
    ['Engagement', referral.engagementId],
    ['Organization', referral.organizationName],
    ['CRM ID', referral.externalReferenceId],
    ['Status', statusTag(referral)],
    ['Reason', referral.statusReason],
    ['Direction', referral.direction],
    ['Type', referral.type],
    ['Qualification', referral.qualification],
    ['Customer', customerProfile.name],
    ['Address', addressLines(referral)],
    ['Customer contacts', peopleLines(customerProfile.team)],
    ['Value', formatValue(details)],
    ['Closing date', details.closingDateTime],
    ['Solutions', details.requirements.solutions.map(({ id, name }) => `${name ?? id} (${id})`).join('\n')],
    ['Notes', details.notes],
    ['Sales team', peopleLines(referral.team)],
    ['Visible to Microsoft sellers', consent.consentToShareReferralWithMicrosoftSellers === true ? 'Yes' : 'No'],
    [
      'How can Microsoft help?',
      help === undefined || help === null
        ? ''
        : help in HELP_LABELS
          ? HELP_LABELS[help as keyof typeof HELP_LABELS]
          : help,
    ],
    ['Notes for the other side', inviteContext?.notes],
    ['Microsoft CRM Identifier', referral.trackingInfo?.microsoftMsxId],
    ['Marketing campaign', referral.campaignId],
    ['Created', formatTime(referral.createdDateTime)],
    ['Updated', formatTime(referral.updatedDateTime)],
    ['Answer until', referral.status === 'New' ? formatTime(referral.expirationDateTime) : ''],
    ['Accepted', formatTime(referral.acceptedDateTime)],
    ['Closed', formatTime(referral.closedDateTime)],
  ];
  return html`<dl>
    ${rows
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
  </dl>`;
}

function addressLines({ customerProfile: { address } }: StoredReferral): string {
  const { addressLine1, addressLine2, city, state, postalCode, country } = address;
  return [addressLine1, addressLine2, [postalCode, city, state].filter(Boolean).join(' '), country]
    .filter(Boolean)
    .join('\n');
}
