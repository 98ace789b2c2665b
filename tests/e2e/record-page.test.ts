import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { ACCOUNT, CONTACT, DEAL } from './support/deals.ts';
import { CRMS, type CrmName, startWorld, type World } from './support/world.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const RECORD_PAGE: Readonly<Record<CrmName, (id: string) => string>> = {
  salesforce: (id) => `/lightning/r/Opportunity/${id}/view`,
  dynamics: (id) => `/main.aspx?pagetype=entityrecord&etn=opportunity&id=${id}`,
};

async function openRecord(name: CrmName, form: Partial<typeof DEAL>): Promise<Page> {
  const crm = world.crm[name];
  const customer = await crm.createCustomer(ACCOUNT, CONTACT);
  const id = await crm.createOpportunity({ ...DEAL, sync: false, ...form }, customer);
  const page = await browser.newPage();
  await page.goto(crm.client.url + RECORD_PAGE[name](id));
  return page;
}

describe.each(CRMS)('the record page of %s', (name) => {
  it('shares the deal with a tick and a save, shows ✔, and its link opens the referral', async () => {
    const page = await openRecord(name, { name: `Shared on the ${name} page` });
    await page.getByLabel('Sync with Partner Center').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('✔ In sync').first().waitFor({ timeout: 5_000 });
    const link = page.locator('a[href*="/referrals/v2/inbox?id="]').first();
    const [referral] = await Promise.all([
      link.getAttribute('target').then((target) => (target === '_blank' ? page.context().waitForEvent('page') : page)),
      link.click(),
    ]);
    await referral
      .getByRole('heading', { name: `Shared on the ${name} page` })
      .first()
      .waitFor({ timeout: 5_000 });
    expect(await referral.textContent('body')).toContain('Microsoft');
    await page.close();
  });

  it('says what is missing, and shares once the seller has filled it in', async () => {
    const page = await openRecord(name, { products: null });
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
