import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic, { type SetHeadersResponse } from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import rtlcss from 'rtlcss';
import { NODE_MODULES } from '../build/paths.ts';
import { ASSETS } from './lightning-page.ts';
import type { PageSettings } from './page-query.ts';

/** A version of the Lightning Design System: where it lies, and what its pages load. */
interface DesignSystem {
  readonly folder: string;
  readonly prefix: string;
  readonly stylesheet: string;
}

const FIRST: DesignSystem = {
  folder: path.join(NODE_MODULES, '@salesforce-ux/design-system/assets/styles'),
  prefix: `${ASSETS}/slds/`,
  stylesheet: 'salesforce-lightning-design-system.css',
};

/** The Cosmos theme: dark mode exists only here. */
const SECOND: DesignSystem = {
  folder: path.join(NODE_MODULES, '@salesforce-ux/design-system-2/dist/css/bundled'),
  prefix: `${ASSETS}/slds2/`,
  stylesheet: 'slds2.cosmos.css',
};

const MIRRORED = 'mirrored.css';

export function stylesheetOf({ theme, dir }: PageSettings): string {
  const { prefix, stylesheet } = theme === 'light' ? FIRST : SECOND;
  return prefix + (dir === 'rtl' ? MIRRORED : stylesheet);
}

/** Serves the design systems from this machine; mirrored for languages that are read from right to left, as the platform does. */
export function addStyles(app: FastifyInstance): void {
  const setHeaders = (response: SetHeadersResponse): unknown => response.setHeader('x-content-type-options', 'nosniff');
  for (const { folder, prefix, stylesheet } of [FIRST, SECOND]) {
    void app.register(fastifyStatic, {
      root: folder,
      prefix,
      maxAge: '1d',
      index: false,
      decorateReply: false,
      setHeaders,
    });
    let mirrored: Promise<string> | null = null;
    app.get(prefix + MIRRORED, async (_request, reply) => {
      mirrored ??= readFile(path.join(folder, stylesheet), 'utf8').then(mirror);
      return reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=86400')
        .send(await mirrored);
    });
  }
}

/** The design system marks for the platform's own tool what must stay as it is. */
function mirror(css: string): string {
  return rtlcss.process(css.replaceAll('/*! @noflip */', '/*rtl:ignore*/'));
}
