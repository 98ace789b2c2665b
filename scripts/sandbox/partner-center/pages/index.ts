import type { FastifyInstance } from 'fastify';
import type { ReferralService } from '../service.ts';
import { addDetailsPage } from './details.ts';
import { addListPage } from './list.ts';
import { addNewDealPage } from './new-deal.ts';
import { addDetailsForms } from './details-forms.ts';

/** The people's pages: what partners and Microsoft's sellers do by hand, under the same rules as the API. */
export function addPages(app: FastifyInstance, service: ReferralService): void {
  app.get('/', (_request, reply) => reply.redirect('/dashboard/referrals', 302));
  addListPage(app, service);
  addDetailsPage(app, service);
  addNewDealPage(app, service);
  addDetailsForms(app, service);
}
