import fastifyStatic, { type SetHeadersResponse } from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { CACHE, EXPERIENCE } from '../build/paths.ts';
import { ASSETS } from './lightning-page.ts';

/** What the pages load besides the design system. The names of the builds' folders change with their content. */
export function addAssets(app: FastifyInstance): void {
  const setHeaders = (response: SetHeadersResponse): unknown => response.setHeader('x-content-type-options', 'nosniff');
  const builds = { root: CACHE, prefix: `${ASSETS}/builds/`, maxAge: '7d', immutable: true };
  void app.register(fastifyStatic, { ...builds, index: false, decorateReply: false, setHeaders });
  void app.register(fastifyStatic, { root: EXPERIENCE, serve: false });
  app.get(`${ASSETS}/page.css`, (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('page.css'));
}
