import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { SectionStateName } from '../../shared/section/contract/index.ts';
import { type Platform, type Shot, VARIANTS, type Variant } from './platforms.ts';

/** The first page of a platform may have to build what it shows. */
const PATIENCE_MS = 180_000;

/** Elements of a state; the section inside of one has the attribute, too. */
const STATE = '[data-state]:not([data-state] [data-state])';

/** Each dialog of the section on a state in which it opens. */
const DIALOGS: Readonly<Record<string, SectionStateName>> = {
  preview: 'not-shared',
  'confirm-visible': 'in-sync',
  'confirm-help': 'in-sync',
  accept: 'answer-needed',
  decline: 'answer-needed',
  link: 'not-shared',
  pause: 'in-sync',
  history: 'in-sync',
};

/** Takes a picture of every state in every variant, from one page for each variant. */
export async function shootStates(
  browser: Browser,
  platform: Platform,
  url: string,
  folder: string,
): Promise<readonly Shot[]> {
  const shots: Shot[] = [];
  for (const variant of VARIANTS) {
    const page = await openGallery(browser, url + platform.gallery(variant.parameters));
    for (const element of await page.locator(STATE).all()) {
      const subject = (await element.getAttribute('data-state')) ?? '';
      const shot = shotOf(platform, subject, variant);
      await element.screenshot({ path: await place(folder, shot.file), animations: 'disabled' });
      shots.push(shot);
    }
    await page.close();
  }
  return shots;
}

/** Takes a picture of every dialog: wide, dark, and in a window of 320 pixels. */
export async function shootDialogs(
  browser: Browser,
  platform: Platform,
  url: string,
  folder: string,
): Promise<readonly Shot[]> {
  const shots: Shot[] = [];
  for (const variant of VARIANTS.filter(({ name }) => ['light', 'dark', '320 pixels'].includes(name))) {
    const width = variant.name === '320 pixels' ? 320 : 720;
    for (const [dialog, state] of Object.entries(DIALOGS)) {
      const address = platform.gallery({ ...variant.parameters, state, dialog });
      const page = await openGallery(browser, url + address, width);
      await page.getByRole('dialog').first().waitFor();
      const shot = shotOf(platform, `dialog ${dialog}`, variant);
      await page.screenshot({ path: await place(folder, shot.file), animations: 'disabled' });
      shots.push(shot);
      await page.close();
    }
  }
  return shots;
}

async function openGallery(browser: Browser, address: string, width = 1200): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(address);
  await page.locator(STATE).first().waitFor({ timeout: PATIENCE_MS });
  // Names of products are looked up after the first picture.
  await page.waitForLoadState('networkidle');
  return page;
}

function shotOf({ crm, title }: Platform, subject: string, { name }: Variant): Shot {
  const file = `${crm}/${name.replaceAll(' ', '-')}/${subject.replaceAll(' ', '-')}.png`;
  return { platform: title, subject, variant: name, file };
}

async function place(folder: string, file: string): Promise<string> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true });
  return target;
}
