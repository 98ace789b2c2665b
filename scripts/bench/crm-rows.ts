import { choiceToCrm } from '../../shared/core/index.ts';
import type { CrmDriver } from '../../tests/e2e/support/crm-driver.ts';

/** A deal that both sides know and agree on. */
export interface LinkedDeal {
  readonly opportunityId: string;
  readonly referralId: string;
}

/** What the benchmark asks a CRM, as a user other than the connector's. */
export interface CrmRows {
  countInSync(accountId: string): Promise<number>;
  countWithAmount(accountId: string, amount: number): Promise<number>;
  linkedDeals(accountId: string): Promise<readonly LinkedDeal[]>;
}

type Row = Readonly<Record<string, string | number | null>>;

const SALESFORCE = '/services/data/v64.0/query?q=';
const DATAVERSE = '/api/data/v9.2/opportunities';

export function crmRows({ name, client }: CrmDriver): CrmRows {
  if (name === 'salesforce') {
    const count = async (where: string): Promise<number> => {
      const soql = `SELECT COUNT() FROM Opportunity WHERE ${where}`;
      return (await client.ok<{ totalSize: number }>('GET', SALESFORCE + encodeURIComponent(soql))).totalSize;
    };
    return {
      countInSync: (accountId) => count(`AccountId = '${accountId}' AND Partner_Center_Status__c = 'in-sync'`),
      countWithAmount: (accountId, amount) => count(`AccountId = '${accountId}' AND Amount = ${amount}`),
      linkedDeals: async (accountId) => {
        const soql = `SELECT Id, Referral_Identifier__c FROM Opportunity WHERE AccountId = '${accountId}'`;
        const deals: LinkedDeal[] = [];
        let path: string | undefined = SALESFORCE + encodeURIComponent(soql);
        while (path !== undefined) {
          const page: { records: readonly Row[]; nextRecordsUrl?: string } = await client.ok('GET', path);
          deals.push(...page.records.map((row) => dealOf(row.Id, row.Referral_Identifier__c)));
          path = page.nextRecordsUrl;
        }
        return deals;
      },
    };
  }
  const inSync = String(choiceToCrm('dynamics', 'status', 'in-sync'));
  const count = async (filter: string): Promise<number> => {
    const query = `?$select=opportunityid&$filter=${encodeURIComponent(filter)}&$count=true&$top=1`;
    return (await client.ok<{ '@odata.count': number }>('GET', DATAVERSE + query))['@odata.count'];
  };
  return {
    countInSync: (accountId) => count(`_parentaccountid_value eq ${accountId} and cosell_syncstatus eq ${inSync}`),
    countWithAmount: (accountId, amount) =>
      count(`_parentaccountid_value eq ${accountId} and estimatedvalue eq ${amount}`),
    linkedDeals: async (accountId) => {
      const columns = 'opportunityid,cosell_referralidentifier';
      const deals: LinkedDeal[] = [];
      let path: string | undefined = `${DATAVERSE}?$select=${columns}&$filter=_parentaccountid_value eq ${accountId}`;
      while (path !== undefined) {
        const page: { value: readonly Row[]; '@odata.nextLink'?: string } = await client.ok('GET', path);
        deals.push(...page.value.map((row) => dealOf(row.opportunityid, row.cosell_referralidentifier)));
        const next: URL | null = page['@odata.nextLink'] === undefined ? null : new URL(page['@odata.nextLink']);
        path = next === null ? undefined : next.pathname + next.search;
      }
      return deals;
    },
  };
}

function dealOf(opportunityId: Row[string] | undefined, referralId: Row[string] | undefined): LinkedDeal {
  if (!opportunityId || !referralId) throw new Error('An opportunity of the benchmark shows no referral.');
  return { opportunityId: String(opportunityId), referralId: String(referralId) };
}
