import path from 'node:path';
import fastifyStatic, { type SetHeadersResponse } from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { CACHE, EXPERIENCE, NODE_MODULES } from '../build/paths.ts';
import { ASSETS } from './lightning-page.ts';

const SLDS = path.join(NODE_MODULES, '@salesforce-ux/design-system/assets');

/** Builds, and the design system with its icons: everything comes from this machine. */
export function addAssets(app: FastifyInstance): void {
  const setHeaders = (response: SetHeadersResponse): unknown => response.setHeader('x-content-type-options', 'nosniff');
  // The folder's name changes with the content.
  const folders = [
    { root: CACHE, prefix: `${ASSETS}/builds/`, maxAge: '7d', immutable: true },
    { root: SLDS, prefix: `${ASSETS}/slds/`, maxAge: '1d' },
  ];
  for (const folder of folders) {
    void app.register(fastifyStatic, { ...folder, index: false, decorateReply: false, setHeaders });
  }
  void app.register(fastifyStatic, { root: EXPERIENCE, serve: false });
  app.get(`${ASSETS}/page.css`, (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('page.css'));
}
