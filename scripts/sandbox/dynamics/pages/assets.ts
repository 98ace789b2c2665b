import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONTROL_FOLDER, CONTROL_PATH } from './control.ts';

const require = createRequire(import.meta.url);

/** Below `/_sandbox/`: what is not the platform's is neither logged nor faulted. */
const ASSETS = '/_sandbox/dynamics/';

/** In the order in which a model-driven app loads them. */
const LIBRARIES: Readonly<Record<string, () => string>> = {
  'react.js': () => require.resolve('react/umd/react.production.min.js'),
  'react-dom.js': () => require.resolve('react-dom/umd/react-dom.production.min.js'),
  'fluent.js': () => require.resolve('pcf-start/lib/fluent_9_4_0.js'),
};

export const LIBRARY_PATHS = ['react.js', 'react-dom.js', 'platform.js', 'fluent.js'].map((name) => ASSETS + name);

/** The names under which bundles of controls look for the platform's libraries (dynamics-toolchain.md §1.3). */
const PLATFORM = 'window.Reactv16 = window.React; window.ReactDOMv16 = window.ReactDOM;';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.resx': 'text/xml; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Libraries, the pages' own scripts and the files of the control. Everything comes from this machine. */
export function addAssets(app: FastifyInstance, clients: Readonly<Record<string, () => Promise<string>>>): void {
  app.get(`${ASSETS}platform.js`, (_request, reply) => reply.type(TYPES['.js'] ?? '').send(PLATFORM));
  for (const [name, file] of Object.entries(LIBRARIES)) {
    app.get(ASSETS + name, (_request, reply) => sendFile(reply, file(), 'public, max-age=86400'));
  }
  for (const [name, build] of Object.entries(clients)) {
    app.get(`${ASSETS}${name}.js`, async (_request, reply) => sendFile(reply, await build(), 'no-cache'));
  }
  app.get(`${CONTROL_PATH}*`, (request: FastifyRequest<{ Params: { '*': string } }>, reply) => {
    const file = path.join(CONTROL_FOLDER, request.params['*']);
    return file.startsWith(CONTROL_FOLDER) ? sendFile(reply, file, 'no-cache') : reply.code(404).send();
  });
}

export const clientPath = (name: string): string => `${ASSETS}${name}.js`;

async function sendFile(reply: FastifyReply, file: string, cacheControl: string): Promise<FastifyReply> {
  try {
    const content = await readFile(file);
    return await reply
      .type(TYPES[path.extname(file)] ?? 'application/octet-stream')
      .headers({ 'cache-control': cacheControl, 'x-content-type-options': 'nosniff' })
      .send(content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return reply.code(404).send();
    throw error;
  }
}
