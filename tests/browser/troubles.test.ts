import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/support/browser.ts';
import { waitFor } from '../e2e/support/wait.ts';
import { CRMS, startWorld, type CrmName, type World } from '../e2e/support/world.ts';
import { FIRST_BUILD_MS, openDeal, type SectionPage } from './support/section-page.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});
afterEach(() => world.clearFaults());

const TYPED = 'SOL-20318-HZT';

/** The call by which a seller's own work leaves the browser: Salesforce saves at once, Dynamics makes a request row. */
const OWN_CALL = {
  salesforce: { method: 'PATCH', path: '/ui-api/records/' },
  dynamics: { method: 'POST', path: '/cosell_requests' },
} as const satisfies Record<CrmName, unknown>;

/** How each CRM refuses. */
const refusal = (name: CrmName, status: number, salesforce: string, dynamics: string) =>
  name === 'salesforce'
    ? { status, body: [{ errorCode: salesforce, message: 'refused' }] }
    : { status, body: dynamics === '' ? {} : { error: { code: dynamics, message: 'refused' } } };

/** Types a product. In Salesforce that is the very call that fails; in Dynamics it waits in the form after a sync was asked for in vain. */
async function work(seller: SectionPage, name: CrmName): Promise<void> {
  if (name === 'dynamics') await seller.menu('Sync now');
  await seller.pasteProducts(`${TYPED}, SOL-15974-MQF`);
  await seller.ways.chosen(seller.section, TYPED).waitFor();
}

const isKept = (seller: SectionPage) => seller.ways.chosen(seller.section, TYPED).waitFor();
const stored = (name: CrmName, id: string) =>
  waitFor('the product to be stored', async () => (await world.crm[name].deal(id)).products?.includes(TYPED));

/** The person comes back to the tab two minutes later. */
async function lookAgainLater({ page }: SectionPage): Promise<void> {
  await page.clock.setSystemTime(Date.now() + 120_000);
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
}

/** As if the connector had stopped a while ago. */
async function lastHeardOf(name: CrmName, at: Date): Promise<void> {
  const client = world.crm[name].client.as('sandbox');
  if (name === 'salesforce') {
    const query = encodeURIComponent('SELECT Id FROM Partner_Center_Connection__c');
    const data = '/services/data/v64.0';
    const { records } = await client.ok<{ records: { Id: string }[] }>('GET', `${data}/query?q=${query}`);
    const row = `${data}/sobjects/Partner_Center_Connection__c/${records[0]?.Id ?? ''}`;
    await client.ok('PATCH', row, { Last_Seen__c: at.toISOString() });
  } else {
    const rows = '/api/data/v9.2/cosell_connections';
    const { value } = await client.ok<{ value: { cosell_connectionid: string }[] }>('GET', rows);
    await client.ok('PATCH', `${rows}(${value[0]?.cosell_connectionid ?? ''})`, { cosell_lastseen: at.toISOString() });
  }
}

describe.each(CRMS)('what goes wrong on the %s page', (name) => {
  it(
    'is refused for want of permission: it says whom to ask, and keeps what was typed',
    async () => {
      const seller = await openDeal(browser, world, name);
      await seller.share();
      const respond = refusal(name, 403, 'INSUFFICIENT_ACCESS', '0x80040220');
      await world.crm[name].client.fault({ match: OWN_CALL[name], respond });
      await work(seller, name);
      await seller.expectText('You may not change this');
      await seller.expectText('What you entered is kept.');
      await isKept(seller);
      await seller.button('Dismiss').click();
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it.each([
    ['the record is locked', 400, 'UNABLE_TO_LOCK_ROW', '0x80044151', 'The opportunity is locked'],
    ['the CRM throttles', 429, 'REQUEST_LIMIT_EXCEEDED', '0x80072322', 'The CRM is busy'],
    ['the sign-in has expired', 401, 'INVALID_SESSION_ID', '', 'Your sign-in has expired'],
  ])(
    'when %s, it says so, keeps what was typed, and sends it on “Try again”',
    async (_, status, sf, dynamics, title) => {
      const seller = await openDeal(browser, world, name);
      await seller.share();
      await world.crm[name].client.fault({
        match: OWN_CALL[name],
        times: 1,
        respond: refusal(name, status, sf, dynamics),
      });
      await work(seller, name);
      await seller.expectText(title);
      await seller.expectText('What you entered is kept.');
      await isKept(seller);
      await seller.button('Try again').click();
      await seller.section.getByText(title).waitFor({ state: 'hidden' });
      await isKept(seller);
      await seller.ways.save(seller.page);
      await stored(name, seller.id);
      await seller.expectText('✔ In sync');
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'when the browser is offline, it says so, keeps what was typed, and goes on when it is back',
    async () => {
      const seller = await openDeal(browser, world, name);
      await seller.share();
      await seller.page.context().setOffline(true);
      await seller.expectText('You are offline');
      await seller.pasteProducts(`${TYPED}, SOL-15974-MQF`);
      await isKept(seller);
      await seller.expectText('What you entered is kept.');
      await seller.page.context().setOffline(false);
      if (name === 'salesforce') await seller.button('Try again').click();
      await seller.ways.save(seller.page);
      await stored(name, seller.id);
      await seller.expectText('✔ In sync');
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'on a slow network it shows that it is sending, with what was typed',
    async () => {
      const seller = await openDeal(browser, world, name);
      await seller.share();
      await world.crm[name].client.fault({
        match: { method: 'PATCH', path: name === 'salesforce' ? '/ui-api/records/' : '/opportunities(' },
        delayMs: 1_500,
      });
      await seller.pasteProducts(`${TYPED}, SOL-15974-MQF`);
      await seller.ways.save(seller.page);
      await seller.expectText(/Sending to Partner Center|Will be sent when you save/);
      await isKept(seller);
      await stored(name, seller.id);
      await seller.expectText('✔ In sync');
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'when Partner Center refuses a change, it says so, and “Retry now” sends it once it can be',
    async () => {
      const seller = await openDeal(browser, world, name);
      await seller.share();
      const respond = { status: 400, body: { error: { code: 'BadRequest', message: 'The deal value is refused.' } } };
      await world.partnerCenter.client.fault({ match: { method: 'PATCH', path: '/referrals' }, times: 50, respond });
      await seller.pasteProducts(`${TYPED}, SOL-15974-MQF`);
      await seller.ways.save(seller.page);
      await seller.expectText('✖ Failed');
      await seller.expectText('Not sent');
      await world.clearFaults();
      await seller.button('Retry now').click();
      await seller.expectText('✔ In sync');
      await isKept(seller);
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'when somebody else has changed the opportunity meanwhile, it offers the changes, and keeps what was typed',
    async () => {
      const seller = await openDeal(browser, world, name);
      await seller.share();
      const respond = refusal(name, 400, 'UNABLE_TO_LOCK_ROW', '0x80044151');
      if (name === 'salesforce') await world.crm[name].client.fault({ match: OWN_CALL[name], respond });
      await seller.pasteProducts(`${TYPED}, SOL-15974-MQF`);
      if (name === 'salesforce') await seller.expectText('The opportunity is locked');
      await world.crm[name].update(seller.id, { name: 'Renamed by a colleague' });
      await waitFor('the connector', async () =>
        (await world.crm[name].section(seller.id)).audit[0]?.includes('Renamed'),
      );
      await lookAgainLater(seller);
      await seller.expectText('Newer data has arrived');
      await isKept(seller);
      await seller.button('Load changes').click();
      await seller.section.getByText('Newer data has arrived').waitFor({ state: 'hidden' });
      await isKept(seller);
      if (name === 'salesforce') await seller.button('Try again').click();
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'when Partner Center no longer has the deal, it says so and keeps what was saved',
    async () => {
      const seller = await openDeal(browser, world, name);
      await seller.share();
      const [referral] = await world.partnerCenter.ownOf(seller.id);
      const respond = { status: 404, body: { error: { code: 'NotFound', message: 'No such referral.' } } };
      await world.partnerCenter.client.fault({ match: { path: referral?.id ?? '' }, times: 50, respond });
      await seller.pasteProducts(`${TYPED}, SOL-15974-MQF`);
      await seller.ways.save(seller.page);
      await seller.expectText('The link to Partner Center is broken');
      await seller.button('Copy details').click();
      expect(await seller.page.evaluate('navigator.clipboard.readText()')).toContain(seller.id);
      await isKept(seller);
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'when the connector is down, it says since when, keeps what was saved, and sends it once it is back',
    async () => {
      const seller = await openDeal(browser, world, name);
      await seller.share();
      await world.killConnector();
      await lastHeardOf(name, new Date(Date.now() - 3 * 3_600_000));
      await seller.page.reload();
      await seller.expectText('✔ In sync');
      await seller.pasteProducts(`${TYPED}, SOL-15974-MQF`);
      await seller.ways.save(seller.page);
      await seller.expectText('No connection to Partner Center');
      await seller.expectText(/The connector was last heard of 3 hours ago\. Nothing is lost/);
      await isKept(seller);
      await world.startConnector();
      // The section may see by itself that it is back, and then has no such button any more.
      const clicked = seller
        .button('Check again')
        .click()
        .catch(() => undefined);
      await Promise.race([clicked, seller.expectText('✔ In sync')]);
      await seller.expectText('✔ In sync');
      await isKept(seller);
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );
});
