import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ACCOUNT, CONTACT, DEAL, waitForStatus } from '../e2e/support/deals.ts';
import type { World } from '../e2e/support/world.ts';
import { waitFor } from '../e2e/support/wait.ts';
import { PLATFORMS } from './platforms.ts';

const WINDOW = { width: 1280, height: 1000 } as const;
const PATIENCE_MS = 180_000;

/** The record page of each CRM with a deal that has been shared and then changed, for the README. */
export async function shootRecordPages(browser: Browser, world: World, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { crm, recordPage } of PLATFORMS) {
    const driver = world.crm[crm];
    const customer = await driver.createCustomer(ACCOUNT, CONTACT);
    const id = await driver.createOpportunity({ ...DEAL, help: null }, customer);
    await waitForStatus(driver, id, 'in-sync');
    await driver.update(id, { amount: 140_000, visible: true });
    await waitFor('the change in the history', async () => {
      const { audit, status } = await driver.section(id);
      return status === 'in-sync' && audit.some((line) => line.includes('140000')) ? true : undefined;
    });
    const page = await browser.newPage({ viewport: WINDOW });
    await page.goto(driver.client.url + recordPage(id));
    await page.getByText('✔ In sync').first().waitFor({ timeout: PATIENCE_MS });
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(folder, `${crm}.png`), animations: 'disabled' });
    await page.close();
  }
}
