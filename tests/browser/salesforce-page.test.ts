import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createSalesforce, type SalesforceStandIn } from '../../scripts/sandbox/salesforce/index.ts';
import { SECTION_STATES } from '../../shared/section/contract/view.ts';
import { TROUBLES } from '../../shared/section/testkit/states.ts';
import { launchBrowser } from '../e2e/support/browser.ts';
import { type StandInClient, standInClient } from '../e2e/support/stand-in-client.ts';

/** Compiling engine and base components takes its time on a machine that has not done it yet. */
const FIRST_BUILD_MS = 180_000;
const FIRST = '0065g0000000001AAA';

let standIn: SalesforceStandIn;
let browser: Browser;
let context: BrowserContext;
let url: string;
let client: StandInClient;
/** What the browser complained of. */
let complaints: string[];

beforeAll(async () => {
  standIn = createSalesforce();
  ({ url } = await standIn.listen(0));
  client = standInClient(url, '/services/oauth2/token');
  browser = await launchBrowser();
  const problem = await standIn.warmUp();
  if (problem !== null) throw new Error(problem);
}, FIRST_BUILD_MS);
afterAll(async () => {
  await browser.close();
  await standIn.close();
});
beforeEach(async () => {
  await client.control('reset');
  complaints = [];
  context = await browser.newContext();
});
afterEach(() => context.close());

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url + path);
  return page;
}

const openRecord = async (query = '', path = `Opportunity/${FIRST}`): Promise<Page> => {
  const page = await open(`/lightning/r/${path}/view${query}`);
  await page.locator('sandbox-record-page').getByRole('heading', { level: 1 }).waitFor();
  return page;
};
const stored = (id = FIRST, object = 'Opportunity') =>
  client.ok<Record<string, unknown>>('GET', `/services/data/v64.0/sobjects/${object}/${id}`);

describe('the record page of the Salesforce stand-in', () => {
  it('hosts the compiled section in synthetic shadow without a complaint of the browser', async () => {
    const page = await openRecord();
    const section = page.locator('c-microsoft-section');
    await section.getByText('Microsoft sharing is not set up').first().waitFor();
    // Only in synthetic shadow does the design system's own style sheet reach into components.
    const body = section.locator('.slds-p-horizontal_medium');
    const [outer, inner] = await Promise.all([body.boundingBox(), body.locator('[data-state]').boundingBox()]);
    expect((inner?.x ?? 0) - (outer?.x ?? 0)).toBe(16);
    expect(complaints).toEqual([]);
  });

  it('saves as the person who looks, and every part of the page shows the new values', async () => {
    const page = await openRecord();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Amount').fill('1234.5');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('was saved').waitFor();
    await expect(page.locator('sandbox-highlights').getByText('$1,234.50').waitFor()).resolves.toBeUndefined();
    expect(await stored()).toMatchObject({ Amount: 1234.5 });
    expect(complaints).toEqual([]);
  });

  it('says which field the org refuses and keeps what was typed', async () => {
    const page = await openRecord('?edit');
    await page.getByLabel('Amount').fill('12 apples');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText(/deserialize/)
      .waitFor();
    expect(await page.getByLabel('Amount').inputValue()).toBe('12 apples');
    expect(await stored()).toMatchObject({ Amount: 185000 });
  });

  it('gives an opportunity its first contact', async () => {
    const id = await idOf('Warehouse vision (help asked, no contact)');
    const page = await openRecord('', `Opportunity/${id}`);
    await page.getByRole('button', { name: 'New Contact' }).click();
    await page.getByLabel('Last Name').fill('Moreau');
    await page.getByRole('button', { name: 'Save Contact' }).click();
    await page.getByText('Contact Roles (1)').waitFor();
    expect(await stored(id)).toMatchObject({ ContactId: expect.any(String) as unknown });
  });

  it('shows nothing of a record to who may not see it', async () => {
    const page = await open(`/lightning/r/Opportunity/${FIRST}/view?user=stranger`);
    await page.getByText("You don't have access to this record").waitFor();
    expect(await page.content()).not.toContain('Cold chain');
  });

  it('has a session that scripts cannot read and foreign pages cannot use', async () => {
    await openRecord();
    const [session] = await context.cookies();
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    const save = async (origin: string): Promise<number> => {
      const response = await fetch(`${url}/services/data/v64.0/ui-api/records/${FIRST}`, {
        method: 'PATCH',
        headers: { cookie: `${session?.name}=${session?.value}`, origin, 'content-type': 'application/json' },
        body: JSON.stringify({ fields: { NextStep: 'Call' } }),
      });
      return response.status;
    };
    expect(await save('http://localhost:1')).toBe(401);
    expect(await save(url)).toBe(200);
  });

  it('is in the language and direction that it is asked for', async () => {
    const page = await openRecord('?lang=ja&dir=rtl');
    await page
      .locator('c-microsoft-section')
      .getByText(/[ぁ-んァ-ヶ一-龠]{3}/)
      .first()
      .waitFor();
    expect(await page.locator('html[lang=ja][dir=rtl]').count()).toBe(1);
  });

  async function idOf(name: string): Promise<string> {
    const query = `SELECT Id FROM Opportunity WHERE Name = '${name}'`;
    const answer = await client.ok<{ records: { Id: string }[] }>(
      'GET',
      `/services/data/v64.0/query?q=${encodeURIComponent(query)}`,
    );
    return answer.records[0]?.Id ?? '';
  }
});

describe('the gallery', () => {
  it('shows the section in every state without a complaint of the browser', async () => {
    const page = await open('/lightning/gallery');
    await page.locator('section[data-state]').last().waitFor();
    const names = [...SECTION_STATES, ...TROUBLES.map((trouble) => `trouble-${trouble}`)];
    expect(await page.locator('section[data-state] > h2').allTextContents()).toEqual(names);
    expect(await page.locator('c-section-view').count()).toBe(names.length);
    expect(complaints).toEqual([]);
  });

  it('shows one state in a given width', async () => {
    const page = await open('/lightning/gallery?state=in-sync&width=320');
    const section = page.locator('c-section-view');
    await section.getByText('In sync').first().waitFor();
    expect(await section.boundingBox()).toMatchObject({ width: 320 });
  });
});
