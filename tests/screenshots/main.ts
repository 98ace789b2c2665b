import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../e2e/support/browser.ts';
import { startWorld } from '../e2e/support/world.ts';
import { writeContactSheet } from './contact-sheet.ts';
import { shootDialogs, shootStates } from './gallery.ts';
import { PLATFORMS, type Shot } from './platforms.ts';
import { shootRecordPages } from './record-pages.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = path.join(ROOT, '.cosell/screenshots');
const IMAGES = path.join(ROOT, 'docs/images');

/** `npm run screenshots`: every state of the section on both platforms, and the record pages of the README. */
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
console.log('Starting a sandbox of its own…');
const world = await startWorld();
const browser = await launchBrowser();
try {
  const shots: Shot[] = [];
  for (const platform of PLATFORMS) {
    const url = world.crm[platform.crm].client.url;
    console.log(`${platform.title}: the gallery…`);
    shots.push(...(await shootStates(browser, platform, url, FOLDER)));
    shots.push(...(await shootDialogs(browser, platform, url, FOLDER)));
  }
  console.log('The record pages, with a deal that was really shared…');
  await shootRecordPages(browser, world, IMAGES);
  const sheet = await writeContactSheet(FOLDER, shots);
  console.log(`${shots.length} pictures: ${path.relative(process.cwd(), sheet)}`);
} finally {
  await browser.close();
  await world.close();
}
