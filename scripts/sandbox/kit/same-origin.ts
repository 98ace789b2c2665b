import type { FastifyRequest } from 'fastify';

/**
 * Whether a form was sent from one of our own pages: browsers send `Origin` (or at least `Referer`) with every form POST,
 * so that a foreign page cannot act through the visitor's browser.
 */
export function isSameOrigin(request: FastifyRequest): boolean {
  const source = request.headers.origin ?? request.headers.referer;
  if (source === undefined || !URL.canParse(source)) return false;
  return new URL(source).host === request.headers.host;
}
