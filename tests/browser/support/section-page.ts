import type { Browser, Locator, Page } from 'playwright-core';
import { ACCOUNT, CONTACT, DEAL } from '../../e2e/support/deals.ts';
import type { OpportunityForm } from '../../e2e/support/crm-driver.ts';
import type { CrmName, World } from '../../e2e/support/world.ts';
import { dynamicsWays } from './dynamics-ways.ts';
import { salesforceWays } from './salesforce-ways.ts';

/** The sections are built when they have changed. */
export const FIRST_BUILD_MS = 180_000;
/** From the save to ✔ (issue: within two seconds), on a machine that is busy with other tests. */
export const SOON_MS = 20_000;

/** What people do differently in the two CRMs. */
export interface Ways {
  readonly path: (id: string) => string;
  readonly section: (page: Page) => Locator;
  /** The switch as people click it. */
  readonly syncSwitch: (section: Locator) => Locator;
  /** The same as the keyboard reaches it. */
  readonly syncControl: (section: Locator) => Locator;
  /** What the question before the first share is confirmed by. */
  readonly share: string;
  /** The CRM saves at once, or with its form. */
  readonly save: (page: Page) => Promise<void>;
  readonly changeAmount: (page: Page, amount: string) => Promise<void>;
  /** What is chosen, as it stands in the field of the products. */
  readonly chosen: (section: Locator, product: string) => Locator;
}

const WAYS: Readonly<Record<CrmName, Ways>> = { salesforce: salesforceWays, dynamics: dynamicsWays };

/** The opportunity page of a CRM with the section on it, as a seller works with it. */
export interface SectionPage {
  readonly id: string;
  readonly page: Page;
  readonly section: Locator;
  readonly dialog: Locator;
  readonly ways: Ways;
  readonly button: (name: string) => Locator;
  readonly chooseHelp: (label: string) => Promise<void>;
  readonly searchProduct: (text: string, name: RegExp) => Promise<void>;
  readonly pasteProducts: (list: string) => Promise<void>;
  readonly confirm: (name: string) => Promise<void>;
  readonly menu: (item: string) => Promise<void>;
  /** Shares the deal from the switch to ✔. */
  readonly share: () => Promise<void>;
  readonly expectText: (text: string | RegExp) => Promise<void>;
}

/** Opens an opportunity that is there already. */
export async function openSection(browser: Browser, world: World, name: CrmName, id: string): Promise<SectionPage> {
  const ways = WAYS[name];
  const { url } = world.crm[name].client;
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(url + ways.path(id));
  const section = ways.section(page);
  await section.getByRole('heading', { name: 'Microsoft Partner Center' }).waitFor({ timeout: FIRST_BUILD_MS });
  const dialog = page.getByRole('dialog');
  const button = (label: string) => section.getByRole('button', { name: label, exact: true });
  const products = section.getByRole('combobox', { name: 'Products' });
  const expectText = (text: string | RegExp) => section.getByText(text).first().waitFor({ timeout: SOON_MS });

  const opened: SectionPage = {
    id,
    page,
    section,
    dialog,
    ways,
    button,
    expectText,
    async chooseHelp(label) {
      await section.getByRole('combobox', { name: 'How can Microsoft help?' }).click();
      await page.getByRole('option', { name: label }).click();
    },
    async searchProduct(text, option) {
      await products.pressSequentially(text);
      await page.getByRole('option', { name: option }).click();
    },
    async pasteProducts(list) {
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(list)})`);
      await products.focus();
      await page.keyboard.press('Control+V');
    },
    async confirm(label) {
      await dialog.getByRole('button', { name: label, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    async menu(item) {
      await button('More actions').click();
      await page.getByRole('menuitem', { name: item }).click();
    },
    async share() {
      await ways.syncSwitch(section).click();
      await opened.confirm(ways.share);
      await ways.save(page);
      await expectText('✔ In sync');
    },
  };
  return opened;
}

/** Opens a new opportunity that is ready to be shared, unless `form` says otherwise. */
export async function openDeal(
  browser: Browser,
  world: World,
  name: CrmName,
  form: Partial<OpportunityForm> = {},
): Promise<SectionPage> {
  const crm = world.crm[name];
  const customer = await crm.createCustomer(ACCOUNT, CONTACT);
  const id = await crm.createOpportunity({ ...DEAL, help: null, sync: false, ...form }, customer);
  return openSection(browser, world, name, id);
}
