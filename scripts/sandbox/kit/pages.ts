import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Html, html } from './html.ts';
import { STYLESHEET } from './stylesheet.ts';

export const STYLESHEET_PATH = '/_sandbox/style.css';

export interface Page {
  /** Shown in the tab and as the page's heading. */
  readonly title: string;
  /** The outside system's name, shown in the bar at the top. */
  readonly system: string;
  /** Links in the bar at the top. */
  readonly navigation?: readonly { readonly href: string; readonly label: string }[];
  readonly body: Html;
}

/** A complete page of a stand-in: bar, skip link, one heading, one shared stylesheet. */
export function renderPage({ title, system, navigation = [], body }: Page): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - ${system}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${STYLESHEET_PATH}" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="bar">
          <span class="system">${system}</span> <span class="tag">sandbox</span>
          <nav aria-label="Main">${navigation.map(({ href, label }) => html`<a href="${href}">${label}</a> `)}</nav>
        </header>
        <main id="main">
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.text;
}

/** Sends a page; nothing of it may be cached, framed or run. */
export function sendPage(reply: FastifyReply, status: number, page: Page): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .send(renderPage(page));
}

export function addStylesheet(app: FastifyInstance): void {
  app.get(STYLESHEET_PATH, (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLESHEET));
}
