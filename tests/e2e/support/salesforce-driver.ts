import type { ConnectionInfo, SyncStatus } from '../../../shared/core/index.ts';
import type { CrmDriver, DealFields, OpportunityForm } from './crm-driver.ts';
import { standInClient } from './stand-in-client.ts';

const DATA = '/services/data/v64.0';

const toFields = (form: Partial<OpportunityForm>): Record<string, unknown> =>
  withoutUndefined({
    Name: form.name,
    Amount: form.amount,
    CurrencyIsoCode: form.currency,
    CloseDate: form.closeDate,
    Description: form.notes,
    Sync_with_Partner_Center__c: form.sync,
    How_can_Microsoft_help__c: form.help,
    Referral_Visible_to_Microsoft__c: form.visible,
    Products__c: form.products,
  });

export const withoutUndefined = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

interface SectionRow {
  readonly Referral_Identifier__c: string | null;
  readonly Referral_Link__c: string | null;
  readonly Partner_Center_Status__c: SyncStatus | null;
  readonly Audit__c: string | null;
}

interface DealRow {
  readonly Name: string;
  readonly Amount: number | null;
  readonly CurrencyIsoCode: string;
  readonly CloseDate: string;
  readonly Description: string | null;
  readonly Products__c: string | null;
  readonly Sync_with_Partner_Center__c: boolean;
  readonly StageName: string;
  readonly Account: {
    readonly Name: string;
    readonly BillingPostalCode: string | null;
    readonly BillingCountry: string | null;
  };
  readonly OpportunityContactRoles: { readonly records: { readonly Contact: { readonly Email: string } }[] } | null;
}

const STAGES: Readonly<Record<string, DealFields['stage']>> = {
  New: 'on-hold',
  'Closed Won': 'won',
  'Closed Lost': 'lost',
};

export function salesforceDriver(url: string): CrmDriver {
  const client = standInClient(url, '/services/oauth2/token');
  const create = async (object: string, fields: unknown, who = client): Promise<string> =>
    (await who.ok<{ id: string }>('POST', `${DATA}/sobjects/${object}`, fields)).id;

  const membersOf = async (opportunityId: string) => {
    const soql = `SELECT Id, User.Email FROM OpportunityTeamMember WHERE OpportunityId = '${opportunityId}'`;
    const path = `${DATA}/query?q=${encodeURIComponent(soql)}`;
    return (await client.ok<{ records: { Id: string; User: { Email: string } }[] }>('GET', path)).records;
  };

  const driver: CrmDriver = {
    name: 'salesforce',
    client,
    async createCustomer(account, contact) {
      const accountId = await create('Account', {
        Name: account.name,
        BillingStreet: account.street,
        BillingCity: account.city,
        BillingPostalCode: account.postalCode,
        BillingCountry: account.country,
      });
      return { accountId, contactId: contact && (await create('Contact', contactFields(contact, accountId))) };
    },
    createOpportunity: (form, { accountId, contactId }) =>
      create('Opportunity', {
        StageName: 'Prospecting',
        AccountId: accountId,
        ...(contactId ? { ContactId: contactId } : {}),
        ...toFields(form),
      }),
    async update(id, changes) {
      await client.ok('PATCH', `${DATA}/sobjects/Opportunity/${id}`, toFields(changes));
    },
    async close(id, outcome) {
      const StageName = outcome === 'won' ? 'Closed Won' : 'Closed Lost';
      await client.ok('PATCH', `${DATA}/sobjects/Opportunity/${id}`, { StageName });
    },
    async setCountry(accountId, country) {
      await client.ok('PATCH', `${DATA}/sobjects/Account/${accountId}`, { BillingCountry: country });
    },
    async addContact(opportunityId, accountId, contact) {
      const ContactId = await create('Contact', contactFields(contact, accountId));
      await create('OpportunityContactRole', { OpportunityId: opportunityId, ContactId, IsPrimary: true });
    },
    colleague: 'yuki.brandt@northwindcloud.example',
    members: async (id) => (await membersOf(id)).map(({ User }) => User.Email),
    async removeMember(id, email) {
      for (const row of (await membersOf(id)).filter(({ User }) => User.Email === email))
        await client.ok('DELETE', `${DATA}/sobjects/OpportunityTeamMember/${row.Id}`);
    },
    async section(id) {
      const fields = 'Referral_Identifier__c,Referral_Link__c,Partner_Center_Status__c,Audit__c';
      const row = await client.ok<SectionRow>('GET', `${DATA}/sobjects/Opportunity/${id}?fields=${fields}`);
      return {
        referralId: row.Referral_Identifier__c,
        referralLink: row.Referral_Link__c,
        status: row.Partner_Center_Status__c ?? 'not-shared',
        audit: (row.Audit__c ?? '').split('\n').filter(Boolean),
      };
    },
    async microsoftCrmId(id) {
      const path = `${DATA}/sobjects/Opportunity/${id}?fields=Microsoft_CRM_Identifier__c`;
      return (await client.ok<{ Microsoft_CRM_Identifier__c: string | null }>('GET', path)).Microsoft_CRM_Identifier__c;
    },
    request: (opportunityId, as = 'seller', action = 'sync', reason = undefined) =>
      create(
        'Partner_Center_Request__c',
        withoutUndefined({ Opportunity__c: opportunityId, Action__c: action, Reason__c: reason }),
        client.as(as),
      ),
    async opportunitiesOf(referralId) {
      const soql = `SELECT Id FROM Opportunity WHERE Referral_Identifier__c = '${referralId}'`;
      const path = `${DATA}/query?q=${encodeURIComponent(soql)}`;
      const { records } = await client.as('sandbox').ok<{ records: { Id: string }[] }>('GET', path);
      return records.map(({ Id }) => Id);
    },
    async deal(id) {
      const soql = `SELECT Name, Amount, CurrencyIsoCode, CloseDate, Description, Products__c, Sync_with_Partner_Center__c, StageName,
        Account.Name, Account.BillingPostalCode, Account.BillingCountry,
        (SELECT Contact.Email FROM OpportunityContactRoles WHERE IsPrimary = true) FROM Opportunity WHERE Id = '${id}'`;
      const { records } = await client.ok<{ records: DealRow[] }>('GET', `${DATA}/query?q=${encodeURIComponent(soql)}`);
      const [row] = records;
      if (!row) throw new Error(`The seller cannot see ${id}.`);
      return {
        name: row.Name,
        amount: row.Amount,
        currency: row.CurrencyIsoCode,
        closeDate: row.CloseDate,
        notes: row.Description,
        products: row.Products__c,
        sync: row.Sync_with_Partner_Center__c,
        stage: STAGES[row.StageName] ?? 'open',
        account: {
          name: row.Account.Name,
          postalCode: row.Account.BillingPostalCode,
          country: row.Account.BillingCountry,
        },
        contact: row.OpportunityContactRoles?.records[0]?.Contact.Email ?? null,
      };
    },
    async accept(id) {
      await client.ok('PATCH', `${DATA}/sobjects/Opportunity/${id}`, { StageName: 'Accepted' });
    },
    async requestStatus(requestId) {
      const path = `${DATA}/sobjects/Partner_Center_Request__c/${requestId}?fields=Status__c,Message__c`;
      const row = await client.ok<{ Status__c: string; Message__c: string | null }>('GET', path);
      return { status: row.Status__c, message: row.Message__c };
    },
    async connections() {
      const soql = encodeURIComponent('SELECT Details__c FROM Partner_Center_Connection__c');
      const { records } = await client.ok<{ records: { Details__c: string }[] }>('GET', `${DATA}/query?q=${soql}`);
      return records.map((row) => JSON.parse(row.Details__c) as ConnectionInfo);
    },
    async connectorCalls() {
      const calls = await client.requests();
      return calls.filter(({ clientId, path }) => clientId === 'sandbox' && path.startsWith('/services/data')).length;
    },
  };
  return driver;
}

const contactFields = (
  contact: { firstName: string; lastName: string; email: string; phone: string },
  accountId: string,
) => ({
  FirstName: contact.firstName,
  LastName: contact.lastName,
  Email: contact.email,
  Phone: contact.phone,
  AccountId: accountId,
});
