import { createSalesforce, type SalesforceOptions } from '../../../scripts/sandbox/salesforce/index.ts';
import { SECTION_FIELDS } from '../../../shared/core/mapping/section-fields.ts';
import type { CrmPort } from '../../../shared/crm/port.ts';
import { createSalesforceCrm } from '../../../shared/crm/salesforce/index.ts';
import type { Actor, CrmWorld, OpportunitySeed } from '../../contract/crm-port.ts';
import { controlsOf } from './support/controls.ts';
import { OrgClient, type SObject } from './salesforce-org-client.ts';

const FIELDS = SECTION_FIELDS.salesforce;
const PATHS = {
  name: 'Name',
  amount: 'Amount',
  closeDate: 'CloseDate',
  description: 'Description',
  accountName: 'Account.Name',
  accountCountry: 'Account.BillingCountry',
  accountPostalCode: 'Account.BillingPostalCode',
  currency: 'CurrencyIsoCode',
} as const;
const REQUEST = 'Partner_Center_Request__c';

export interface SalesforceWorld extends CrmWorld {
  readonly org: OrgClient;
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** The Salesforce adapter before its stand-in; all seeding by plain REST calls of the seller and the integration user. */
export async function createSalesforceWorld(options: SalesforceOptions = {}): Promise<SalesforceWorld> {
  const standIn = createSalesforce(options);
  const { url } = await standIn.listen(0);
  const org = new OrgClient(url);
  const ports: CrmPort[] = [];

  const anotherPort: CrmWorld['anotherPort'] = ({
    extraPaths = [],
    written = [],
    timeoutMs = 10_000,
    clientSecret = 'sandbox',
  } = {}) => {
    const made = createSalesforceCrm(
      {
        loginUrl: url,
        auth: { kind: 'client-credentials', clientId: 'sandbox', clientSecret },
        reconnect: { firstMs: 20, longestMs: 200 },
      },
      {
        paths: [...Object.values(PATHS), ...Object.values({ ...FIELDS }), ...extraPaths],
        written,
        fields: FIELDS,
        timeoutMs,
        log: silent,
      },
    );
    ports.push(made);
    return made;
  };
  const port = anotherPort();

  const addRoles = (pairs: readonly { opportunityId: string; contactId: string; isPrimary: boolean }[]) =>
    org.createAll(
      'seller',
      'OpportunityContactRole',
      pairs.map(({ opportunityId, contactId, isPrimary }) => ({
        OpportunityId: opportunityId,
        ContactId: contactId,
        Role: 'Decision Maker',
        IsPrimary: isPrimary,
      })),
    );

  return {
    org,
    port,
    fields: FIELDS,
    paths: PATHS,
    checksVersions: false,
    delivery: 'watch',
    unknownPath: 'Account.Nowhere__c',
    readOnlyPath: 'IsClosed',
    readPath: '//composite$/',
    writePath: '/composite/sobjects',
    anotherPort,

    createAccount: async ({ name, country, postalCode }) =>
      org.create('seller', 'Account', {
        Name: name,
        BillingCountry: country,
        ...(postalCode !== undefined && { BillingPostalCode: postalCode }),
      }),
    leadsOf: async (referralId) => {
      const soql = `SELECT Company, LastName, Email FROM Lead WHERE Referral_Identifier__c = '${referralId}'`;
      return (await org.query(soql)).map(({ Company, LastName, Email }) => [Company, LastName, Email]);
    },
    countAccounts: async (name) =>
      (await org.query(`SELECT Id FROM Account WHERE Name = '${name.replaceAll("'", "\\'")}'`)).length,
    createContact: async ({ firstName, lastName, email, phone, accountId }) =>
      org.create('seller', 'Contact', {
        FirstName: firstName,
        LastName: lastName,
        Email: email,
        ...(phone !== undefined && { Phone: phone }),
        ...(accountId !== undefined && { AccountId: accountId }),
      }),
    createOpportunities: async (seeds) => {
      const ids = await org.createAll('seller', 'Opportunity', seeds.map(toRecord));
      const pairs = seeds.flatMap(({ contactIds = [] }, index) =>
        contactIds.map((contactId, place) => ({ opportunityId: ids[index] ?? '', contactId, isPrimary: place === 0 })),
      );
      await addRoles(pairs);
      return ids;
    },
    updateOpportunity: (id, values, as: Actor = 'seller') => org.update(as, 'Opportunity', id, values),
    updateAccount: (id, { country }) => org.update('seller', 'Account', id, { BillingCountry: country }),
    updateContact: (id, { phone }) => org.update('seller', 'Contact', id, { Phone: phone }),
    lock: async (id) => {
      await org.control('POST', 'locks', { ids: [id], times: 100 });
    },
    addContact: async (opportunityId, contactId) => {
      await addRoles([{ opportunityId, contactId, isPrimary: false }]);
    },
    userOf: async (actor) => {
      const id = await org.userId(actor);
      const { Email } = await org.read('User', id, ['Email']);
      return { id, email: String(Email) };
    },
    leaver: 'noor.haddad@northwindcloud.example',
    unknownUser: '005000000000999AAA',
    addMember: async (OpportunityId, UserId) => {
      await org.create('seller', 'OpportunityTeamMember', { OpportunityId, UserId });
    },
    deleteOpportunity: (id) => org.remove('seller', 'Opportunity', id),
    readOpportunity: (id, fields) => org.read('Opportunity', id, fields),
    createRequest: async (as, opportunityId, action, reason) => {
      const row = {
        Opportunity__c: opportunityId,
        Action__c: action,
        ...(reason !== undefined && { Reason__c: reason }),
      };
      if (as !== 'stranger') return org.create(as, REQUEST, row);
      // Making a request needs edit rights: the stranger has them for the moment, by the opportunity team.
      const member = {
        OpportunityId: opportunityId,
        UserId: await org.userId('stranger'),
        OpportunityAccessLevel: 'Edit',
      };
      const memberId = await org.create('seller', 'OpportunityTeamMember', member);
      const id = await org.create('stranger', REQUEST, row);
      await org.remove('seller', 'OpportunityTeamMember', memberId);
      return id;
    },
    readRequest: async (id) => {
      const fields = ['Status__c', 'Message__c', 'Error_Code__c', 'Completed_At__c'];
      const { Status__c, Message__c, Error_Code__c, Completed_At__c } = await org.read(REQUEST, id, fields);
      return {
        status: String(Status__c),
        message: textOrNull(Message__c),
        errorCode: textOrNull(Error_Code__c),
        completedAt: textOrNull(Completed_At__c),
      };
    },

    readConnections: async (as) => {
      const rows = await org.query('SELECT Key__c, Details__c, Last_Seen__c FROM Partner_Center_Connection__c', as);
      return rows.map((row) => ({
        key: String(row.Key__c),
        details: String(row.Details__c),
        lastSeenAt: new Date(String(row.Last_Seen__c)).toISOString(),
      }));
    },

    listen: async (position, handlers) => {
      const watcher = port.watch(position, handlers);
      if (!watcher) throw new Error('The Salesforce port has a watcher.');
      await watcher.ready;
      return watcher;
    },

    ...controlsOf(org, /^\/(?:services\/oauth2|cometd)\//),

    close: async () => {
      await Promise.all(ports.map((made) => made.close()));
      await standIn.close();
    },
  };
}

function toRecord({
  name,
  amount,
  closeDate = '2026-12-31',
  description,
  sync,
  help,
  products,
  accountId,
}: OpportunitySeed): SObject {
  return {
    Name: name,
    StageName: 'Prospecting',
    CloseDate: closeDate,
    ...(amount !== undefined && { Amount: Number(amount) }),
    ...(description !== undefined && { Description: description }),
    ...(sync !== undefined && { [FIELDS.sync]: sync }),
    ...(help !== undefined && { [FIELDS.help]: help }),
    ...(products !== undefined && { [FIELDS.products]: products }),
    ...(accountId !== undefined && { AccountId: accountId }),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
