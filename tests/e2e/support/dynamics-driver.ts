import {
  type ConnectionInfo,
  type CrmValue,
  choiceFromCrm,
  choiceToCrm,
  type SyncStatus,
} from '../../../shared/core/index.ts';
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

interface MemberRow {
  readonly connectionid: string;
  readonly record2id_systemuser: { readonly internalemailaddress: string };
}

interface DealRow {
  readonly name: string;
  readonly estimatedvalue: number | null;
  readonly estimatedclosedate: string;
  readonly description: string | null;
  readonly cosell_products: string | null;
  readonly cosell_syncwithpartnercenter: boolean;
  readonly statecode: 0 | 1 | 2;
  readonly statuscode: number;
  readonly transactioncurrencyid: { readonly isocurrencycode: string } | null;
  readonly parentaccountid: {
    readonly name: string;
    readonly address1_postalcode: string | null;
    readonly address1_country: string | null;
  };
  readonly parentcontactid: { readonly emailaddress1: string } | null;
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

  /** Read by the connector's user, to whom the connections belong that it has made. */
  const membersOf = async (opportunityId: string) => {
    const select = '$select=connectionid&$expand=record2id_systemuser($select=internalemailaddress)';
    const path = `${DATA}/connections?${select}&$filter=_record1id_value eq ${opportunityId} and statecode eq 0`;
    const { value } = await client.as('sandbox').ok<{ value: readonly MemberRow[] }>('GET', path);
    return value.filter((row) => row.record2id_systemuser !== null);
  };

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
    colleague: 'priya.nair@northwind.example',
    members: async (id) => (await membersOf(id)).map((row) => row.record2id_systemuser.internalemailaddress),
    async removeMember(id, email) {
      const rows = (await membersOf(id)).filter((row) => row.record2id_systemuser.internalemailaddress === email);
      for (const { connectionid } of rows)
        await client.as('sandbox').ok('DELETE', `${DATA}/connections(${connectionid})`);
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
    async microsoftCrmId(id) {
      const path = `${DATA}/opportunities(${id})?$select=cosell_microsoftcrmidentifier`;
      return (await client.ok<{ cosell_microsoftcrmidentifier: string | null }>('GET', path))
        .cosell_microsoftcrmidentifier;
    },
    request: (opportunityId, as = 'seller', action = 'sync', reason = undefined) =>
      create(
        'cosell_requests',
        'cosell_requestid',
        withoutUndefined({
          cosell_name: 'A request',
          cosell_action: choiceToCrm('dynamics', 'requestAction', action),
          cosell_reason: reason,
          'cosell_opportunityid@odata.bind': `/opportunities(${opportunityId})`,
        }),
        client.as(as),
      ),
    async opportunitiesOf(referralId) {
      const filter = encodeURIComponent(`cosell_referralidentifier eq '${referralId}'`);
      const path = `${DATA}/opportunities?$select=opportunityid&$filter=${filter}`;
      const { value } = await client.as('sandbox').ok<{ value: { opportunityid: string }[] }>('GET', path);
      return value.map(({ opportunityid }) => opportunityid);
    },
    async deal(id) {
      const own = 'name,estimatedvalue,estimatedclosedate,description,cosell_products,cosell_syncwithpartnercenter';
      const select = `${own},statecode,statuscode`;
      const expand = [
        'parentaccountid($select=name,address1_postalcode,address1_country)',
        'parentcontactid($select=emailaddress1)',
        'transactioncurrencyid($select=isocurrencycode)',
      ].join(',');
      const row = await client.ok<DealRow>('GET', `${DATA}/opportunities(${id})?$select=${select}&$expand=${expand}`);
      const ends = { 1: 'won', 2: 'lost' } as const;
      return {
        name: row.name,
        amount: row.estimatedvalue,
        currency: row.transactioncurrencyid?.isocurrencycode ?? null,
        closeDate: row.estimatedclosedate,
        notes: row.description,
        products: row.cosell_products,
        sync: row.cosell_syncwithpartnercenter,
        stage: row.statecode === 0 ? (row.statuscode === 2 ? 'on-hold' : 'open') : ends[row.statecode],
        account: {
          name: row.parentaccountid.name,
          postalCode: row.parentaccountid.address1_postalcode,
          country: row.parentaccountid.address1_country,
        },
        contact: row.parentcontactid?.emailaddress1 ?? null,
      };
    },
    async accept(id) {
      await client.ok('PATCH', `${DATA}/opportunities(${id})`, { statuscode: 1 }, { 'if-match': '*' });
    },
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
    async connections() {
      const query = `${DATA}/cosell_connections?$select=cosell_details`;
      const { value } = await client.ok<{ value: { cosell_details: string }[] }>('GET', query);
      return value.map((row) => JSON.parse(row.cosell_details) as ConnectionInfo);
    },
    async connectorCalls() {
      const calls = await client.requests();
      return calls.filter(({ clientId, path }) => clientId === 'sandbox' && path.startsWith('/api/data')).length;
    },
  };
}
