import type { AccountForm, ContactForm, OpportunityForm } from './support/crm-driver.ts';
import { ACCOUNT, CONTACT, DEAL, waitForStatus } from './support/deals.ts';
import { CRMS, startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

interface Case {
  readonly missing: string;
  readonly account?: Partial<AccountForm>;
  readonly contact?: ContactForm | null;
  readonly form?: Partial<OpportunityForm>;
  readonly says: RegExp;
  readonly fix: { readonly country?: string; readonly contact?: ContactForm; readonly form?: Partial<OpportunityForm> };
}

const CASES: readonly Case[] = [
  { missing: 'no country', account: { country: null }, says: /country/i, fix: { country: 'DE' } },
  { missing: 'a country that is no ISO code', account: { country: 'Germany' }, says: /DE/, fix: { country: 'DE' } },
  {
    missing: 'no product',
    form: { products: null },
    says: /solution|product/i,
    fix: { form: { products: 'SOL-15974-MQF' } },
  },
  { missing: 'no contact although help is chosen', contact: null, says: /contact/i, fix: { contact: CONTACT } },
  { missing: 'no value', form: { amount: null }, says: /value|amount/i, fix: { form: { amount: 10 } } },
  {
    missing: 'a bad solution id',
    form: { products: 'SOL-15974-MQF, SOL-NONSENSE!' },
    says: /SOL-NONSENSE!/,
    fix: { form: { products: 'SOL-15974-MQF' } },
  },
];

describe.each(CRMS)('a deal in %s that is not ready', (name) => {
  it.each(CASES)(
    'with $missing is not shared, says so, and is shared once that is fixed',
    async ({ account, contact = CONTACT, form, says, fix }) => {
      const crm = world.crm[name];
      const customer = await crm.createCustomer({ ...ACCOUNT, ...account }, contact);
      const opportunityId = await crm.createOpportunity({ ...DEAL, ...form }, customer);
      const section = await waitForStatus(crm, opportunityId, 'not-ready');
      expect(section.audit).toHaveLength(1);
      expect(section.audit[0]).toMatch(says);
      expect(await world.partnerCenter.ownOf(opportunityId)).toEqual([]);

      if (fix.country) await crm.setCountry(customer.accountId, fix.country);
      if (fix.contact) await crm.addContact(opportunityId, customer.accountId, fix.contact);
      if (fix.form) await crm.update(opportunityId, fix.form);
      await waitForStatus(crm, opportunityId, 'in-sync');
      expect(await world.partnerCenter.ownOf(opportunityId)).toHaveLength(1);
    },
  );

  it('names everything that is missing at once', async () => {
    const crm = world.crm[name];
    const customer = await crm.createCustomer({ ...ACCOUNT, country: null }, null);
    const opportunityId = await crm.createOpportunity({ ...DEAL, amount: null, products: null }, customer);
    const { audit } = await waitForStatus(crm, opportunityId, 'not-ready');
    expect(audit).toHaveLength(1);
    for (const word of [/country/i, /contact/i, /value|amount/i, /solution|product/i]) expect(audit[0]).toMatch(word);
  });
});
