import { OPPORTUNITY, type TestOrg, codeOf, testOrg } from '../testkit.ts';
import { deleteRecord, updateRecord } from './write.ts';

let test: TestOrg;
beforeEach(() => {
  test = testOrg();
});

const update = (clientId: string, object: string, id: string, body: object): void =>
  test.org.commit({ userId: test.user(clientId).id, changeOrigin: '' }, () =>
    updateRecord(test.org, test.user(clientId), test.object(object), id, body as Record<string, unknown>),
  );

describe('creating a record', () => {
  it('fills in owner, defaults, times and what follows from the stage', () => {
    const id = test.create('seller', 'Opportunity', { ...OPPORTUNITY, Amount: 200 });
    const seller = test.user('seller').id;
    expect(test.row('Opportunity', id)).toMatchObject({
      OwnerId: seller,
      CreatedById: seller,
      CreatedDate: '2026-11-20T17:05:09.000+0000',
      SystemModstamp: '2026-11-20T17:05:09.000+0000',
      CurrencyIsoCode: 'USD',
      Sync_with_Partner_Center__c: false,
      IsClosed: false,
      IsWon: false,
      Probability: 10,
      ExpectedRevenue: 20,
    });
  });

  it('names all required fields that are missing', () => {
    expect(() => test.create('seller', 'Opportunity', { Name: 'x' })).toThrow(
      'Required fields are missing: [StageName, CloseDate]',
    );
  });

  it.each([
    ['INVALID_FIELD', { Nope__c: 1 }],
    ['INVALID_FIELD_FOR_INSERT_UPDATE', { IsWon: true }],
    ['INVALID_FIELD_FOR_INSERT_UPDATE', { CreatedDate: '2020-01-01T00:00:00Z' }],
    ['INVALID_FIELD_FOR_INSERT_UPDATE', { Referral_Identifier__c: 'mine' }],
    ['INVALID_FIELD_FOR_INSERT_UPDATE', { Partner_Center_Status__c: 'in-sync' }],
    ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', { How_can_Microsoft_help__c: 'Everything' }],
    ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', { CurrencyIsoCode: 'XXX' }],
    ['STRING_TOO_LONG', { Name: 'n'.repeat(121) }],
    ['MALFORMED_ID', { AccountId: '0035g0000000001AAA' }],
    ['INVALID_CROSS_REFERENCE_KEY', { AccountId: '0015g000000zzzz' }],
  ])('answers a seller %s for %p', (code, values) => {
    expect(codeOf(() => test.create('seller', 'Opportunity', { ...OPPORTUNITY, ...values }))).toBe(code);
  });

  it('lets the integration user write what sellers may only read', () => {
    const id = test.create('sandbox', 'Opportunity', {
      ...OPPORTUNITY,
      Referral_Identifier__c: 'ref-1',
      Partner_Center_Status__c: 'in-sync',
    });
    expect(test.row('Opportunity', id)).toMatchObject({
      Referral_Identifier__c: 'ref-1',
      Partner_Center_Status__c: 'in-sync',
    });
  });

  it('refuses a second record with the same external id', () => {
    test.create('sandbox', 'Opportunity', { ...OPPORTUNITY, Referral_Identifier__c: 'ref-1' });
    expect(
      codeOf(() => test.create('sandbox', 'Opportunity', { ...OPPORTUNITY, Referral_Identifier__c: 'REF-1' })),
    ).toBe('DUPLICATE_VALUE');
  });

  it('makes the contact of a new opportunity its primary contact role', () => {
    const [contact] = test.query('SELECT Id FROM Contact LIMIT 1');
    const id = test.create('seller', 'Opportunity', { ...OPPORTUNITY, ContactId: contact?.Id });
    const roles = test.query(`SELECT ContactId, IsPrimary FROM OpportunityContactRole WHERE OpportunityId = '${id}'`);
    expect(roles).toEqual([expect.objectContaining({ ContactId: contact?.Id, IsPrimary: true })]);
  });

  it('leaves nothing behind when it fails', () => {
    const before = test.query('SELECT Id FROM Opportunity').length;
    expect(() => test.create('seller', 'Opportunity', { ...OPPORTUNITY, ContactId: '0035g000000zzzz' })).toThrow(
      'invalid cross reference id',
    );
    expect(test.query('SELECT Id FROM Opportunity')).toHaveLength(before);
  });
});

describe('requests to the connector', () => {
  const opportunityOf = (clientId: string): string => test.create(clientId, 'Opportunity', OPPORTUNITY);

  it('are numbered and queued', () => {
    const id = test.create('seller', 'Partner_Center_Request__c', {
      Opportunity__c: opportunityOf('seller'),
      Action__c: 'sync',
    });
    expect(test.row('Partner_Center_Request__c', id)).toMatchObject({ Name: 'PCR-00000001', Status__c: 'queued' });
  });

  it('are refused for an opportunity that one may not edit', () => {
    const Opportunity__c = opportunityOf('stranger');
    expect(
      codeOf(() => test.create('seller', 'Partner_Center_Request__c', { Opportunity__c, Action__c: 'sync' })),
    ).toBe('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
  });

  it('are answered by the connector only', () => {
    const id = test.create('seller', 'Partner_Center_Request__c', {
      Opportunity__c: opportunityOf('seller'),
      Action__c: 'sync',
    });
    expect(codeOf(() => update('seller', 'Partner_Center_Request__c', id, { Status__c: 'done' }))).toBe(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    );
    update('sandbox', 'Partner_Center_Request__c', id, { Status__c: 'done', Message__c: 'In step.' });
    expect(test.row('Partner_Center_Request__c', id)).toMatchObject({ Status__c: 'done' });
  });
});

describe('changing a record', () => {
  it('closes the opportunity with its stage and keeps a probability that somebody set', () => {
    const id = test.create('seller', 'Opportunity', OPPORTUNITY);
    update('seller', 'Opportunity', id, { StageName: 'Closed Won' });
    expect(test.row('Opportunity', id)).toMatchObject({ IsClosed: true, IsWon: true, Probability: 100 });
    update('seller', 'Opportunity', id, { StageName: 'Qualification', Probability: 33 });
    expect(test.row('Opportunity', id)).toMatchObject({ IsClosed: false, IsWon: false, Probability: 33 });
  });

  it('refuses to empty a required field', () => {
    const id = test.create('seller', 'Opportunity', OPPORTUNITY);
    expect(codeOf(() => update('seller', 'Opportunity', id, { Name: ' ' }))).toBe('REQUIRED_FIELD_MISSING');
  });

  it('hides records of others, and tells deleted ones', () => {
    const id = test.create('seller', 'Opportunity', OPPORTUNITY);
    expect(codeOf(() => update('stranger', 'Opportunity', id, { Name: 'x' }))).toBe('NOT_FOUND');
    test.org.store.transaction(() => deleteRecord(test.org, test.user('seller'), test.object('Opportunity'), id));
    expect(codeOf(() => update('seller', 'Opportunity', id, { Name: 'x' }))).toBe('ENTITY_IS_DELETED');
  });

  it('lets team members with read access read only', () => {
    const [opportunity] = test.query(
      "SELECT OpportunityId, UserId FROM OpportunityTeamMember WHERE OpportunityAccessLevel = 'Read'",
    );
    const colleague = test.org.userById(String(opportunity?.UserId));
    if (!colleague) throw new Error('The colleague is not there.');
    expect(
      codeOf(() =>
        updateRecord(test.org, colleague, test.object('Opportunity'), String(opportunity?.OpportunityId), {
          Name: 'x',
        }),
      ),
    ).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  });

  it('changes the member of a team who is added again, and takes nobody who has left', () => {
    const OpportunityId = test.create('seller', 'Opportunity', OPPORTUNITY);
    const userOf = (first: string) => test.query(`SELECT Id FROM User WHERE FirstName = '${first}'`)[0]?.Id;
    const member = { OpportunityId, UserId: userOf('Tomas'), OpportunityAccessLevel: 'Read' };
    const first = test.create('seller', 'OpportunityTeamMember', { ...member, TeamMemberRole: 'Sales Rep' });
    const again = test.create('seller', 'OpportunityTeamMember', { ...member, OpportunityAccessLevel: 'Edit' });
    expect(again).toBe(first);
    const soql = `SELECT TeamMemberRole, OpportunityAccessLevel FROM OpportunityTeamMember WHERE OpportunityId = '${OpportunityId}'`;
    expect(test.query(soql)).toMatchObject([{ TeamMemberRole: 'Sales Rep', OpportunityAccessLevel: 'Edit' }]);
    const leaver = { ...member, UserId: userOf('Noor') };
    expect(codeOf(() => test.create('seller', 'OpportunityTeamMember', leaver))).toBe('INACTIVE_OWNER_OR_USER');
    expect(codeOf(() => update('seller', 'Opportunity', OpportunityId, { OwnerId: userOf('Noor') }))).toBe(
      'INACTIVE_OWNER_OR_USER',
    );
  });

  it('fails while somebody else holds the record, as often as asked', () => {
    const id = test.create('seller', 'Opportunity', OPPORTUNITY);
    test.org.recordFaults.add({ ids: [id], times: 1 });
    expect(codeOf(() => update('seller', 'Opportunity', id, { Name: 'y' }))).toBe('UNABLE_TO_LOCK_ROW');
    expect(codeOf(() => update('seller', 'Opportunity', id, { Name: 'y' }))).toBeNull();
  });

  it('has one primary contact role at a time', () => {
    const [first, second] = test.query('SELECT Id FROM Contact LIMIT 2');
    const OpportunityId = test.create('seller', 'Opportunity', { ...OPPORTUNITY, ContactId: first?.Id });
    test.create('seller', 'OpportunityContactRole', { OpportunityId, ContactId: second?.Id, IsPrimary: true });
    const roles = test.query(
      `SELECT ContactId FROM OpportunityContactRole WHERE OpportunityId = '${OpportunityId}' AND IsPrimary = true`,
    );
    expect(roles).toEqual([expect.objectContaining({ ContactId: second?.Id })]);
  });
});

describe('deleting a record', () => {
  it('takes its details along and leaves look-ups alone', () => {
    const id = test.create('seller', 'Opportunity', OPPORTUNITY);
    const request = test.create('seller', 'Partner_Center_Request__c', { Opportunity__c: id, Action__c: 'sync' });
    test.org.store.transaction(() => deleteRecord(test.org, test.user('seller'), test.object('Opportunity'), id));
    expect(test.query(`SELECT Id FROM Partner_Center_Request__c WHERE Id = '${request}'`)).toEqual([]);
  });
});

describe('an org with one currency', () => {
  it('has no CurrencyIsoCode to write', () => {
    const single = testOrg({ multiCurrency: false });
    expect(codeOf(() => single.create('seller', 'Opportunity', { ...OPPORTUNITY, CurrencyIsoCode: 'USD' }))).toBe(
      'INVALID_FIELD',
    );
  });
});
