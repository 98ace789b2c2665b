import type { Page } from 'playwright-core';
import type { Ways } from './section-page.ts';

async function save(page: Page): Promise<void> {
  await page.locator('[data-save-state]', { hasText: '- Unsaved' }).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

export const dynamicsWays: Ways = {
  path: (id) => `/main.aspx?pagetype=entityrecord&etn=opportunity&id=${id}&autosave=off`,
  section: (page) => page.locator('section[data-state]'),
  syncSwitch: (section) => section.getByRole('switch', { name: 'Sync with Partner Center' }),
  syncControl: (section) => section.getByRole('switch', { name: 'Sync with Partner Center' }),
  share: 'Share when I save',
  save,
  async changeAmount(page, amount) {
    await page.getByLabel('Est. Revenue').fill(amount);
    await page.keyboard.press('Tab');
    await save(page);
  },
  chosen: (section, product) => section.getByRole('button', { name: new RegExp(`^Remove .*${product}`) }),
};
