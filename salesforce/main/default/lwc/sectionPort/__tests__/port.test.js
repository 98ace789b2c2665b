import { SalesforcePort, WireQuestion } from 'c/sectionPort';
import { SALESFORCE_FIELDS } from 'c/syncCore';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { ACCOUNT_ID, RECORD_ID, solutionsOf } from '../../../../../testkit/org';

const HELP = 'How_can_Microsoft_help__c';

function portWith(changes = {}) {
  const host = {
    recordId: () => RECORD_ID,
    accountId: () => ACCOUNT_ID,
    policy: () => ({ fields: SALESFORCE_FIELDS, mapping: [] }),
    refresh: jest.fn().mockResolvedValue(),
    search: jest.fn().mockResolvedValue({ data: solutionsOf([['SOL-1-AA', 'Alpha']]) }),
    byId: jest.fn().mockResolvedValue({ data: solutionsOf([['SOL-1-AA', 'Alpha']]) }),
    navigate: jest.fn(),
    focus: jest.fn(),
    ...changes,
  };
  return { host, port: new SalesforcePort(host) };
}

beforeEach(() => jest.clearAllMocks());

describe('saving', () => {
  it('writes the fields under their own names', async () => {
    await portWith().port.save({ help: 'QuotesOrLicensing', sync: true });
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: RECORD_ID, [HELP]: 'QuotesOrLicensing', Sync_with_Partner_Center__c: true },
    });
  });

  it('is not read over by a read that began before: that is repeated', async () => {
    let ended;
    const { host, port } = portWith();
    host.refresh.mockReturnValueOnce(new Promise((resolve) => (ended = resolve)));
    const reading = port.refresh();
    await port.save({ sync: true });
    expect(host.refresh).toHaveBeenCalledTimes(1);
    ended();
    await reading;
    expect(host.refresh).toHaveBeenCalledTimes(2);
    await port.refresh();
    expect(host.refresh).toHaveBeenCalledTimes(3);
  });

  it('says which field was refused', async () => {
    updateRecord.mockRejectedValueOnce({
      status: 400,
      body: {
        output: {
          fieldErrors: { [HELP]: [{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message: 'bad value' }] },
        },
      },
    });
    await expect(portWith().port.save({ help: 'x' })).rejects.toMatchObject({
      problem: { kind: 'rejected', field: 'help' },
    });
  });

  it.each([
    ['no-permission', { status: 403, body: { errorCode: 'INSUFFICIENT_ACCESS' } }],
    ['signed-out', { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID' }] }],
    ['throttled', { status: 429, body: {} }],
    ['offline', new TypeError('Failed to fetch')],
  ])('tells a problem of the kind %s', async (kind, thrown) => {
    updateRecord.mockRejectedValueOnce(thrown);
    await expect(portWith().port.save({ sync: true })).rejects.toMatchObject({ problem: { kind } });
  });
});

describe('requests', () => {
  it('are rows without a status: the platform makes it queued', async () => {
    createRecord.mockResolvedValueOnce({
      id: 'a01',
      fields: { CreatedDate: { value: '2026-11-20T10:00:00.000Z', displayValue: null } },
    });
    const row = await portWith().port.createRequest('decline', 'No capacity');
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Partner_Center_Request__c',
      fields: { Opportunity__c: RECORD_ID, Action__c: 'decline', Reason__c: 'No capacity' },
    });
    expect(row).toMatchObject({ id: 'a01', status: 'queued', createdAt: '2026-11-20T10:00:00.000Z' });
  });
});

describe('products', () => {
  it('are searched anywhere in name and id; wildcards are meant as typed', async () => {
    const { host, port } = portWith();
    expect(await port.searchSolutions(' 100%_\\ ')).toEqual([{ id: 'SOL-1-AA', name: 'Alpha', type: '3P' }]);
    expect(host.search).toHaveBeenCalledWith('%100\\%\\_\\\\%');
  });

  it('are not asked for when there are none', async () => {
    const { host, port } = portWith();
    expect(await port.solutionsById([])).toEqual([]);
    expect(host.byId).not.toHaveBeenCalled();
  });

  it('that cannot be read are a problem', async () => {
    const { port } = portWith({ search: () => Promise.reject([{ message: 'refused' }]) });
    await expect(port.searchSolutions('x')).rejects.toMatchObject({ problem: { kind: 'unknown' } });
  });
});

describe('going to a field', () => {
  it.each([
    ['CloseDate', 'standard__recordPage', { recordId: RECORD_ID, objectApiName: 'Opportunity', actionName: 'edit' }],
    [
      'Account.BillingCountry',
      'standard__recordPage',
      { recordId: ACCOUNT_ID, objectApiName: 'Account', actionName: 'edit' },
    ],
    [
      'contacts',
      'standard__recordRelationshipPage',
      {
        recordId: RECORD_ID,
        objectApiName: 'Opportunity',
        relationshipApiName: 'OpportunityContactRoles',
        actionName: 'view',
      },
    ],
  ])('%s opens its page', (path, type, attributes) => {
    const { host, port } = portWith();
    port.goToField(path);
    expect(host.navigate).toHaveBeenCalledWith({ type, attributes });
  });

  it('of the section itself moves the focus there', () => {
    const { host, port } = portWith();
    port.goToField('Products__c');
    expect(host.focus).toHaveBeenCalledWith('products');
    expect(host.navigate).not.toHaveBeenCalled();
  });

  it('of an account that is not there opens the opportunity, where it is chosen', () => {
    const { host, port } = portWith({ accountId: () => null });
    port.goToField('Account.Name');
    expect(host.navigate.mock.calls[0][0].attributes.recordId).toBe(RECORD_ID);
  });
});

describe('copying', () => {
  it('tells when the browser does not let it', async () => {
    Object.assign(navigator, { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
    await expect(portWith().port.copy('x')).rejects.toMatchObject({ problem: { technical: 'denied' } });
  });
});

describe('a question to a wire', () => {
  const answer = { data: solutionsOf([]) };

  it('is answered by what the wire delivers next, not by the beginning', async () => {
    const ask = jest.fn();
    const question = new WireQuestion(ask);
    const asked = question.put({ pattern: 'a' });
    question.received({ data: undefined, errors: undefined });
    question.received(answer);
    expect(await asked).toBe(answer);
    expect(ask).toHaveBeenCalledWith({ pattern: 'a' });
  });

  it('that was asked before is answered from memory, because the wire would stay silent', async () => {
    const ask = jest.fn();
    const question = new WireQuestion(ask);
    question.put({ pattern: 'a' });
    question.received(answer);
    expect(await question.put({ pattern: 'a' })).toBe(answer);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('that a newer one overtakes ends without records', async () => {
    const question = new WireQuestion(() => undefined);
    const first = question.put({ pattern: 'a' });
    question.put({ pattern: 'ab' });
    expect(await first).toEqual({});
  });

  it('fails with the errors of the answer and can be asked again', async () => {
    const ask = jest.fn();
    const question = new WireQuestion(ask);
    const asked = question.put({ pattern: 'a' });
    question.received({ errors: [{ message: 'refused' }] });
    await expect(asked).rejects.toEqual([{ message: 'refused' }]);
    question.put({ pattern: 'a' });
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
