import type { Ways } from './section-page.ts';

export const salesforceWays: Ways = {
  path: (id) => `/lightning/r/Opportunity/${id}/view`,
  section: (page) => page.locator('c-microsoft-section'),
  // The box itself lies under the toggle that people see.
  syncSwitch: (section) => section.locator('label', { hasText: 'Sync with Partner Center' }).first(),
  syncControl: (section) => section.locator('[data-field=sync] input'),
  share: 'Share with Microsoft',
  save: () => Promise.resolve(),
  async changeAmount(page, amount) {
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Amount').fill(amount);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  },
  chosen: (section, product) => section.locator('c-section-products li', { hasText: product }),
};
