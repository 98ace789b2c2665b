import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { expireUnanswered } from '../expire.ts';
import type { StoredReferral } from '../record.ts';
import type { ReferralService } from '../service.ts';
import { ServiceError } from '../service-error.ts';
import { applyAnswer } from './answer-form.ts';
import { showDetails } from './details.ts';
import { applyEdit } from './edit-form.ts';
import { type SentForm, one, readForm } from './form.ts';
import { inboxPath } from './format.ts';
import { refuseForeignForm } from './portal.ts';

/** The forms of the details page. */
export function addDetailsForms(app: FastifyInstance, service: ReferralService): void {
  app.post('/referrals/v2/inbox/edit', (request, reply) => handleForm(service, request, reply, applyEdit));
  app.post('/referrals/v2/inbox/answer', (request, reply) => handleForm(service, request, reply, applyAnswer));
}

/** Runs a form of the details page: back to the page when it worked, the page with the service's refusal when it did not. */
function handleForm(
  service: ReferralService,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (service: ReferralService, form: SentForm) => StoredReferral,
): FastifyReply {
  const refused = refuseForeignForm(request, reply);
  if (refused) return refused;
  const form = readForm(request.body);
  expireUnanswered(service);
  try {
    return reply.redirect(`${inboxPath(act(service, form).id)}&done=1`, 303);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return showDetails(reply, service, one(form, 'id'), {
      error: { status: error.status, text: error.message },
      sent: form,
    });
  }
}
