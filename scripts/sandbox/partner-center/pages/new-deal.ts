import type { FastifyInstance, FastifyReply } from 'fastify';
import { html } from '../../kit/index.ts';
import { MICROSOFT } from '../conventions.ts';
import { createReferral } from '../create.ts';
import { HELP_LABELS } from '../enums.ts';
import type { StoredReferral } from '../record.ts';
import type { ReferralService } from '../service.ts';
import { ServiceError } from '../service-error.ts';
import { chosenSolutions } from './edit-form.ts';
import {
  type Field,
  type SentForm,
  many,
  message,
  one,
  readForm,
  select,
  solutionsField,
  textArea,
  textField,
} from './form.ts';
import { inboxPath } from './format.ts';
import { MICROSOFT_PERSON, PARTNER_PERSON, refuseForeignForm, sendPortalPage } from './portal.ts';

const PATH = '/dashboard/referrals/new';

const KINDS = [
  { value: 'inbound', label: 'From Microsoft to the partner (inbound)' },
  { value: 'co-sell', label: "Partner's deal, Microsoft's help asked (co-sell)" },
  { value: 'partner-led', label: "Partner's deal, visible to Microsoft sellers (partner-led)" },
  { value: 'private', label: "Partner's deal, private" },
];
const HELP = [
  { value: '', label: 'No help asked' },
  ...Object.entries(HELP_LABELS).map(([value, label]) => ({ value, label })),
];

const FIELDS: readonly Field[] = [
  { name: 'name', label: 'Deal name', required: true },
  { name: 'customer', label: 'Customer', required: true },
  { name: 'addressLine1', label: 'Street' },
  { name: 'city', label: 'City' },
  { name: 'state', label: 'State or province' },
  { name: 'postalCode', label: 'Postal code' },
  { name: 'country', label: 'Country', hint: 'two letters, such as DE', required: true },
  { name: 'firstName', label: "Contact's first name" },
  { name: 'lastName', label: "Contact's last name" },
  { name: 'email', label: "Contact's e-mail", type: 'email' },
  { name: 'phoneNumber', label: "Contact's phone", type: 'tel' },
  { name: 'dealValue', label: 'Value', hint: 'such as 50000 or 84000.50', required: true },
  { name: 'currency', label: 'Currency', hint: 'three letters, such as EUR', required: true },
  { name: 'closingDate', label: 'Closing date', type: 'date', required: true },
];

/** `/dashboard/referrals/new`: a deal of the partner, or one that Microsoft sends. */
export function addNewDealPage(app: FastifyInstance, service: ReferralService): void {
  app.get(PATH, (_request, reply) => showForm(reply, 200, {}, null));
  app.post(PATH, (request, reply) => {
    const refused = refuseForeignForm(request, reply);
    if (refused) return refused;
    const form = readForm(request.body);
    try {
      return reply.redirect(`${inboxPath(createDeal(service, form).id)}&done=1`, 303);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return showForm(reply, error.status, form, error.message);
    }
  });
}

function showForm(reply: FastifyReply, status: number, form: SentForm, error: string | null): FastifyReply {
  const field = (name: string, label: string): Field => ({ name, label, value: one(form, name) });
  return sendPortalPage(reply, status, {
    title: 'New deal',
    body: html`${error !== null && message('error', error)}
      <form class="card" method="post" action="${PATH}">
        ${select('new', field('kind', 'Kind of deal'), KINDS)}
        ${FIELDS.map((each) => textField('new', { ...each, value: one(form, each.name) }))}
        ${select('new', field('help', 'How can Microsoft help?'), HELP)} ${textArea('new', field('notes', 'Notes'))}
        ${solutionsField('new', many(form, 'solutions'))}
        <button>Create</button>
      </form>`,
  });
}

/** A co-sell deal takes two steps, as through the API: the own referral, then Microsoft's in the same engagement. */
function createDeal(service: ReferralService, form: SentForm): StoredReferral {
  const kind = one(form, 'kind');
  const body = bodyOf(form, kind);
  if (kind === 'inbound') return createReferral(service, MICROSOFT_PERSON, body);
  const own = createReferral(service, PARTNER_PERSON, body);
  if (kind === 'co-sell') {
    const target = [{ type: 'BusinessProfileLocation', id: MICROSOFT.id }];
    createReferral(service, PARTNER_PERSON, { ...body, engagementId: own.engagementId, target });
  }
  return own;
}

function bodyOf(form: SentForm, kind: string): object {
  const filled = (name: string) => (one(form, name) === '' ? undefined : one(form, name));
  const [firstName, lastName, email, phoneNumber] = ['firstName', 'lastName', 'email', 'phoneNumber'].map(filled);
  const hasContact = [firstName, lastName, email, phoneNumber].some((part) => part !== undefined);
  return {
    name: one(form, 'name'),
    type: kind === 'co-sell' || kind === 'inbound' ? 'Shared' : 'Independent',
    qualification: 'SalesQualified',
    customerProfile: {
      name: one(form, 'customer'),
      address: {
        addressLine1: filled('addressLine1'),
        city: filled('city'),
        state: filled('state'),
        postalCode: filled('postalCode'),
        country: one(form, 'country').toUpperCase(),
      },
      team: hasContact ? [{ firstName, lastName, email, phoneNumber }] : [],
    },
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: true,
      consentToShareReferralWithMicrosoftSellers: kind !== 'private',
    },
    details: {
      notes: one(form, 'notes').replaceAll('\r\n', '\n'),
      dealValue: one(form, 'dealValue'),
      currency: one(form, 'currency').toUpperCase(),
      closingDateTime: `${one(form, 'closingDate')}T00:00:00Z`,
      requirements: { solutions: chosenSolutions(many(form, 'solutions'), []) },
    },
    ...(one(form, 'help') !== '' && { inviteContext: { assistanceRequestCode: one(form, 'help') } }),
  };
}
