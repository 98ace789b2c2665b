import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html, isSameOrigin, sendPage } from '../../kit/index.ts';
import { DataverseError } from '../errors.ts';
import type { Environment } from '../environment.ts';
import type { Principal } from '../security/principal.ts';
import { listPage } from './list.ts';
import { microsoftFields } from './microsoft.ts';
import { POLL_SCRIPT } from './poll.ts';
import { LIST_PATH, NAVIGATION, SYSTEM, recordPage, recordPath } from './record.ts';
import { saveRecord } from './save.ts';
import { type Json, asSeller } from './view.ts';

interface PageQuery {
  readonly pagetype?: string;
  readonly etn?: string;
  readonly id?: string;
  readonly saved?: string;
}

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** The record and list pages of the opportunity, as the seller sees and saves them. */
export function addPages(app: FastifyInstance, environment: Environment, who: Principal): void {
  const seller = asSeller(environment, who);

  app.get('/', (_request, reply) => reply.redirect(LIST_PATH));
  app.get('/main.aspx/poll.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(POLL_SCRIPT));
  app.get('/main.aspx/microsoft', (request: FastifyRequest<{ Querystring: PageQuery }>, reply) =>
    guarded(reply, () => {
      const row = seller.read(`opportunities(${idOf(request.query)})`);
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(microsoftFields(row).text);
    }),
  );
  app.get('/main.aspx', (request: FastifyRequest<{ Querystring: PageQuery }>, reply) =>
    guarded(reply, () => {
      const { pagetype, etn, saved } = request.query;
      if (etn !== 'opportunity') return notHere(reply);
      if (pagetype === 'entitylist') return sendPage(reply, 200, listPage(seller));
      if (pagetype !== 'entityrecord') return notHere(reply);
      const outcome = { saved: saved === '1', error: null, typed: null };
      return sendPage(reply, 200, recordPage(environment.schema, seller, idOf(request.query), outcome));
    }),
  );
  app.post('/main.aspx', (request: FastifyRequest<{ Querystring: PageQuery }>, reply) =>
    guarded(reply, () => {
      if (!isSameOrigin(request))
        throw new DataverseError(403, '0x80040220', 'This form was not sent from a page of the sandbox.');
      const id = idOf(request.query);
      const form = (request.body ?? {}) as Json;
      try {
        saveRecord(seller, id, form);
      } catch (error) {
        if (!(error instanceof DataverseError)) throw error;
        const outcome = { saved: false, error: error.message, typed: form };
        return sendPage(reply, error.status, recordPage(environment.schema, seller, id, outcome));
      }
      return reply.redirect(`${recordPath(id)}&saved=1`, 303);
    }),
  );
}

function idOf({ id = '' }: PageQuery): string {
  const guid = GUID.exec(id)?.[1];
  if (guid === undefined) throw new DataverseError(404, '0x80040217', `There is no opportunity "${id}".`);
  return guid;
}

function guarded(reply: FastifyReply, work: () => FastifyReply): FastifyReply {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    const body = html`<p class="message error" role="alert">${error.message}</p>`;
    return sendPage(reply, error.status, {
      title: 'This page is not available',
      system: SYSTEM,
      navigation: NAVIGATION,
      body,
    });
  }
}

function notHere(reply: FastifyReply): FastifyReply {
  const body = html`<p>The sandbox has the list and the records of opportunities.</p>`;
  return sendPage(reply, 404, { title: 'This page is not available', system: SYSTEM, navigation: NAVIGATION, body });
}
