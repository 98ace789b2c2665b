import { codeOf, OPPORTUNITY, type TestOrg, testOrg } from '../testkit.ts';
import { executeQuery } from './execute.ts';

let test: TestOrg;
beforeAll(() => {
  test = testOrg();
  test.create('stranger', 'Opportunity', { ...OPPORTUNITY, Name: 'Not yours' });
});

const names = (where: string, clientId?: string): unknown[] =>
  test.query(`SELECT Name FROM Opportunity WHERE ${where}`, clientId).map(({ Name }) => Name);

describe('SELECT', () => {
  it('answers fields, parents and children with their attributes', () => {
    const [record] = test.query(
      "SELECT Id, Amount, Account.BillingCountry, Owner.Email, (SELECT Contact.LastName, IsPrimary FROM OpportunityContactRoles), (SELECT User.Name FROM OpportunityTeamMembers), (SELECT Id FROM Partner_Center_Requests__r) FROM Opportunity WHERE Name LIKE 'Cold chain%'",
    );
    expect(record).toMatchObject({
      attributes: { type: 'Opportunity', url: `/services/data/v64.0/sobjects/Opportunity/${String(record?.Id)}` },
      Amount: 185000,
      Account: { attributes: { type: 'Account' }, BillingCountry: 'US' },
      Owner: { Email: 'mara.lindqvist@northwindcloud.example' },
      OpportunityContactRoles: {
        totalSize: 1,
        done: true,
        records: [{ IsPrimary: true, Contact: { LastName: 'Castellano' } }],
      },
      OpportunityTeamMembers: { totalSize: 1, records: [{ User: { Name: 'Yuki Brandt' } }] },
      Partner_Center_Requests__r: null,
    });
  });

  it('ignores the case of names and takes an alias', () => {
    const [record] = test.query("SELECT o.name, O.account.NAME FROM opportunity o WHERE o.Name = 'yard data platform'");
    expect(record).toMatchObject({ Name: 'Yard data platform', Account: { Name: 'Fjordkraft Verft' } });
  });

  it('shows labels and compound addresses', () => {
    const id = test.create('sandbox', 'Opportunity', { ...OPPORTUNITY, Partner_Center_Status__c: 'in-sync' });
    expect(test.query(`SELECT toLabel(Partner_Center_Status__c) FROM Opportunity WHERE Id = '${id}'`)).toMatchObject([
      { Partner_Center_Status__c: '✔ In sync' },
    ]);
    expect(test.query("SELECT BillingAddress FROM Account WHERE Name = 'Lakeside Foods'")).toMatchObject([
      { BillingAddress: { city: 'Milwaukee', country: 'US', street: '410 Harbor Way' } },
    ]);
  });

  it('counts', () => {
    expect(executeQuery(test.org, test.user('seller'), 'SELECT COUNT() FROM Opportunity', { version: '64.0' })).toEqual(
      { totalSize: 12, records: [] },
    );
  });

  it('leaves out the records of others', () => {
    expect(names("Name = 'Not yours'", 'seller')).toEqual([]);
    expect(names("Name = 'Not yours'", 'stranger')).toHaveLength(1);
    expect(names("Name = 'Not yours'", 'sandbox')).toHaveLength(1);
  });
});

describe('WHERE', () => {
  it.each([
    ["Amount > 200000 AND CurrencyIsoCode = 'EUR'", 2],
    ["Amount = null AND Name LIKE '%(%)'", 2],
    ["Amount != null AND Account.BillingCountry IN ('JP', 'no')", 2],
    ["Account.BillingCountry NOT IN ('US','JP') AND Referral_Visible_to_Microsoft__c = true", 2],
    ["Name LIKE 'campus data platfor_'", 1],
    ["NOT Name LIKE '%a%' AND Account.Name = 'Lakeside Foods'", 0],
    ["(Account.Name = 'Lakeside Foods' OR Account.Name = 'Kumo Robotics') AND Amount > 0", 2],
    ["NOT (Account.Name != 'Kumo Robotics' OR Amount < 5)", 1],
    ["CloseDate < TODAY AND Account.Name = 'Halvorsen Shipping'", 1],
    ["CreatedDate = TODAY AND Account.Name = 'Kumo Robotics'", 1],
    ["CreatedDate >= 2026-11-20T18:05:09+01:00 AND Account.Name = 'Kumo Robotics'", 1],
    ["CreatedDate > 2026-11-20T17:05:09Z AND Account.Name = 'Kumo Robotics'", 0],
    ['CloseDate >= LAST_N_DAYS:11 AND CloseDate <= TODAY', 1],
    ["Id IN (SELECT OpportunityId FROM OpportunityContactRole WHERE Contact.LastName = 'Mizuno')", 1],
    ['IsClosed = true', 1],
  ])('%s finds %d', (where, count) => {
    expect(names(where, 'seller')).toHaveLength(count);
  });

  it('takes ids in both forms', () => {
    const [{ Id } = {}] = test.query("SELECT Id FROM Opportunity WHERE Name = 'Yard data platform'");
    expect(names(`Id = '${String(Id).slice(0, 15)}'`)).toEqual(['Yard data platform']);
  });

  it.each([
    ['INVALID_FIELD', 'SELECT Nope__c FROM Opportunity'],
    ['INVALID_FIELD', 'SELECT Nope.Name FROM Opportunity'],
    ['INVALID_FIELD', "SELECT Id FROM Opportunity WHERE Amount = '5'"],
    ['INVALID_FIELD', 'SELECT Id FROM Opportunity WHERE Name = 5'],
    ['INVALID_FIELD', "SELECT Id FROM Opportunity WHERE Sync_with_Partner_Center__c = 'true'"],
    ['INVALID_FIELD', "SELECT Id FROM Opportunity WHERE Audit__c LIKE 'x%'"],
    ['INVALID_FIELD', 'SELECT Id FROM Opportunity ORDER BY Products__c'],
    ['INVALID_FIELD', 'SELECT Id FROM Opportunity WHERE CreatedDate = 2026-11-20'],
    ['INVALID_FIELD', 'SELECT Id, (SELECT Id FROM Nopes) FROM Opportunity'],
    ['INVALID_TYPE', 'SELECT Id FROM Nope__c'],
    ['INVALID_QUERY_FILTER_OPERATOR', "SELECT Id FROM Opportunity WHERE Id = 'x'"],
    ['MALFORMED_QUERY', 'SELECT Id FROM'],
    ['MALFORMED_QUERY', 'SELECT Id, FROM Opportunity'],
    ['MALFORMED_QUERY', 'SELECT Id, Id FROM Opportunity'],
    ['MALFORMED_QUERY', "SELECT Id FROM Opportunity WHERE Name = 'a' AND Amount = 1 OR Amount = 2"],
    ['MALFORMED_QUERY', "SELECT Id FROM Opportunity WHERE (Name = 'a'"],
    ['MALFORMED_QUERY', `SELECT Id FROM Opportunity WHERE Name = '${'x'.repeat(100_000)}'`],
  ])('answers %s for %s', (code, soql) => {
    expect(codeOf(() => test.query(soql))).toBe(code);
  });

  it('hides fields that the user may not see', () => {
    expect(codeOf(() => test.query('SELECT Account.Description FROM Opportunity', 'seller'))).toBeNull();
    expect(codeOf(() => test.query('SELECT Industry, MailingCity FROM Contact', 'sandbox'))).toBe('INVALID_FIELD');
  });
});

describe('ORDER BY, LIMIT and OFFSET', () => {
  const amounts = (order: string): unknown[] =>
    test
      .query(
        `SELECT Amount FROM Opportunity WHERE CurrencyIsoCode = 'USD' AND Account.Name != null ORDER BY ${order}`,
        'seller',
      )
      .map(({ Amount }) => Amount);

  it('put empty values first unless told otherwise', () => {
    expect(amounts('Amount')[0]).toBeNull();
    expect(amounts('Amount DESC NULLS LAST')).toEqual([185000, 64000, 48000, null]);
  });

  it('cut the answer', () => {
    const all = test.query('SELECT Name FROM Opportunity ORDER BY Name', 'seller').map(({ Name }) => Name);
    const some = test
      .query('SELECT Name FROM Opportunity ORDER BY Name LIMIT 3 OFFSET 2', 'seller')
      .map(({ Name }) => Name);
    expect(some).toEqual(all.slice(2, 5));
  });
});

describe('UserRecordAccess', () => {
  const access = (clientId: string, ids: readonly unknown[]): unknown[] =>
    test
      .query(
        `SELECT RecordId, HasEditAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = '${test.user(clientId).id}' AND RecordId IN (${ids.map((id) => `'${String(id)}'`).join(',')})`,
      )
      .map(({ HasEditAccess, MaxAccessLevel }) => [HasEditAccess, MaxAccessLevel]);

  it('tells what somebody may do with a record', () => {
    const [{ Id } = {}] = test.query("SELECT Id FROM Opportunity WHERE Name = 'Yard data platform'");
    expect(access('seller', [Id])).toEqual([[true, 'All']]);
    expect(access('stranger', [Id])).toEqual([[false, 'None']]);
  });

  it('leaves out what is not there', () => {
    expect(access('seller', ['0065g00000zzzzz'])).toEqual([]);
  });

  it.each([
    "SELECT RecordId FROM UserRecordAccess WHERE RecordId = '0065g0000000001AAA'",
    "SELECT HasEditAccess FROM UserRecordAccess WHERE UserId = '0055g0000000001AAA' AND RecordId = '0065g0000000001AAA'",
  ])('refuses %s', (soql) => {
    expect(codeOf(() => test.query(soql))).toBe('MALFORMED_QUERY');
  });
});
