import { statusOf, type Health } from './health.ts';

export interface IndexPage {
  readonly version: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** The page for people who open the connector's address: what it is, whether it is well, and where to go on. */
export function renderIndexPage({ version, links }: IndexPage, health: Health): string {
  const rows = [...health.checks, ...health.systems].map(
    ({ name, ok, message }) =>
      `<tr><th scope="row">${escape(name)}</th><td>${ok ? '✔ in order' : `✖ ${escape(message ?? 'not in order')}`}</td></tr>`,
  );
  const items = links.map(({ label, url }) => `<li><a href="${escape(url)}">${escape(label)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Co-sell connector</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}
h1{font-size:1.6rem;margin:0}table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{text-align:start;padding:.4rem .6rem;border-bottom:1px solid #d8d8de;font-weight:400}a{color:#0b57d0}
small{color:#55555c}@media(prefers-color-scheme:dark){body{color:#e6e6ea;background:#17171a}a{color:#8ab4f8}th,td{border-color:#3a3a40}small{color:#a9a9b2}}
</style>
</head>
<body>
<main>
<h1>Co-sell connector</h1>
<small>Version ${escape(version)}</small>
<p>Keeps Microsoft Partner Center referrals and CRM opportunities in step.</p>
${items.length > 0 ? `<h2>Where to go</h2>\n<ul>\n${items.join('\n')}\n</ul>` : ''}
<h2>Health: ${statusOf(health)}</h2>
<table><tbody>
${rows.join('\n')}
</tbody></table>
<p><a href="/healthz">/healthz</a> · <a href="/readyz">/readyz</a> · <a href="/metrics">/metrics</a></p>
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
