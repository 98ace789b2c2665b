import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { createDynamics } from '../../scripts/sandbox/dynamics/index.ts';
import type { StandIn } from '../../scripts/sandbox/kit/index.ts';
import { createSalesforce } from '../../scripts/sandbox/salesforce/index.ts';
import { SECTION_STATES } from '../../shared/section/contract/view.ts';
import { TROUBLES } from '../../shared/section/testkit/states.ts';
import { launchBrowser } from '../e2e/support/browser.ts';
import { type Platform, PLATFORMS, VARIANTS } from '../screenshots/platforms.ts';
import { FIRST_BUILD_MS } from './support/section-page.ts';

/** Every state, every variant and every rule of axe: one page for each. */
const LOOKS = VARIANTS.filter(({ name }) => ['light', 'dark', 'right to left', '320 pixels'].includes(name));
const STATE = '[data-state]:not([data-state] [data-state])';

let browser: Browser;
const standIns: Partial<Record<Platform['crm'], { readonly standIn: StandIn; readonly url: string }>> = {};
beforeAll(async () => {
  browser = await launchBrowser();
  for (const [crm, standIn] of [
    ['salesforce', createSalesforce()],
    ['dynamics', createDynamics()],
  ] as const) {
    standIns[crm] = { standIn, ...(await standIn.listen(0)) };
  }
});
afterAll(async () => {
  await browser.close();
  for (const { standIn } of Object.values(standIns)) await standIn.close();
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // Fluent's focus guards (tabster) are hidden from everybody and hand the focus on at once.
  // A gallery has the same section many times, a form once.
  const rules = `{ 'landmark-unique': { enabled: false } }`;
  const run = `axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'], rules: ${rules} })`;
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(run);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

describe.each(PLATFORMS)('the gallery of $title', (platform) => {
  it.each(LOOKS)(
    'shows every state, and axe finds nothing in any: $name',
    async ({ parameters }) => {
      const page = await browser.newPage();
      await page.goto(`${standIns[platform.crm]?.url ?? ''}${platform.gallery(parameters)}`);
      await page.locator(STATE).last().waitFor({ timeout: FIRST_BUILD_MS });
      expect(await page.locator(STATE).count()).toBe(SECTION_STATES.length + TROUBLES.length);
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
    FIRST_BUILD_MS,
  );
});
