import type { FastifyInstance } from 'fastify';
import { sendPage } from '../../kit/index.ts';
import { type PageQuery, settingsOf } from '../lightning/server/page-query.ts';
import type { Org, OrgUser } from '../org.ts';
import { listBody } from './list-page.ts';

const SYSTEM = 'Salesforce';
const LIST = '/lightning/o/Opportunity/list';

interface Pages {
  readonly org: Org;
  readonly userOfClient: (clientId: string) => OrgUser | undefined;
}

/** The opportunities that a person sees; each leads to its record page. */
export function addPages(app: FastifyInstance, { org, userOfClient }: Pages): void {
  app.get('/', (_request, reply) => reply.redirect(LIST));
  app.get<{ Querystring: PageQuery }>(LIST, (request, reply) => {
    const { clientId } = settingsOf(request.query);
    const user = userOfClient(clientId);
    if (!user) throw new Error(`The sample people lack ${clientId}.`);
    const search = new URL(request.url, 'http://localhost').search;
    return sendPage(reply, 200, {
      title: 'Opportunities',
      system: SYSTEM,
      navigation: [{ href: LIST + search, label: 'Opportunities' }],
      body: listBody(org, user, search),
    });
  });
}
