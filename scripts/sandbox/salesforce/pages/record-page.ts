import { type Html, html } from '../../kit/index.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition, FieldValue } from '../schema/types.ts';
import { type SentForm, control, sentValue } from './controls.ts';
import { display, labelOf, statusTag } from './format.ts';
import { type OpportunityRecord, existingFields, pageField } from './record.ts';
import { CONTACT_FIELDS, COUNTRY, MICROSOFT_FIELDS, OPPORTUNITY_FIELDS } from './save.ts';

/** What the connector writes, in the order of Microsoft's own section. */
const FROM_MICROSOFT = [
  'Referral_Identifier__c',
  'Referral_Link__c',
  'Referral_Direction__c',
  'Microsoft_CRM_Identifier__c',
  'Last_Partner_Center_Sync__c',
] as const;

/** What happened before the page is shown. */
export interface Outcome {
  readonly saved?: boolean;
  readonly error?: string;
  /** What was typed and could not be saved. */
  readonly typed?: SentForm;
}

/** The body of an opportunity's record page as its seller sees it. */
export function recordBody(org: Org, record: OpportunityRecord, outcome: Outcome): Html {
  return html`${message(outcome)}
    <div class="columns">
      ${editForm(org, record, outcome.typed)}
      <div>${microsoftCard(org, record)} ${auditCard(record)} ${requestCard(org, record)}</div>
    </div>
    ${followStatus(record)}`;
}

function message({ saved, error }: Outcome): Html | null {
  if (error !== undefined) return html`<p class="message error" role="alert">${error}</p>`;
  return saved ? html`<p class="message done" role="status">Saved.</p>` : null;
}

function editForm(org: Org, { row, account, contact }: OpportunityRecord, typed: SentForm | undefined): Html {
  const inputs = (
    object: string,
    names: readonly string[],
    prefix: string,
    values: Readonly<Record<string, FieldValue>>,
    suffix = '',
  ): Html[] =>
    existingFields(org, object, names).map((field) => {
      const inputName = `${prefix}${field.name}`;
      const value = typed ? sentValue(field, typed[inputName]) : (values[field.name] ?? null);
      return control(field, inputName, value, `${field.label}${suffix}`);
    });
  return html`<form class="card" method="post" id="opportunity">
    <h2>Details</h2>
    ${inputs('Opportunity', OPPORTUNITY_FIELDS, '', row)}
    <h2>Microsoft Partner Center</h2>
    ${inputs('Opportunity', MICROSOFT_FIELDS, '', row)}
    <h2>Customer: ${account?.Name ?? 'no account'}</h2>
    ${account && inputs('Account', [COUNTRY], 'account-', account)}
    ${inputs('Contact', CONTACT_FIELDS, 'contact-', contact ?? {}, ' of the contact')}
    <button>Save</button>
  </form>`;
}

function microsoftCard(org: Org, { row }: OpportunityRecord): Html {
  const status = pageField(org, 'Opportunity', 'Partner_Center_Status__c');
  const line = (field: FieldDefinition): Html =>
    html`<dt>${field.label}</dt>
      <dd>${display(field, row[field.name] ?? null)}</dd>`;
  return html`<section class="card" aria-labelledby="from-microsoft">
    <h2 id="from-microsoft">Status with Microsoft</h2>
    <dl>
      <dt>${status.label}</dt>
      <dd>${statusTag(status, row[status.name] ?? null)}</dd>
      ${existingFields(org, 'Opportunity', FROM_MICROSOFT).map(line)}
    </dl>
  </section>`;
}

function auditCard({ row }: OpportunityRecord): Html {
  const lines = String(row.Audit__c ?? '')
    .split('\n')
    .filter((text) => text.trim() !== '');
  return html`<section class="card" aria-labelledby="audit">
    <h2 id="audit">Audit</h2>
    ${
      lines.length === 0
        ? html`<p class="hint">Nothing has been exchanged yet.</p>`
        : html`<ul>
            ${lines.map((text) => html`<li>${text}</li>`)}
          </ul>`
    }
  </section>`;
}

function requestCard(org: Org, { row, requests }: OpportunityRecord): Html {
  const status = pageField(org, 'Partner_Center_Request__c', 'Status__c');
  return html`<section class="card" aria-labelledby="requests">
    <h2 id="requests">Requests to the connector</h2>
    <form method="post" action="/lightning/r/Opportunity/${row.Id}/sync"><button class="plain">Sync now</button></form>
    <ul>
      ${requests.map((request) => html`<li>${request.Name}: ${labelOf(status, request.Status__c ?? null)} ${request.Message__c}</li>`)}
    </ul>
  </section>`;
}

/** Looks every second for a while whether the record has changed, and shows it, unless somebody is typing. */
function followStatus({ row, requests }: OpportunityRecord): Html {
  const waiting = requests.some(({ Status__c }) => Status__c === 'queued' || Status__c === 'working');
  const expects = row.Sync_with_Partner_Center__c === true || waiting;
  if (!expects) return html``;
  return html`<script type="module" src="/lightning/follow.js" data-version="${versionOf(row, requests)}"></script>`;
}

/** Changes whenever the record or one of its requests does. */
export const versionOf = (row: Readonly<Record<string, FieldValue>>, requests: OpportunityRecord['requests']): string =>
  [row, ...requests]
    .map(({ SystemModstamp, Status__c, Partner_Center_Status__c, Audit__c }) =>
      [SystemModstamp, Status__c, Partner_Center_Status__c, String(Audit__c ?? '').length].join('/'),
    )
    .join(' ');

export const FOLLOW_SCRIPT = `
const { version } = document.querySelector('script[data-version]').dataset;
let dirty = false;
document.getElementById('opportunity').addEventListener('input', () => (dirty = true));
const until = Date.now() + 120_000;
const look = async () => {
  if (dirty || Date.now() > until) return;
  if (!document.hidden) {
    const answer = await fetch(location.pathname.replace(/view$/, 'status')).catch(() => null);
    const now = answer?.ok ? (await answer.json()).version : version;
    if (now !== version && !dirty) return location.replace(location.pathname);
  }
  setTimeout(look, 1000);
};
setTimeout(look, 500);
`;
