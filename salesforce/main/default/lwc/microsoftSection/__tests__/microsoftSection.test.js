import MicrosoftSection from 'c/microsoftSection';
import { createElement } from 'lwc';
import { subscribe, unsubscribe } from 'lightning/empApi';
import { graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { connectionOf } from '../../../../../../shared/section/testkit/parts.ts';
import { connectionRow, dealOf, objectInfo, RECORD_ID, recordOf, solutionsOf } from '../../../../../testkit/org';

jest.mock('@salesforce/i18n/locale', () => ({ default: 'en-US' }), { virtual: true });
jest.mock('@salesforce/i18n/timeZone', () => ({ default: 'UTC' }), { virtual: true });
// One query is told from another by its name.
jest.mock('lightning/graphql', () => {
  const { createTestWireAdapter } = require('@salesforce/wire-service-jest-util');
  return { graphql: createTestWireAdapter(), gql: ([text]) => ({ name: /query (\w+)/.exec(text)[1] }) };
});
jest.mock(
  'lightning/refresh',
  () => ({ registerRefreshHandler: jest.fn(() => 1), unregisterRefreshHandler: jest.fn() }),
  {
    virtual: true,
  },
);

jest.mock('lightning/empApi', () => ({ subscribe: jest.fn(), unsubscribe: jest.fn() }), { virtual: true });

const SYNC = 'Sync_with_Partner_Center__c';
const refreshDeal = jest.fn().mockResolvedValue();
const of = (name) => (config) => config.query?.name === name;
const ofObject = (name) => (config) => config.objectApiName === name;

/** Lets promises and re-rendering run; no time passes. */
async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function show(properties = {}) {
  const element = createElement('c-microsoft-section', { is: MicrosoftSection });
  Object.assign(element, { recordId: RECORD_ID, ...properties });
  document.body.appendChild(element);
  return element;
}

const info = () => JSON.stringify({ ...connectionOf('salesforce'), lastSeenAt: new Date().toISOString() });

async function deliver({ record = {}, deal = {}, access = {}, published = info() } = {}) {
  graphql.emit(
    { data: connectionRow(published, new Date().toISOString()), refresh: () => Promise.resolve() },
    of('cosellConnection'),
  );
  await settle();
  getRecord.emit(recordOf(record));
  getObjectInfo.emit(objectInfo(access), ofObject('Opportunity'));
  getObjectInfo.emit({ createable: true, fields: {} }, ofObject('Partner_Center_Request__c'));
  graphql.emit({ data: dealOf(deal), refresh: refreshDeal }, of('cosellDeal'));
  await settle();
}

const viewOf = (element) => element.shadowRoot.querySelector('c-section-view').view;
const want = (element, intent) =>
  element.shadowRoot.querySelector('c-section-view').dispatchEvent(new CustomEvent('intent', { detail: intent }));

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  jest.clearAllMocks();
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('reading', () => {
  it('waits for every part', async () => {
    const element = show();
    await settle();
    expect(viewOf(element).state).toBe('loading');
    await deliver();
    expect(viewOf(element).state).toBe('not-shared');
  });

  it('asks for the fields of the published mapping, optionally, and for what shows anything at all', async () => {
    show();
    await settle();
    expect(getRecord.getLastConfig()?.fields).toBeUndefined();
    await deliver();
    const { fields, optionalFields, recordId } = getRecord.getLastConfig();
    expect({ recordId, fields }).toEqual({
      recordId: RECORD_ID,
      fields: ['Opportunity.Id', 'Opportunity.LastModifiedDate'],
    });
    expect(optionalFields).toContain('Opportunity.Account.BillingCountry');
  });

  it('says that nothing is set up without a connector', async () => {
    const element = show();
    await deliver({ published: null });
    expect(viewOf(element).state).toBe('not-set-up');
  });

  it('says that a record may not be read', async () => {
    const element = show();
    await deliver();
    getRecord.error({ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }, 403, 'Forbidden');
    await settle();
    expect(viewOf(element).state).toBe('no-permission');
  });

  it('goes on without people and requests when these cannot be read', async () => {
    const element = show();
    await settle();
    graphql.emit({ data: connectionRow(info()) }, of('cosellConnection'));
    graphql.emit({ errors: [{ message: 'refused' }] }, of('cosellDeal'));
    await settle();
    getRecord.emit(recordOf());
    getObjectInfo.emit(objectInfo(), ofObject('Opportunity'));
    getObjectInfo.error({ errorCode: 'NO_ACCESS' }, 403, 'Forbidden', ofObject('Partner_Center_Request__c'));
    await settle();
    expect(viewOf(element).state).toBe('not-shared');
  });

  it('shows a locked field as text', async () => {
    const element = show();
    await deliver({ access: { locked: ['Products__c'] } });
    expect(viewOf(element).fields.products).toMatchObject({ visible: true, editable: false });
  });

  it('has nothing to do before the opportunity is saved', async () => {
    const element = show({ recordId: undefined });
    await settle();
    expect(viewOf(element).state).toBe('unsaved');
  });
});

describe('changing', () => {
  it('saves a choice at once', async () => {
    const element = show();
    await deliver();
    want(element, { kind: 'set', field: 'help', value: 'QuotesOrLicensing' });
    await settle();
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: RECORD_ID, How_can_Microsoft_help__c: 'QuotesOrLicensing' },
    });
  });

  it('asks before it shares', async () => {
    const element = show();
    await deliver();
    want(element, { kind: 'set', field: 'sync', value: true });
    await settle();
    expect(updateRecord).not.toHaveBeenCalled();
    expect(viewOf(element).dialog.kind).toBe('preview');
    want(element, { kind: 'confirm' });
    await settle();
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: RECORD_ID, [SYNC]: true } });
  });

  it('keeps what was typed when it cannot be saved, and says why', async () => {
    updateRecord.mockRejectedValueOnce({ status: 403, body: { errorCode: 'INSUFFICIENT_ACCESS', message: 'no' } });
    const element = show();
    await deliver();
    want(element, { kind: 'set', field: 'products', value: 'SOL-2-BB' });
    await settle();
    expect(viewOf(element).fields.products.value).toBe('SOL-2-BB');
    expect(viewOf(element).message.technical.join()).toMatch('INSUFFICIENT_ACCESS');
  });
});

describe('looking again', () => {
  const synced = { [SYNC]: true, Referral_Identifier__c: 'r-1', Partner_Center_Status__c: 'in-sync' };

  it('polls while a request is pending and stops when it is answered', async () => {
    createRecord.mockResolvedValueOnce({ id: 'a010', fields: {} });
    const element = show();
    await deliver({ record: synced });
    want(element, { kind: 'sync-now' });
    await settle();
    await jest.advanceTimersByTimeAsync(300);
    await settle();
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: RECORD_ID }]);
    expect(refreshDeal).toHaveBeenCalled();

    graphql.emit({ data: dealOf({ requests: [{ Status__c: 'done' }] }), refresh: refreshDeal }, of('cosellDeal'));
    await settle();
    const looks = refreshDeal.mock.calls.length;
    await jest.advanceTimersByTimeAsync(30_000);
    expect(refreshDeal).toHaveBeenCalledTimes(looks);
  });

  it('does not poll when nothing is pending', async () => {
    show();
    await deliver({ record: synced });
    await jest.advanceTimersByTimeAsync(30_000);
    expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
  });

  it('stops with the page', async () => {
    createRecord.mockResolvedValueOnce({ id: 'a010', fields: {} });
    const element = show();
    await deliver({ record: synced });
    want(element, { kind: 'sync-now' });
    await settle();
    element.remove();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
  });

  it('follows the network', async () => {
    const element = show();
    await deliver();
    window.dispatchEvent(new Event('offline'));
    await settle();
    expect(viewOf(element).state).toBe('offline');
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(viewOf(element).state).toBe('not-shared');
  });
});

describe('change events', () => {
  const SUBSCRIPTION = { id: 'subscription', channel: '/data/OpportunityChangeEvent' };
  const changeOf = (...recordIds) => ({ data: { payload: { ChangeEventHeader: { recordIds } } } });
  const happens = async (event) => {
    subscribe.mock.calls[0][2](event);
    await settle();
  };

  beforeEach(() => subscribe.mockResolvedValue(SUBSCRIPTION));

  it('are not asked for unless the administrator wants them', async () => {
    show();
    await deliver();
    expect(subscribe).not.toHaveBeenCalled();
  });

  it('lead to a new look at this opportunity, by its id in either length, and at no other', async () => {
    show({ usePush: true });
    await deliver();
    expect(subscribe.mock.calls.map(([channel, replayId]) => [channel, replayId])).toEqual([
      ['/data/OpportunityChangeEvent', -1],
    ]);
    await happens(changeOf('006000000000000ZZZ'));
    expect(refreshDeal).not.toHaveBeenCalled();
    await happens(changeOf('006000000000000ZZZ', RECORD_ID));
    expect(refreshDeal).toHaveBeenCalledTimes(1);
    await happens(changeOf(RECORD_ID.slice(0, 15)));
    expect(refreshDeal).toHaveBeenCalledTimes(2);
  });

  it('end with the page, also where the org had not answered yet', async () => {
    const element = show({ usePush: true });
    await settle();
    element.remove();
    expect(unsubscribe).toHaveBeenCalledWith(SUBSCRIPTION, expect.any(Function));

    let subscribed;
    subscribe.mockReturnValueOnce(new Promise((resolve) => (subscribed = resolve)));
    const early = show({ usePush: true });
    await settle();
    early.remove();
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    subscribed(SUBSCRIPTION);
    await settle();
    expect(unsubscribe).toHaveBeenCalledTimes(2);
  });

  it('are done without where the org refuses them', async () => {
    subscribe.mockRejectedValue({ error: '403::User not allowed to subscribe' });
    const element = show({ usePush: true });
    await deliver();
    expect(viewOf(element).state).toBe('not-shared');
    element.remove();
    expect(unsubscribe).not.toHaveBeenCalled();
  });
});

describe('searching products', () => {
  it('brings what the wire finds', async () => {
    const element = show();
    await deliver();
    const { catalogue } = element.shadowRoot.querySelector('c-section-view');
    const found = catalogue.searchSolutions('alp');
    await settle();
    graphql.emit({ data: solutionsOf([['SOL-1-AA', 'Alpha']]) }, of('cosellSolutionSearch'));
    expect(await found).toEqual([{ id: 'SOL-1-AA', name: 'Alpha', type: '3P' }]);
  });
});

describe('App Builder', () => {
  it('may give the section a title of its own and take the history away', async () => {
    const element = show({ sectionTitle: 'Azure desk', hideHistory: true });
    await deliver();
    const view = element.shadowRoot.querySelector('c-section-view');
    expect(view.sectionTitle).toBe('Azure desk');
    expect(view.hidesHistory).toBe(true);
  });
});
