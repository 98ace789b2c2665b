import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/support/browser.ts';
import { CRMS, startWorld, type World } from '../e2e/support/world.ts';
import { listen, tabTo } from './support/listening.ts';
import { FIRST_BUILD_MS, openDeal, SOON_MS } from './support/section-page.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

describe.each(CRMS)('a seller on the %s page', (name) => {
  it(
    'chooses help and products, shares, opens the referral, and sees what a later change did',
    async () => {
      const seller = await openDeal(browser, world, name, { name: `Whole job in ${name}`, products: null });
      const { page, section, ways } = seller;
      await seller.chooseHelp('Quotes or Licensing');
      await seller.searchProduct('Cold chain', /Cold Chain Monitor/);
      await seller.pasteProducts('SOL-15974-MQF; SOL-20318-HZT');
      await ways.chosen(section, 'SOL-15974-MQF').waitFor();
      await ways.syncSwitch(section).click();
      await seller.dialog.getByText('Microsoft gets this and is asked to help').waitFor();
      await seller.confirm(ways.share);
      await ways.save(page);
      await seller.expectText('✔ In sync');
      const [referral] = await world.partnerCenter.ownOf(seller.id);
      await section.getByText(referral?.id ?? 'no referral').waitFor();
      await seller.expectText('Shared with Partner Center and Microsoft as a co-sell deal.');
      const [opened] = await Promise.all([
        page.context().waitForEvent('page'),
        section.getByRole('link', { name: 'Open in Partner Center' }).first().click(),
      ]);
      await opened
        .getByRole('heading', { name: `Whole job in ${name}` })
        .first()
        .waitFor();
      await opened.close();
      await ways.changeAmount(page, '77000');
      const change = section.locator('li', { hasText: /125,000\.50.*→.*77,000/ }).last();
      await change.waitFor({ timeout: SOON_MS });
      await seller.expectText('✔ In sync');
      await page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'is told what is missing before anything is shared',
    async () => {
      const seller = await openDeal(browser, world, name, { products: null });
      await seller.ways.syncSwitch(seller.section).click();
      await seller.dialog.getByText('There is no product.').waitFor();
      const confirm = seller.dialog.getByRole('button', { name: seller.ways.share });
      expect(await confirm.isEnabled()).toBe(false);
      await seller.confirm('Cancel');
      await seller.searchProduct('Cold chain', /Cold Chain Monitor/);
      await seller.share();
      expect(await world.partnerCenter.ownOf(seller.id)).toHaveLength(1);
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'does the whole job by keyboard, and hears once that it is done',
    async () => {
      const seller = await openDeal(browser, world, name, { name: `By keyboard in ${name}`, products: null });
      const { page, section, dialog, ways } = seller;
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      await tabTo(page, section.getByRole('combobox', { name: 'How can Microsoft help?' }));
      await press('Enter');
      await page.getByRole('option', { name: 'Workload Specific Value Proposition' }).waitFor();
      await press('ArrowDown', 'Enter');
      await tabTo(page, section.getByRole('combobox', { name: 'Products' }));
      await page.keyboard.type('Cold chain');
      await page.getByRole('option', { name: /Cold Chain Monitor/ }).waitFor();
      await press('ArrowDown', 'Enter');
      await ways.chosen(section, 'Cold Chain Monitor').waitFor();
      await page.keyboard.type('SOL-15974-MQF');
      await page.getByRole('option', { name: /SOL-15974-MQF/ }).waitFor();
      await press('ArrowDown', 'Enter');
      await ways.chosen(section, 'SOL-15974-MQF').waitFor();
      const said = await listen(seller);
      await tabTo(page, ways.syncControl(section));
      await press('Space');
      await tabTo(page, dialog.getByRole('button', { name: ways.share }));
      await press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      if (name === 'dynamics') await press('Control+s');
      await seller.expectText('✔ In sync');
      const before = name === 'dynamics' ? ['Will be shared when you save'] : [];
      expect(await said()).toEqual([...before, 'Sending to Partner Center', 'Up to date with Partner Center']);
      await page.context().close();
    },
    FIRST_BUILD_MS,
  );
});
