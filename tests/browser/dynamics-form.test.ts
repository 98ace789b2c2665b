import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createDynamics } from '../../scripts/sandbox/dynamics/index.ts';
import { sampleId } from '../../scripts/sandbox/dynamics/sample/ids.ts';
import type { StandIn } from '../../scripts/sandbox/kit/index.ts';
import { launchBrowser } from '../e2e/support/browser.ts';
import { type StandInClient, standInClient } from '../e2e/support/stand-in-client.ts';

/** Building the control takes its time on a machine that has not done it yet. */
const FIRST_BUILD_MS = 180_000;

let standIn: StandIn;
let browser: Browser;
let context: BrowserContext;
let url: string;
let client: StandInClient;
/** What the browser complained of. */
let complaints: string[];

const opportunity = (number: number): string => sampleId(8, number);
const CONTROL = '[data-control="cosell_Cosell.MicrosoftSection"]';

beforeAll(async () => {
  standIn = createDynamics();
  ({ url } = await standIn.listen(0));
  client = standInClient(url, '/sandbox/oauth2/v2.0/token');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await standIn.close();
});
beforeEach(async () => {
  await client.control('reset');
  await client.clearRequests();
  complaints = [];
  context = await browser.newContext();
});
afterEach(() => context.close());

async function open(target: string, parameters = ''): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/main.aspx?pagetype=entityrecord&etn=opportunity${target}${parameters}`);
  await page.getByRole('toolbar', { name: 'Commands' }).waitFor({ timeout: FIRST_BUILD_MS });
  return page;
}

const record = (number: number, parameters = '&autosave=off'): Promise<Page> =>
  open(`&id=${opportunity(number)}`, parameters);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const saved = (page: Page, words: string) => page.locator('[data-save-state]', { hasText: words }).waitFor();
const row = (number: number) =>
  client.ok<Record<string, unknown>>('GET', `/api/data/v9.2/opportunities(${opportunity(number)})`);
const writes = async () =>
  (await client.requests()).filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/data'));

describe('the opportunity form of the Dynamics stand-in', () => {
  it(
    'hosts the production bundle of the control without a complaint of the browser',
    async () => {
      const page = await record(1);
      await page.locator(`${CONTROL} .custom-control > *`).first().waitFor();
      expect(await page.locator(`${CONTROL} [role=alert]`).count()).toBe(0);
      expect(complaints).toEqual([]);
    },
    FIRST_BUILD_MS,
  );

  it.each(['', '&theme=dark', '&theme=contrast', '&dir=rtl&language=1041'])(
    'has no accessibility violation with %j',
    async (parameters) => {
      const page = await record(1, `&autosave=off${parameters}`);
      await page.locator(`${CONTROL} section`).waitFor();
      await page.evaluate(axe.source);
      // Fluent's focus guards (tabster) are hidden from everybody and hand the focus on at once.
      const run = `axe.run({ exclude: ['[data-tabster-dummy]'] })`;
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(run);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
  );

  it('saves changed columns, and only those, as the person who is signed in', async () => {
    const page = await record(1);
    await page.getByLabel('Topic').fill('New topic');
    await saved(page, '- Unsaved');
    await button(page, 'Save').click();
    await saved(page, '- Saved');
    expect(await row(1)).toMatchObject({ name: 'New topic', estimatedvalue: 184_500.5 });
    expect(await writes()).toMatchObject([{ method: 'PATCH', status: 204, clientId: 'seller' }]);
    expect(complaints).toEqual([]);
  });

  it('takes money, dates, choices and lookups', async () => {
    const page = await record(1);
    await page.getByLabel('Est. Revenue').fill('200,000.25');
    await page.getByLabel('Est. Close Date').fill('2027-03-01');
    await page.getByLabel('Status Reason').selectOption('On Hold');
    await page.getByRole('combobox', { name: 'Contact' }).fill('Grace');
    await page.getByRole('option', { name: 'Grace Okafor' }).click();
    await page.keyboard.press('Control+s');
    await saved(page, '- Saved');
    expect(await row(1)).toMatchObject({
      estimatedvalue: 200_000.25,
      estimatedclosedate: '2027-03-01',
      statuscode: 2,
      _parentcontactid_value: sampleId(7, 7),
    });
  });

  it('saves by itself after a change', async () => {
    const page = await record(2, '&autosave=50');
    await page.getByLabel('Topic').fill('Saved by itself');
    await saved(page, '- Saved');
    expect(await row(2)).toMatchObject({ name: 'Saved by itself' });
  });

  it('makes a new record on the first save and goes on with it', async () => {
    const page = await open('', '&autosave=50');
    await page.getByRole('heading', { name: 'New Opportunity' }).waitFor();
    await button(page, 'Save').click();
    await page.getByText('Required fields must be filled in.').first().waitFor();
    await page.getByLabel('Topic').fill('Made on the form');
    await page.getByRole('combobox', { name: 'Account' }).fill('Cascade');
    await page.getByRole('option', { name: 'Cascade Outdoor Stores' }).click();
    await button(page, 'Save').click();
    await page.waitForURL(/&id=[0-9a-f-]{36}/);
    await page.getByRole('heading', { name: 'Made on the form' }).waitFor();
    expect((await writes()).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/data/v9.2/opportunities',
    ]);
  });

  it('is read-only once the opportunity is closed, until it is reopened', async () => {
    const page = await record(3);
    await button(page, 'Close as Won').click();
    await button(page, 'OK').click();
    await page.getByText('Read-only This record’s status: Won').waitFor();
    expect(await page.getByLabel('Topic').isDisabled()).toBe(true);
    await button(page, 'Reopen Opportunity').click();
    await button(page, 'Save').waitFor();
    expect(await row(3)).toMatchObject({ statecode: 0 });
  });

  it.each([
    [
      { status: 412, body: { error: { code: '0x80060882', message: 'another version' } } },
      'The record has been changed',
      'Keep my changes',
    ],
    [{ status: 401, body: {} }, 'Sign in again', 'Not now'],
    [
      { status: 403, body: { error: { code: '0x80040220', message: 'no privilege' } } },
      'Insufficient Permissions',
      'OK',
    ],
    [{ status: 503, body: {} }, 'Error', 'OK'],
  ])('keeps what was typed when a save is answered with %j', async (respond, title, answer) => {
    const page = await record(4);
    await page.getByLabel('Topic').fill('Typed');
    await client.fault({ match: { method: 'PATCH', path: '/opportunities' }, times: 1, respond });
    await button(page, 'Save').click();
    await page.getByRole('alertdialog', { name: title }).waitFor();
    await button(page, answer).click();
    expect(await page.getByLabel('Topic').inputValue()).toBe('Typed');
    await button(page, 'Save').click();
    await saved(page, '- Saved');
    expect(await row(4)).toMatchObject({ name: 'Typed' });
  });

  it('does not open for a person who may not see the record', async () => {
    const page = await context.newPage();
    const address = `${url}/main.aspx?pagetype=entityrecord&etn=opportunity&id=${opportunity(1)}&user=stranger`;
    expect((await page.goto(address))?.status()).toBe(403);
    await page.getByRole('heading', { name: 'Record Is Unavailable' }).waitFor();
  });

  it('shows an administrator a record of somebody else’s', async () => {
    const page = await record(1, '&autosave=off&user=admin');
    await page.getByText('Amara Cole').waitFor();
    expect(await page.getByLabel('Topic').inputValue()).toBe('Shop floor analytics for three plants');
  });
});
