import { readOpportunity } from '../../../dynamics/MicrosoftSection/crm/read-opportunity.ts';
import type { WebApi } from '../../../dynamics/MicrosoftSection/crm/query-table.ts';
import { createDynamics } from '../../../scripts/sandbox/dynamics/index.ts';
import { KINDS, sampleId } from '../../../scripts/sandbox/dynamics/sample/ids.ts';
import type { StandIn } from '../../../scripts/sandbox/kit/index.ts';
import { crmPathsToRead } from '../../../shared/core/mapping/crm-paths.ts';
import { buildPolicy } from '../../../shared/core/policy/build-policy.ts';
import { createDynamicsCrm } from '../../../shared/crm/dynamics/index.ts';
import { silent } from '../../../shared/crm/dynamics/testkit/fake-service.ts';
import type { CrmPort } from '../../../shared/crm/port.ts';
import { withStandIn } from '../../../shared/section/describe/stand-in.ts';
import { DynamicsOrgClient } from './support/dynamics-org-client.ts';

const SETS: Readonly<Record<string, string>> = {
  opportunity: 'opportunities',
  connection: 'connections',
  team: 'teams',
  account: 'accounts',
  contact: 'contacts',
};
const POLICY = buildPolicy({
  crm: 'dynamics',
  mapping: {
    budget: { referral: '/budget', crm: 'budgetamount' },
    rating: { referral: '/rating', crm: 'opportunityratingcode' },
  },
});

let standIn: StandIn;
let org: DynamicsOrgClient;
let connector: CrmPort;
let seller: WebApi;

beforeAll(async () => {
  standIn = createDynamics();
  const { url } = await standIn.listen(0);
  org = new DynamicsOrgClient(url);
  connector = createDynamicsCrm(
    { serverUrl: url, authority: `${url}/sandbox`, clientId: 'sandbox', clientSecret: 'sandbox', apiVersion: '9.2' },
    { paths: crmPathsToRead(POLICY), fields: POLICY.fields, timeoutMs: 10_000, log: silent },
  );
  seller = {
    retrieveRecord: (table, id, options) => org.get('seller', `${SETS[table]}(${id})${options}`),
    retrieveMultipleRecords: async (table, options) => {
      const { value } = await org.get('seller', `${SETS[table]}${options}`);
      return { entities: value as readonly unknown[] };
    },
    createRecord: () => Promise.reject(new Error('Nothing is written here.')),
  };
});
afterAll(async () => {
  await connector.close();
  await standIn.close();
});

const SAMPLES = Array.from({ length: 10 }, (_, index) => sampleId(KINDS.opportunity, index + 1));

const HELPS = [null, 472_210_005];
const CASES = SAMPLES.flatMap((id) => HELPS.map((help) => [id, help] as const));

it.each(CASES)('the section reads of %s what the connector reads (help: %s)', async (id, help) => {
  await org.update('seller', 'opportunities', id, {
    cosell_syncwithpartnercenter: true,
    cosell_howcanmicrosofthelp: help,
  });
  const [expected] = (await connector.readOpportunities([id])).opportunities;
  const { opportunity, accountContact } = await readOpportunity(seller, id, POLICY);
  const read = withStandIn(opportunity, accountContact, 'dynamics', POLICY.fields);
  // Who can be taken out of the team is for the connector alone.
  expect({ ...read, memberships: expected?.memberships }).toEqual(expected);
  expect(Object.keys(read.values).length).toBeGreaterThan(20);
});
