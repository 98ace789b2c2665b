import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { ACCOUNT, CONTACT, DEAL } from './support/deals.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function openRecord(form: Partial<typeof DEAL>): Promise<Page> {
  const crm = world.crm.salesforce;
  const customer = await crm.createCustomer(ACCOUNT, CONTACT);
  const id = await crm.createOpportunity({ ...DEAL, sync: false, ...form }, customer);
  const page = await browser.newPage();
  await page.goto(`${crm.client.url}/lightning/r/Opportunity/${id}/view`);
  return page;
}

describe('the record page of Salesforce', () => {
  it('shares the deal with a tick and a save, shows ✔, and its link opens the referral', async () => {
    const page = await openRecord({ name: 'Shared on the Salesforce page' });
    await page.getByLabel('Sync with Partner Center').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('✔ In sync').first().waitFor({ timeout: 5_000 });
    const link = page.locator('a[href*="/referrals/v2/inbox?id="]').first();
    const [referral] = await Promise.all([
      link.getAttribute('target').then((target) => (target === '_blank' ? page.context().waitForEvent('page') : page)),
      link.click(),
    ]);
    await referral.getByRole('heading', { name: 'Shared on the Salesforce page' }).first().waitFor({ timeout: 5_000 });
    expect(await referral.textContent('body')).toContain('Microsoft');
    await page.close();
  });

  it('says what is missing, and shares once the seller has filled it in', async () => {
    const page = await openRecord({ products: null });
    await page.getByLabel('Sync with Partner Center').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Not ready').first().waitFor({ timeout: 5_000 });
    expect(await page.textContent('main')).toMatch(/solution|product/i);
    await page.getByLabel(/^Products/).fill('SOL-15974-MQF');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('✔ In sync').first().waitFor({ timeout: 5_000 });
    await page.close();
  });
});
