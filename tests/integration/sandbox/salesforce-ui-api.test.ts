import { type RunningSalesforce, startSalesforce } from './salesforce-client.ts';

let salesforce: RunningSalesforce;
beforeAll(async () => {
  salesforce = await startSalesforce();
});
afterAll(() => salesforce.standIn.close());
beforeEach(() => salesforce.control('POST', '/reset'));

const FIRST = '0065g0000000001AAA';
const read = (clientId: string, query: string, id = FIRST) =>
  salesforce.call(clientId, 'GET', `/ui-api/records/${id}?${query}`);
const save = (fields: object, headers: Record<string, string> = {}, clientId = 'seller') =>
  salesforce.call(clientId, 'PATCH', `/ui-api/records/${FIRST}`, { fields }, headers);

describe('a record of the User Interface API', () => {
  it('has values and what people read, across look-ups', async () => {
    const fields = ['Name', 'Amount', 'CloseDate', 'StageName', 'Account.Name', 'Owner.Email'];
    const { status, body } = await read('seller', `fields=${fields.map((name) => `Opportunity.${name}`).join(',')}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      apiName: 'Opportunity',
      id: FIRST,
      recordTypeId: '012000000000000AAA',
      lastModifiedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/) as unknown,
      weakEtag: expect.any(Number) as unknown,
      fields: {
        Name: { value: 'Cold chain monitoring for 40 depots', displayValue: null },
        Amount: { value: 185000, displayValue: '$185,000.00' },
        StageName: { value: 'Value Proposition', displayValue: 'Value Proposition' },
        Account: { displayValue: 'Lakeside Foods', value: { fields: { Name: { value: 'Lakeside Foods' } } } },
        Owner: { displayValue: 'Mara Lindqvist' },
      },
    });
  });

  it('leaves optional fields out where it refuses required ones', async () => {
    const optional = await read(
      'seller',
      'fields=Opportunity.Id&optionalFields=Opportunity.Nope__c,Opportunity.NextStep',
    );
    expect((optional.body as { fields: object }).fields).toEqual({
      Id: { value: FIRST, displayValue: null },
      NextStep: { value: null, displayValue: null },
    });
    const required = await read('seller', 'fields=Opportunity.Nope__c');
    expect(required.status).toBe(400);
    expect(required.body).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
  });

  it.each([
    ['sandbox', 'fields=Account.Name', FIRST, 400, 'INVALID_FIELD'],
    ['seller', '', FIRST, 400, 'MISSING_ARGUMENT'],
    ['stranger', 'fields=Opportunity.Name', FIRST, 403, 'INSUFFICIENT_ACCESS'],
    ['seller', 'fields=Opportunity.Name', '0065g000000zzzzAAA', 404, 'NOT_FOUND'],
    ['seller', 'fields=Opportunity.Name', 'nonsense', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ])('answers %s asking %p of %s with %i %s', async (clientId, query, id, status, errorCode) => {
    const answer = await read(clientId, query, id);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject([{ errorCode }]);
  });
});

describe('saving through the User Interface API', () => {
  it('changes the record as the person and answers its fields', async () => {
    const { status, body } = await save({ NextStep: 'Call', Amount: 5 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ fields: { NextStep: { value: 'Call' }, Amount: { displayValue: '$5.00' } } });
    expect(
      await salesforce.query('sandbox', `SELECT LastModifiedBy.Name FROM Opportunity WHERE Id = '${FIRST}'`),
    ).toMatchObject([{ LastModifiedBy: { Name: 'Mara Lindqvist' } }]);
  });

  it('names the fields that it refuses, and keeps nothing of a refused save', async () => {
    const { status, body } = await save({ Amount: 7, Name: null });
    expect(status).toBe(400);
    expect(body).toMatchObject([
      {
        enhancedErrorType: 'RecordError',
        output: { errors: [], fieldErrors: { Name: [{ errorCode: 'REQUIRED_FIELD_MISSING', fieldLabel: 'Name' }] } },
      },
    ]);
    const readOnly = await save({ Referral_Identifier__c: 'x' });
    expect(readOnly.body).toMatchObject([
      { output: { fieldErrors: { Referral_Identifier__c: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }] } } },
    ]);
    expect((await read('seller', 'fields=Opportunity.Amount')).body).toMatchObject({
      fields: { Amount: { value: 185000 } },
    });
  });

  it.each(['if-modified-since', 'if-unmodified-since'])(
    'refuses what was begun on an older state: %s',
    async (header) => {
      const old = await save({ Amount: 7 }, { [header]: '2020-01-01T00:00:00.000Z' });
      expect(old.status).toBe(412);
      expect(old.body).toMatchObject([
        { enhancedErrorType: 'RecordError', message: expect.stringContaining('modified by Mara Lindqvist') as unknown },
      ]);
      const { lastModifiedDate } = (await read('seller', 'fields=Opportunity.Id')).body as { lastModifiedDate: string };
      expect((await save({ Amount: 7 }, { [header]: lastModifiedDate })).status).toBe(200);
    },
  );

  it('makes records, and tells a record that others hold', async () => {
    const input = { apiName: 'Partner_Center_Request__c', fields: { Opportunity__c: FIRST, Action__c: 'sync' } };
    const made = await salesforce.call('seller', 'POST', '/ui-api/records', input);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      apiName: 'Partner_Center_Request__c',
      fields: { Status__c: { value: 'queued' } },
    });
    await salesforce.control('POST', '/locks', { ids: [FIRST], times: 1 });
    expect((await save({ Amount: 7 })).body).toMatchObject([
      { output: { errors: [{ errorCode: 'UNABLE_TO_LOCK_ROW' }] } },
    ]);
  });

  it('is hit by faults and told in the request log like every call', async () => {
    await salesforce.control('DELETE', '/requests');
    await salesforce.control('POST', '/faults', { match: { path: '/ui-api/' }, respond: { status: 503 } });
    expect((await save({ Amount: 7 })).status).toBe(503);
    const { body } = await salesforce.control('GET', '/requests');
    expect(body).toMatchObject([{ method: 'PATCH', clientId: 'seller', fault: 'respond', status: 503 }]);
  });
});

describe('what the User Interface API tells of an object', () => {
  const info = async (clientId: string, object = 'Opportunity'): Promise<Record<string, object>> =>
    ((await salesforce.call(clientId, 'GET', `/ui-api/object-info/${object}`)).body as { fields: never }).fields;

  it('is what the person may read and change', async () => {
    const seller = await info('seller');
    expect(seller.Sync_with_Partner_Center__c).toMatchObject({ updateable: true, dataType: 'Boolean' });
    expect(seller.Referral_Identifier__c).toMatchObject({ updateable: false });
    expect((await info('sandbox')).Referral_Identifier__c).toMatchObject({ updateable: true });
    expect(await info('seller', 'Contact')).toHaveProperty('MailingCity');
    expect(await info('sandbox', 'Contact')).not.toHaveProperty('MailingCity');
  });

  it('has the choices of a picklist', async () => {
    const path = '/ui-api/object-info/Opportunity/picklist-values/012000000000000AAA';
    const { body } = await salesforce.call('seller', 'GET', `${path}/How_can_Microsoft_help__c`);
    expect((body as { values: unknown[] }).values[0]).toMatchObject({
      value: 'WorkloadSpecificValueProposition',
      label: 'Workload Specific Value Proposition',
    });
    expect((await salesforce.call('seller', 'GET', `${path}/Amount`)).status).toBe(400);
    const all = await salesforce.call('seller', 'GET', path);
    expect(all.body).toMatchObject({ picklistFieldValues: { StageName: { values: expect.any(Array) as unknown } } });
  });

  it('is in the language of the caller, as far as it is translated', async () => {
    const call = (path: string) => salesforce.call('seller', 'GET', path, undefined, { 'accept-language': 'ja-JP' });
    const { body } = await call(
      '/ui-api/object-info/Opportunity/picklist-values/012000000000000AAA/How_can_Microsoft_help__c',
    );
    expect((body as { values: { label: string }[] }).values[0]?.label).toMatch(/[ァ-ヶ]/);
    expect(
      (await call(`/ui-api/records/${FIRST}?fields=Opportunity.How_can_Microsoft_help__c,Opportunity.CloseDate`)).body,
    ).toMatchObject({
      fields: {
        How_can_Microsoft_help__c: {
          value: 'ProofOfConceptOrDemo',
          displayValue: expect.stringMatching(/デモ/) as unknown,
        },
        CloseDate: { displayValue: expect.stringMatching(/^\d{4}\/\d+\/\d+$/) as unknown },
      },
    });
  });
});
