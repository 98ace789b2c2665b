import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Html, html, isSameOrigin, sendPage } from '../../kit/index.ts';
import type { Caller } from '../caller.ts';
import { message } from './form.ts';

/** The people who use the pages; the sandbox asks nobody to sign in here. */
export const PARTNER_PERSON: Caller = { clientId: 'partner user', organization: 'partner', via: 'page' };
export const MICROSOFT_PERSON: Caller = { clientId: 'Microsoft seller', organization: 'microsoft', via: 'page' };

const NAVIGATION = [
  { href: '/dashboard/referrals', label: 'Referrals' },
  { href: '/dashboard/referrals/new', label: 'New deal' },
];

/** Sends a page of the portal. */
export function sendPortalPage(
  reply: FastifyReply,
  status: number,
  { title, body }: { title: string; body: Html },
): FastifyReply {
  return sendPage(reply, status, { title, system: 'Partner Center', navigation: NAVIGATION, body });
}

/** A page that only says what is wrong. */
export function sendProblem(reply: FastifyReply, status: number, title: string, text: string): FastifyReply {
  return sendPortalPage(reply, status, {
    title,
    body: html`${message('error', text)}
      <p><a href="/dashboard/referrals">All referrals</a></p>`,
  });
}

/** Refuses a form that another site sent through the visitor's browser. */
export function refuseForeignForm(request: FastifyRequest, reply: FastifyReply): FastifyReply | null {
  if (isSameOrigin(request)) return null;
  return sendProblem(reply, 403, 'Not allowed', 'This form was not sent from a page of this site (Origin or Referer).');
}
