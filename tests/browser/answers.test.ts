import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/support/browser.ts';
import { fromMicrosoft } from '../e2e/support/inbound-deals.ts';
import { waitFor } from '../e2e/support/wait.ts';
import { CRMS, startWorld, type CrmName, type World } from '../e2e/support/world.ts';
import { FIRST_BUILD_MS, openDeal, openSection, type SectionPage } from './support/section-page.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
  await world.partnerCenter.registerWebhook(`http://localhost:${world.ports.connector}/webhooks/partner-center`);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A deal that Microsoft sent, open on its page. */
async function openInbound(name: CrmName): Promise<SectionPage & { readonly referralId: string }> {
  const referral = await world.partnerCenter.send(fromMicrosoft(name));
  const id = await waitFor('the opportunity', async () => (await world.crm[name].opportunitiesOf(referral.id))[0]);
  const seller = await openSection(browser, world, name, id);
  await seller.expectText('Microsoft sent you this deal');
  return { ...seller, referralId: referral.id };
}

describe.each(CRMS)('on the %s page', (name) => {
  it(
    'a deal from Microsoft is looked at and accepted',
    async () => {
      const seller = await openInbound(name);
      await seller.button('Accept').click();
      await seller.dialog.getByText('Line monitoring for three plants').waitFor();
      await seller.confirm('Accept');
      await seller.expectText('✔ In sync');
      expect(await world.partnerCenter.get(seller.referralId)).toMatchObject({
        status: 'Active',
        substatus: 'Accepted',
      });
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'a deal from Microsoft is declined with a reason, and not without one; the reason outlives Cancel',
    async () => {
      const seller = await openInbound(name);
      const reason = seller.dialog.getByRole('textbox');
      await seller.button('Decline').click();
      await seller.dialog.getByRole('button', { name: 'Decline', disabled: true }).waitFor();
      await reason.fill('Not our field');
      await seller.confirm('Cancel');
      await seller.button('Decline').click();
      expect(await reason.inputValue()).toBe('Not our field');
      await seller.confirm('Decline');
      await seller.expectText('The deal is closed in Partner Center');
      expect(await world.partnerCenter.get(seller.referralId)).toMatchObject({
        substatus: 'Declined',
        statusReason: 'Not our field',
      });
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'an opportunity of the seller’s own goes on with a deal that Microsoft sent',
    async () => {
      const placeholder = await openInbound(name);
      const link = (await world.crm[name].section(placeholder.id)).referralLink ?? '';
      await placeholder.page.context().close();
      const seller = await openDeal(browser, world, name);
      await seller.menu('Link a deal from Microsoft');
      await seller.dialog.getByRole('textbox').fill(link);
      await seller.confirm('Link');
      await seller.expectText('Microsoft sent you this deal');
      expect(await world.crm[name].opportunitiesOf(placeholder.referralId)).toEqual([seller.id]);
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'the identifier is copied, a sync asked for, and the sync paused and resumed',
    async () => {
      const seller = await openDeal(browser, world, name);
      await seller.share();
      const [referral] = await world.partnerCenter.ownOf(seller.id);
      await seller.menu('Copy referral identifier');
      expect(await seller.page.evaluate('navigator.clipboard.readText()')).toBe(referral?.id);
      await seller.menu('Sync now');
      await seller.expectText('A sync was asked for.');
      await seller.ways.syncSwitch(seller.section).click();
      await seller.confirm('Pause sync');
      await seller.ways.save(seller.page);
      await seller.expectText('Sync is paused');
      await seller.button('Resume sync').click();
      await seller.ways.save(seller.page);
      await seller.expectText('✔ In sync');
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );

  it(
    'help on a deal that is shared already is asked for only when that is confirmed',
    async () => {
      const seller = await openDeal(browser, world, name);
      await seller.share();
      await seller.chooseHelp('Quotes or Licensing');
      await seller.confirm('Cancel');
      const help = seller.section.getByRole('combobox', { name: 'How can Microsoft help?' });
      await help.filter({ hasText: 'No help' }).waitFor();
      await seller.chooseHelp('Quotes or Licensing');
      await seller.dialog.getByText('cannot be taken back').waitFor();
      await seller.confirm('Ask Microsoft');
      await seller.ways.save(seller.page);
      await seller.expectText('Microsoft was asked for help: Quotes or Licensing.');
      const [referral] = await world.partnerCenter.ownOf(seller.id);
      expect(await world.partnerCenter.engagement(referral?.engagementId ?? '')).toHaveLength(2);
      await seller.page.context().close();
    },
    FIRST_BUILD_MS,
  );
});
