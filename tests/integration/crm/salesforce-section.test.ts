import { createSalesforce } from '../../../scripts/sandbox/salesforce/index.ts';
import type { StandIn } from '../../../scripts/sandbox/kit/index.ts';
import { crmPathsToRead } from '../../../shared/core/mapping/crm-paths.ts';
import { buildPolicy } from '../../../shared/core/policy/build-policy.ts';
import type { CrmPort } from '../../../shared/crm/port.ts';
import { createSalesforceCrm } from '../../../shared/crm/salesforce/index.ts';
import { withStandIn } from '../../../shared/section/describe/stand-in.ts';
import { OrgClient, type SObject } from './salesforce-org-client.ts';
import { type LightningReading, loadLightningReading } from './support/lightning-section.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const POLICY = buildPolicy({
  crm: 'salesforce',
  mapping: {
    nextStep: { referral: '/nextStep', crm: 'NextStep' },
    probability: { referral: '/probability', crm: 'Probability' },
    industry: { referral: '/industry', crm: 'Account.Industry' },
  },
});

let standIn: StandIn;
let org: OrgClient;
let connector: CrmPort;
let section: LightningReading;

beforeAll(async () => {
  section = await loadLightningReading();
  standIn = createSalesforce();
  const { url } = await standIn.listen(0);
  org = new OrgClient(url);
  connector = createSalesforceCrm(
    { loginUrl: url, auth: { kind: 'client-credentials', clientId: 'sandbox', clientSecret: 'sandbox' } },
    { paths: crmPathsToRead(POLICY), written: [], fields: POLICY.fields, timeoutMs: 10_000, log: silent },
  );
});
afterAll(async () => {
  await connector.close();
  await standIn.close();
});

const DATA = '/services/data/v64.0';

async function asSeller(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${org.url}${DATA}${path}`, {
    method,
    headers: { authorization: `Bearer ${await org.token('seller')}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return response.json();
}

/** What the wires of the record page bring, put together as the component does. */
async function readAsSection(id: string) {
  const fields = section.REQUIRED_FIELDS.join(',');
  const optional = section.optionalFields(POLICY).join(',');
  const record = await asSeller('GET', `/ui-api/records/${id}?fields=${fields}&optionalFields=${optional}`);
  const deal = await asSeller('POST', '/graphql', { query: section.DEAL_QUERY, variables: { id } });
  const account = section.accountIdOf(record);
  const contacts =
    account === null
      ? undefined
      : await asSeller('POST', '/graphql', { query: section.ACCOUNT_CONTACTS_QUERY, variables: { account } });
  const [node = {}] = section.recordsOf(deal, 'Opportunity');
  return withStandIn(
    section.opportunityOf(record, node, POLICY),
    section.onlyContactOf(contacts),
    'salesforce',
    POLICY.fields,
  );
}

it.each([null, 'GeneralOrOther'])(
  'the section reads of every sample what the connector reads (help: %s)',
  async (help) => {
    const ids = (await org.query('SELECT Id FROM Opportunity', 'seller')).map((row: SObject) => String(row.Id));
    expect(ids.length).toBeGreaterThanOrEqual(10);
    for (const id of ids) {
      await org.update('seller', 'Opportunity', id, {
        Sync_with_Partner_Center__c: true,
        How_can_Microsoft_help__c: help,
        Probability: 33.3,
      });
      const [expected] = (await connector.readOpportunities([id])).opportunities;
      const { version, ...read } = await readAsSection(id);
      const { version: connectorsVersion, ...rest } = expected ?? { version: '' };
      // Who can be taken out of the team is for the connector alone.
      expect({ ...read, memberships: expected?.memberships }).toEqual(rest);
      // Opaque to both; each in the spelling of its own API.
      expect([typeof version, typeof connectorsVersion]).toEqual(['string', 'string']);
      expect(Object.keys(read.values).length).toBeGreaterThan(20);
    }
  },
);
