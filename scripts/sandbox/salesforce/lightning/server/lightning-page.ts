import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { FastifyReply } from 'fastify';
import { Html, html } from '../../../kit/index.ts';
import type { Manifest } from '../build/main.ts';
import type { PageSettings } from './page-query.ts';

/** Below `/_sandbox/`: what is not the platform's is neither logged nor faulted. */
export const ASSETS = '/_sandbox/lightning';

interface LightningPage {
  readonly title: string;
  readonly settings: PageSettings;
  /** Address of the design system. */
  readonly stylesheet: string;
  /** The page's script, by name. */
  readonly script: 'record' | 'gallery';
  readonly context: object;
}

/** A page that the real components draw. All of it comes from this origin, as an org's content security policy demands. */
export function sendLightningPage(
  reply: FastifyReply,
  { pages, platform, imports }: Manifest,
  page: LightningPage,
): FastifyReply {
  const { title, settings, script, context } = page;
  const nonce = randomBytes(16).toString('base64');
  const at = (folder: string, file: string): string => `${ASSETS}/builds/${path.basename(folder)}/${file}.js`;
  const importMap = { imports: Object.fromEntries(imports.map((specifier) => [specifier, at(platform, specifier)])) };
  const body = html`<!doctype html>
    <html lang="${settings.lang}" dir="${settings.dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | Salesforce</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${page.stylesheet}" />
        <link rel="stylesheet" href="${ASSETS}/page.css" />
        <script nonce="${nonce}">
          globalThis.sandboxPage = ${json(context)};
          globalThis.sandboxPage.i18n.timeZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
        </script>
        <script type="importmap" nonce="${nonce}">
          ${json(importMap)}
        </script>
        ${imports.map((specifier) => html`<link rel="modulepreload" href="${at(platform, specifier)}" />`)}
        <script type="module" src="${at(pages, script)}"></script>
      </head>
      <body class="${settings.theme === 'dark' ? 'slds-color-scheme_dark' : 'slds-color-scheme_light'}"></body>
    </html> `.text;
  return reply
    .type('text/html; charset=utf-8')
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': policy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    .send(body);
}

/** The engine puts style sheets of components into the page. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** `<` would end the script element. */
const json = (value: unknown): Html => new Html(JSON.stringify(value).replaceAll('<', '\\u003c'));
