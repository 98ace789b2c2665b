import { type CrmValue, choiceFromCrm, choiceToCrm, type SyncStatus } from '../../../shared/core/index.ts';
import type { ContactForm, CrmDriver, OpportunityForm } from './crm-driver.ts';
import { withoutUndefined } from './salesforce-driver.ts';
import { standInClient } from './stand-in-client.ts';

const DATA = '/api/data/v9.2';

interface SectionRow {
  readonly cosell_referralidentifier: string | null;
  readonly cosell_referrallink: string | null;
  readonly cosell_syncstatus: number | null;
  readonly cosell_audit: string | null;
}

export function dynamicsDriver(url: string): CrmDriver {
  const client = standInClient(url, '/sandbox/oauth2/v2.0/token');
  const currencies = new Map<string, string>();

  const create = async (set: string, key: string, fields: unknown, who = client): Promise<string> => {
    const row = await who.ok<Record<string, string>>('POST', `${DATA}/${set}`, fields, {
      prefer: 'return=representation',
    });
    const id = row[key];
    if (id === undefined) throw new Error(`${set} was created without ${key}: ${JSON.stringify(row)}`);
    return id;
  };

  async function currencyId(isoCode: string): Promise<string> {
    const known = currencies.get(isoCode);
    if (known) return known;
    const query = `${DATA}/transactioncurrencies?$select=transactioncurrencyid&$filter=isocurrencycode eq '${isoCode}'`;
    const { value } = await client.ok<{ value: { transactioncurrencyid: string }[] }>('GET', query);
    const id = value[0]?.transactioncurrencyid;
    if (id === undefined) throw new Error(`The sandbox has no currency ${isoCode}.`);
    currencies.set(isoCode, id);
    return id;
  }

  const toColumns = async (form: Partial<OpportunityForm>): Promise<Record<string, unknown>> =>
    withoutUndefined({
      name: form.name,
      estimatedvalue: form.amount,
      'transactioncurrencyid@odata.bind': form.currency && `/transactioncurrencies(${await currencyId(form.currency)})`,
      estimatedclosedate: form.closeDate,
      description: form.notes,
      cosell_syncwithpartnercenter: form.sync,
      cosell_howcanmicrosofthelp: form.help === undefined ? undefined : choiceToCrm('dynamics', 'help', form.help),
      cosell_referralvisible: form.visible,
      cosell_products: form.products,
    });

  const createContact = (contact: ContactForm, accountId: string) =>
    create('contacts', 'contactid', {
      firstname: contact.firstName,
      lastname: contact.lastName,
      emailaddress1: contact.email,
      telephone1: contact.phone,
      'parentcustomerid_account@odata.bind': `/accounts(${accountId})`,
    });

  return {
    name: 'dynamics',
    client,
    async createCustomer(account, contact) {
      const accountId = await create('accounts', 'accountid', {
        name: account.name,
        address1_line1: account.street,
        address1_city: account.city,
        address1_postalcode: account.postalCode,
        address1_country: account.country,
      });
      return { accountId, contactId: contact && (await createContact(contact, accountId)) };
    },
    async createOpportunity(form, { accountId, contactId }) {
      return create('opportunities', 'opportunityid', {
        'parentaccountid@odata.bind': `/accounts(${accountId})`,
        'customerid_account@odata.bind': `/accounts(${accountId})`,
        ...(contactId ? { 'parentcontactid@odata.bind': `/contacts(${contactId})` } : {}),
        ...(await toColumns(form)),
      });
    },
    async update(id, changes) {
      await client.ok('PATCH', `${DATA}/opportunities(${id})`, await toColumns(changes), { 'if-match': '*' });
    },
    async close(id, outcome) {
      const OpportunityClose = { subject: outcome, 'opportunityid@odata.bind': `/opportunities(${id})` };
      const action = outcome === 'won' ? 'WinOpportunity' : 'LoseOpportunity';
      await client.ok('POST', `${DATA}/${action}`, { Status: -1, OpportunityClose });
    },
    async setCountry(accountId, country) {
      await client.ok('PATCH', `${DATA}/accounts(${accountId})`, { address1_country: country });
    },
    async addContact(opportunityId, accountId, contact) {
      const contactId = await createContact(contact, accountId);
      const bind = { 'parentcontactid@odata.bind': `/contacts(${contactId})` };
      await client.ok('PATCH', `${DATA}/opportunities(${opportunityId})`, bind, { 'if-match': '*' });
    },
    async section(id) {
      const columns = 'cosell_referralidentifier,cosell_referrallink,cosell_syncstatus,cosell_audit';
      const row = await client.ok<SectionRow>('GET', `${DATA}/opportunities(${id})?$select=${columns}`);
      return {
        referralId: row.cosell_referralidentifier,
        referralLink: row.cosell_referrallink,
        status: (choiceFromCrm('dynamics', 'status', row.cosell_syncstatus) as SyncStatus | null) ?? 'not-shared',
        audit: (row.cosell_audit ?? '').split('\n').filter(Boolean),
      };
    },
    request: (opportunityId, as = 'seller') =>
      create(
        'cosell_requests',
        'cosell_requestid',
        {
          cosell_name: 'Sync now',
          cosell_action: choiceToCrm('dynamics', 'requestAction', 'sync'),
          'cosell_opportunityid@odata.bind': `/opportunities(${opportunityId})`,
        },
        client.as(as),
      ),
    async requestStatus(requestId) {
      const path = `${DATA}/cosell_requests(${requestId})?$select=cosell_status,cosell_message`;
      const row = await client
        .as('sandbox')
        .ok<{ cosell_status: CrmValue; cosell_message: string | null }>('GET', path);
      return {
        status: choiceFromCrm('dynamics', 'requestStatus', row.cosell_status) ?? '',
        message: row.cosell_message,
      };
    },
    async connectorCalls() {
      const calls = await client.requests();
      return calls.filter(({ clientId, path }) => clientId === 'sandbox' && path.startsWith('/api/data')).length;
    },
  };
}
