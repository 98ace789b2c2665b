import { updateRecord } from '../records/write.ts';
import { OPPORTUNITY, type TestOrg, testOrg } from '../testkit.ts';
import { type ChangeEvent, changeEventsOf } from './change-events.ts';

let test: TestOrg;
beforeEach(() => {
  test = testOrg();
});

/** Events of the latest transaction. */
function latest(): readonly ChangeEvent[] {
  const commit = test.commits.at(-1);
  if (!commit) throw new Error('Nothing was committed.');
  return changeEventsOf(test.org.schema, commit.changes, commit.context, { timestamp: 1000, number: 7 });
}

const inOneTransaction = (work: () => void): void =>
  test.org.commit({ userId: test.user('seller').id, changeOrigin: 'com/salesforce/api/rest/64.0;client=x' }, work);

const update = (object: string, id: string, body: Record<string, unknown>): void =>
  updateRecord(test.org, test.user('sandbox'), test.object(object), id, body);

describe('change events', () => {
  it('tell of a new record with its values and no changed fields', () => {
    const id = test.create('seller', 'Opportunity', OPPORTUNITY);
    const [event] = latest();
    expect(event?.payload).toMatchObject({
      Name: 'Deal',
      CreatedDate: '2026-11-20T17:05:09.000Z',
      ChangeEventHeader: {
        entityName: 'Opportunity',
        recordIds: [id],
        changeType: 'CREATE',
        changedFields: [],
        commitTimestamp: 1000,
        commitNumber: 7,
        commitUser: test.user('seller').id,
        sequenceNumber: 1,
      },
    });
    expect(event?.payload).not.toHaveProperty('Amount');
    expect(event?.payload).not.toHaveProperty('SystemModstamp');
  });

  it('tell of a change with the changed and the emptied fields', () => {
    const id = test.create('seller', 'Opportunity', { ...OPPORTUNITY, Description: 'old', Amount: 5 });
    inOneTransaction(() => update('Opportunity', id, { Description: null, Amount: 6 }));
    const [event] = latest();
    expect(event?.payload).toMatchObject({
      Amount: 6,
      Description: null,
      ChangeEventHeader: {
        changeType: 'UPDATE',
        changeOrigin: 'com/salesforce/api/rest/64.0;client=x',
        changedFields: expect.arrayContaining(['Amount', 'Description', 'LastModifiedDate']) as unknown,
        nulledFields: ['Description'],
      },
    });
    expect(event?.payload).not.toHaveProperty('Name');
  });

  it('put an address together and name its parts below it', () => {
    const id = test.create('sandbox', 'Account', { Name: 'A' });
    inOneTransaction(() => update('Account', id, { BillingCountry: 'DE' }));
    const [event] = latest();
    expect(event?.payload).toMatchObject({ BillingAddress: { Country: 'DE' } });
    expect(event?.payload.ChangeEventHeader.changedFields).toContain('BillingAddress.Country');
  });

  it('make one event of several changes to a record in a transaction, none of a record that came and went', () => {
    const id = test.create('seller', 'Opportunity', OPPORTUNITY);
    inOneTransaction(() => {
      update('Opportunity', id, { Name: 'B' });
      update('Opportunity', id, { Name: 'C' });
    });
    expect(latest().map(({ payload }) => payload.Name)).toEqual(['C']);
  });

  it('share one event between records with the very same change', () => {
    const ids = [
      test.create('sandbox', 'Opportunity', OPPORTUNITY),
      test.create('sandbox', 'Opportunity', OPPORTUNITY),
    ];
    inOneTransaction(() => ids.forEach((id) => update('Opportunity', id, { Name: 'Same' })));
    expect(latest().map(({ payload }) => payload.ChangeEventHeader.recordIds)).toEqual([ids]);
  });

  it('number the events of a transaction and give them one key', () => {
    const [contact] = test.query('SELECT Id FROM Contact LIMIT 1');
    test.create('seller', 'Opportunity', { ...OPPORTUNITY, ContactId: contact?.Id });
    const headers = latest().map(({ payload }) => payload.ChangeEventHeader);
    expect(headers.map(({ entityName, sequenceNumber }) => [entityName, sequenceNumber])).toEqual([
      ['Opportunity', 1],
      ['OpportunityContactRole', 2],
    ]);
    expect(new Set(headers.map(({ transactionKey }) => transactionKey)).size).toBe(1);
  });

  it('are not made for objects that the metadata does not enable', () => {
    test.create('sandbox', 'Partner_Center_Solution__c', { Name: 'S', Solution_Identifier__c: 'SOL-1' });
    expect(latest()).toEqual([]);
  });
});
