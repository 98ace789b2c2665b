import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type HtmlValue, html } from '../../scripts/sandbox/kit/index.ts';
import { type Shot, VARIANTS } from './platforms.ts';

/** Writes `index.html`: a table for each platform, a row for each state, a column for each variant. @returns the file */
export async function writeContactSheet(folder: string, shots: readonly Shot[]): Promise<string> {
  const platforms = [...new Set(shots.map(({ platform }) => platform))];
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>States of the Microsoft section</title>
        <style>
          body {
            font:
              14px system-ui,
              sans-serif;
            margin: 1rem;
          }
          td,
          th {
            vertical-align: top;
            text-align: start;
            padding: 0.25rem;
            border-block-start: 1px solid #ccc;
          }
          img {
            width: 260px;
            height: auto;
          }
        </style>
      </head>
      <body>
        <h1>States of the Microsoft section</h1>
        ${platforms.map((platform) => tableOf(shots.filter((shot) => shot.platform === platform)))}
      </body>
    </html>`;
  const file = path.join(folder, 'index.html');
  await writeFile(file, page.text);
  return file;
}

function tableOf(shots: readonly Shot[]): HtmlValue {
  const subjects = [...new Set(shots.map(({ subject }) => subject))];
  const cell = (subject: string, variant: string): HtmlValue => {
    const shot = shots.find((item) => item.subject === subject && item.variant === variant);
    const label = `${subject}, ${variant}`;
    return shot ? html`<a href="${shot.file}"><img src="${shot.file}" alt="${label}" loading="lazy" /></a>` : '';
  };
  return html`<h2>${shots[0]?.platform ?? ''}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">State</th>
          ${VARIANTS.map(({ name }) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${subjects.map(
          (subject) =>
            html`<tr>
              <th scope="row">${subject}</th>
              ${VARIANTS.map(({ name }) => html`<td>${cell(subject, name)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
}
