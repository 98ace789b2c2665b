import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { buildPcfControl } from '../../../build/pcf.ts';
import { type Tokens, html, sendPage } from '../../kit/index.ts';
import type { Environment } from '../environment.ts';
import { DataverseError } from '../errors.ts';
import { startSession } from '../http/session.ts';
import type { Table } from '../schema/index.ts';
import type { Principal } from '../security/principal.ts';
import { addAssets } from './assets.ts';
import { type ClientBundle, buildClient } from './build.ts';
import { GALLERY, sendGallery } from './gallery.ts';
import { listPage } from './list.ts';
import { SYSTEM } from './names.ts';
import { type PageQuery, listPath } from './query.ts';
import { sendRecordPage } from './record.ts';
import { asUser } from './view.ts';

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const FORMS = ['opportunity', 'account', 'contact'];
const USERS = ['seller', 'stranger', 'admin'];

interface Pages {
  readonly environment: Environment;
  readonly tokens: Tokens;
  /** @throws Error for a client id that the environment does not know */
  readonly principalOf: (clientId: string) => Principal;
}

type PageRequest = FastifyRequest<{ Querystring: PageQuery }>;

const FORM: ClientBundle = {
  name: 'form',
  entry: 'scripts/sandbox/dynamics/form/main.tsx',
  inputs: ['scripts/sandbox/dynamics/form/**/*.{ts,tsx}'],
};

/** The model-driven app: the list of opportunities, and the forms with the real control on them. */
export function addPages(
  app: FastifyInstance,
  { environment, tokens, principalOf }: Pages,
): { readonly warmUp: () => Promise<string | null> } {
  addAssets(app, { form: () => buildClient(FORM), gallery: () => buildClient(GALLERY) });
  app.get('/', (_request, reply) => reply.redirect(listPath({})));
  app.get('/main.aspx', (request: PageRequest, reply) =>
    guarded(request, reply, () => {
      const { query } = request;
      const { pagetype, etn = '', user = 'seller' } = query;
      if (pagetype === 'gallery') return sendGallery(reply, query);
      if (!USERS.includes(user)) throw notHere(`There is no user "${user}"; there are ${USERS.join(', ')}.`);
      const who = principalOf(user);
      startSession(request, reply, tokens, user);
      if (pagetype === 'entitylist' && etn === 'opportunity')
        return sendPage(reply, 200, listPage(asUser(environment, who), query));
      if (pagetype !== 'entityrecord' || !FORMS.includes(etn))
        throw notHere(
          'The sandbox has the list of opportunities and the records of opportunities, accounts and contacts.',
        );
      return sendRecordPage(reply, environment, who, recordOf(environment, who, query));
    }),
  );
  return { warmUp };
}

/** Builds what the first page would have to wait for. @returns what went wrong */
async function warmUp(): Promise<string | null> {
  try {
    await Promise.all([buildPcfControl(), buildClient(FORM), buildClient(GALLERY)]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @throws DataverseError when there is no such row, or the person may not see it */
function recordOf(
  environment: Environment,
  who: Principal,
  query: PageQuery,
): { table: Table; id: string | null; query: PageQuery } {
  const table = environment.schema.tables.get(query.etn ?? '');
  if (!table) throw notHere(`There is no table "${query.etn}".`);
  if (query.id === undefined || query.id === '') return { table, id: null, query };
  const id = GUID.exec(query.id)?.[1]?.toLowerCase();
  if (id === undefined) throw notHere(`There is no ${table.name} "${query.id}".`);
  asUser(environment, who).read(`${table.entitySet}(${id})?$select=${table.primaryId}`);
  return { table, id, query };
}

const notHere = (message: string): DataverseError => new DataverseError(404, '0x80040217', message);

async function guarded(
  request: PageRequest,
  reply: FastifyReply,
  work: () => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    return sendPage(reply, error.status, {
      title: 'Record Is Unavailable',
      system: SYSTEM,
      navigation: [{ href: listPath(request.query), label: 'Opportunities' }],
      body: html`<p>The requested record was not found or you do not have sufficient permissions to view it.</p>
        <p class="message error" role="alert">${error.message}</p>`,
    });
  }
}
