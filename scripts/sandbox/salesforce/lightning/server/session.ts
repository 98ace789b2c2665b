import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Tokens, isSameOrigin } from '../../../kit/index.ts';

/**
 * The session cookie of Lightning Experience. Browsers share the cookies of all ports of a host, so that its name tells two
 * sandboxes apart.
 */
function cookieName(request: Pick<FastifyRequest, 'headers'>): string {
  return `sid_${/:(\d+)$/.exec(request.headers.host ?? '')?.[1] ?? '80'}`;
}

/** Signs the browser in; the token is as good as one from the token endpoint and expires with it. */
export function startSession(request: FastifyRequest, reply: FastifyReply, tokens: Tokens, clientId: string): void {
  reply.header('set-cookie', `${cookieName(request)}=${tokens.issue(clientId)}; Path=/; HttpOnly; SameSite=Strict`);
}

/** The `Authorization` header of a program, or the session of a page in the same form. */
export function authorizationOf(request: Pick<FastifyRequest, 'headers'>): string | undefined {
  if (request.headers.authorization !== undefined) return request.headers.authorization;
  const name = cookieName(request);
  const pair = (request.headers.cookie ?? '').split('; ').find((part) => part.startsWith(`${name}=`));
  return pair && `Bearer ${pair.slice(name.length + 1)}`;
}

/** A call that came along with the browser's cookie from a page of another origin: ports of one host count as the same site. */
export function isForeign(request: FastifyRequest): boolean {
  return request.headers.authorization === undefined && request.method !== 'GET' && !isSameOrigin(request);
}
