import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html, isSameOrigin, sendPage } from '../../kit/index.ts';
import { SalesforceError } from '../errors.ts';
import type { Org, OrgUser } from '../org.ts';
import type { SentForm } from './controls.ts';
import { listBody } from './list-page.ts';
import { readRecord } from './record.ts';
import { FOLLOW_SCRIPT, type Outcome, recordBody, versionOf } from './record-page.ts';
import { requestSync, saveForm } from './save.ts';

const SYSTEM = 'Salesforce';
const LIST = '/lightning/o/Opportunity/list';
const NAVIGATION = [{ href: LIST, label: 'Opportunities' }];

interface Pages {
  readonly org: Org;
  /** The person who sits at the pages. A function: a reset makes everybody anew. */
  readonly seller: () => OrgUser;
}

interface ById {
  Params: { id: string };
  Querystring: { saved?: string };
}

/** Plain pages for people: the opportunities of the sample seller, and each one's record page. */
export function addPages(app: FastifyInstance, { org, seller }: Pages): void {
  const show = (reply: FastifyReply, id: string, outcome: Outcome): FastifyReply => {
    const record = readRecord(org, seller(), id);
    const status = outcome.error === undefined ? 200 : 400;
    return page(reply, status, String(record.row.Name), recordBody(org, record, outcome));
  };

  app.get('/', (_request, reply) => reply.redirect(LIST));
  app.get(LIST, (_request, reply) => page(reply, 200, 'Opportunities', listBody(org, seller())));
  app.get('/lightning/follow.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(FOLLOW_SCRIPT),
  );

  app.get<ById>('/lightning/r/Opportunity/:id/view', ({ params: { id }, query }, reply) =>
    orErrorPage(reply, () => show(reply, id, { saved: query.saved !== undefined })),
  );

  app.get<ById>('/lightning/r/Opportunity/:id/status', ({ params: { id } }, reply) =>
    orErrorPage(reply, () => {
      const { row, requests } = readRecord(org, seller(), id);
      return reply
        .header('cache-control', 'no-store')
        .send({ status: row.Partner_Center_Status__c ?? null, version: versionOf(row, requests) });
    }),
  );

  app.post<ById>('/lightning/r/Opportunity/:id/view', (request, reply) =>
    write(request, reply, (id) => {
      const form = request.body as SentForm;
      try {
        saveForm(org, seller(), readRecord(org, seller(), id), form);
        return null;
      } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        return show(reply, id, { error: inWords(error), typed: form });
      }
    }),
  );

  app.post<ById>('/lightning/r/Opportunity/:id/sync', (request, reply) =>
    write(request, reply, (id) => {
      requestSync(org, seller(), readRecord(org, seller(), id));
      return null;
    }),
  );
}

/** Does what a form asks for and goes back to the record page, unless the work answered itself. */
function write(
  request: FastifyRequest<ById>,
  reply: FastifyReply,
  work: (id: string) => FastifyReply | null,
): FastifyReply {
  const { id } = request.params;
  if (!isSameOrigin(request)) {
    return page(
      reply,
      403,
      'Not saved',
      html`<p class="message error">The form was not sent from this page. Open the record again and save it there.</p>`,
    );
  }
  return orErrorPage(
    reply,
    () => work(id) ?? reply.redirect(`/lightning/r/Opportunity/${encodeURIComponent(id)}/view?saved`, 303),
  );
}

function orErrorPage(reply: FastifyReply, work: () => FastifyReply): FastifyReply {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return page(
      reply,
      error.status,
      'This record cannot be shown',
      html`<p class="message error" role="alert">${inWords(error)}</p>`,
    );
  }
}

const inWords = ({ message, errorCode }: SalesforceError): string => `${message} (${errorCode})`;

function page(reply: FastifyReply, status: number, title: string, body: ReturnType<typeof html>): FastifyReply {
  return sendPage(reply, status, { title, system: SYSTEM, navigation: NAVIGATION, body });
}
