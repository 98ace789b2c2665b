import { SchemaCache } from './schema.ts';
import { type FakeOrg, fakeOrg, json } from './testkit/fake-org.ts';

const field = (name: string, type = 'string') => ({
  name,
  type,
  updateable: true,
  relationshipName: null,
  referenceTo: [],
});
const lookup = (name: string, relationshipName: string, to: string) => ({
  name,
  type: 'reference',
  updateable: true,
  relationshipName,
  referenceTo: [to],
});

describe('SchemaCache', () => {
  let org: FakeOrg;
  let hasNew: boolean;
  afterEach(() => org.close());

  async function cacheOf(paths: string[], options: { team?: boolean } = {}) {
    hasNew = false;
    org = await fakeOrg((request, response) => {
      const object = /sobjects\/(\w+)\/describe/.exec(request.url)?.[1] ?? '';
      const fields =
        object === 'Opportunity'
          ? [
              field('Name'),
              field('Amount', 'currency'),
              lookup('AccountId', 'Account', 'Account'),
              ...(hasNew ? [field('New__c')] : []),
            ]
          : [field('BillingCountry'), field('BillingAddress', 'address')];
      const childRelationships = options.team
        ? [{ relationshipName: 'OpportunityTeamMembers', childSObject: 'OpportunityTeamMember' }]
        : [];
      json(response, 200, { name: object, queryable: true, updateable: true, fields, childRelationships });
    });
    return new SchemaCache(org.connect(), paths);
  }

  it('finds fields and fields of parents in the spelling of Salesforce, describing each object once', async () => {
    const cache = await cacheOf(['amount', 'account.billingcountry', 'Account.BillingCountry'], { team: true });
    const schema = await cache.complete();
    expect(schema.known).toEqual([
      { path: 'amount', names: ['Amount'], type: 'currency' },
      { path: 'account.billingcountry', names: ['Account', 'BillingCountry'], type: 'string' },
      { path: 'Account.BillingCountry', names: ['Account', 'BillingCountry'], type: 'string' },
    ]);
    expect(schema.hasTeam).toBe(true);
    await cache.complete();
    expect(org.seen.map(({ url }) => url)).toEqual(
      ['Opportunity', 'Account'].map((name) => `/services/data/v64.0/sobjects/${name}/describe`),
    );
  });

  it('reads the currency as empty where the org has one currency', async () => {
    const schema = await (await cacheOf(['CurrencyIsoCode'])).complete();
    expect(schema.empty).toEqual(['CurrencyIsoCode']);
    expect(schema.hasTeam).toBe(false);
  });

  it.each(['Nowhere__c', 'Nowhere__r.Name', 'Account.Nowhere__c', 'Account.BillingAddress', "Name', Id"])(
    'refuses to work without %s',
    async (path) => {
      const cache = await cacheOf([path]);
      await expect(cache.complete()).rejects.toMatchObject({ code: 'crm-forbidden', field: path });
    },
  );

  it('goes on by itself once the field was deployed', async () => {
    const cache = await cacheOf(['New__c']);
    await expect(cache.complete()).rejects.toMatchObject({ field: 'New__c' });
    hasNew = true;
    expect((await cache.complete()).known).toHaveLength(1);
  });
});
