import type { FastifyReply } from 'fastify';
import { Html, html } from '../../kit/index.ts';
import { LIBRARY_PATHS, clientPath } from './assets.ts';

/** Everything comes from this origin. Fluent writes its styles into the page, as it does in Dynamics. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

interface AppPage {
  readonly title: string;
  readonly locale: string;
  readonly isRtl: boolean;
  /** The browser's half, by name. */
  readonly client: string;
  readonly stylesheets: readonly string[];
  /** What that half starts from. */
  readonly boot: unknown;
}

/** A page that the browser draws: platform libraries, its own script, and what it starts from as JSON. */
export function sendAppPage(reply: FastifyReply, page: AppPage): FastifyReply {
  const scripts = [...LIBRARY_PATHS, clientPath(page.client)];
  // `<` would end the script element.
  const boot = new Html(JSON.stringify(page.boot).replaceAll('<', '\\u003c'));
  const body = html`<!doctype html>
    <html lang="${page.locale}" dir="${page.isRtl ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <link rel="icon" href="data:," />
        <style>
          html,
          body,
          #app {
            height: 100%;
            margin: 0;
          }
        </style>
        ${page.stylesheets.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
      </head>
      <body>
        <div id="app"></div>
        <script type="application/json" id="boot">
          ${boot}
        </script>
        ${scripts.map((src) => html`<script src="${src}"></script>`)}
      </body>
    </html> `.text;
  return reply
    .type('text/html; charset=utf-8')
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    .send(body);
}
