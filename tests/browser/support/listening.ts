import type { Locator, Page } from 'playwright-core';
import type { SectionPage } from './section-page.ts';

/** What the function below needs of the page it runs in. */
interface Region {
  readonly textContent: string;
}
interface PageGlobals {
  said: string[];
  MutationObserver: new (changed: () => void) => { observe(node: Region, what: Record<string, boolean>): void };
}

/** Listens to the live region of the section as a screen reader does. Returns what was said since. */
export async function listen({
  section,
  page,
}: Pick<SectionPage, 'section' | 'page'>): Promise<() => Promise<string[]>> {
  await section
    .getByRole('status')
    .first()
    .evaluate((region: Region) => {
      const globals = globalThis as unknown as PageGlobals;
      let last = region.textContent;
      globals.said = [];
      new globals.MutationObserver(() => {
        if (region.textContent === last) return;
        last = region.textContent;
        if (last !== '') globals.said.push(last);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    });
  return () => page.evaluate(() => (globalThis as unknown as PageGlobals).said);
}

/** Presses Tab until the element has the focus. @throws Error when the keyboard does not reach it */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const hasFocus = async () =>
    (await target.count()) > 0 &&
    target.first().evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
  for (let presses = 0; presses < 100; presses += 1) {
    if (await hasFocus()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(target)}.`);
}
