import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REFUSAL_STATUS } from './refusal.ts';

it('the documented answers are the ones that are given', () => {
  const readme = readFileSync(fileURLToPath(new URL('README.md', import.meta.url)), 'utf8');
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) +\|/gm)];
  expect(Object.fromEntries(rows.map(([, reason, status]) => [reason, Number(status)]))).toEqual(REFUSAL_STATUS);
});
