import { SECTION_FIELDS } from '../../core/mapping/section-fields.ts';
import { ownedFields, translate } from './hints.ts';
import type { ChangeEvent, ChangeEventHeader } from './wire.ts';

const OPPORTUNITY = '006000000000001AAA';
const OTHER = '006000000000002AAA';
const owned = ownedFields(SECTION_FIELDS.salesforce);

function event(header: Partial<ChangeEventHeader>, payload: Record<string, unknown> = {}): ChangeEvent {
  const full: ChangeEventHeader = {
    entityName: 'Opportunity',
    recordIds: [OPPORTUNITY],
    changeType: 'UPDATE',
    changeOrigin: 'com/salesforce/api/rest/64.0;client=devconsole',
    changedFields: ['Name', 'LastModifiedDate'],
    commitTimestamp: Date.UTC(2026, 10, 20, 17),
    ...header,
  };
  return { event: { replayId: 1 }, payload: { ...payload, ChangeEventHeader: full } };
}

const hintsOf = (header: Partial<ChangeEventHeader>, payload?: Record<string, unknown>) =>
  translate(event(header, payload), owned).hints;

describe('translate', () => {
  it('names every record of an event, and when it happened', () => {
    expect(hintsOf({ recordIds: [OPPORTUNITY, OTHER] })).toEqual([
      { object: 'opportunity', id: OPPORTUNITY, opportunityId: OPPORTUNITY, changedAt: '2026-11-20T17:00:00.000Z' },
      { object: 'opportunity', id: OTHER, opportunityId: OTHER, changedAt: '2026-11-20T17:00:00.000Z' },
    ]);
  });

  it('ignores our own writes by their client name alone', () => {
    expect(hintsOf({ changeOrigin: 'com/salesforce/api/rest/64.0;client=cosell-connector' })).toEqual([]);
    expect(hintsOf({ changeOrigin: 'com/salesforce/api/rest/64.0;client=cosell-connector-of-another' })).toHaveLength(
      1,
    );
    expect(hintsOf({ changeOrigin: '' })).toHaveLength(1);
  });

  it('ignores updates of nothing but fields that the connector fills', () => {
    expect(hintsOf({ changedFields: ['Audit__c', 'Partner_Center_Status__c', 'LastModifiedDate'] })).toEqual([]);
    expect(hintsOf({ changedFields: ['Audit__c', 'Sync_with_Partner_Center__c'] })).toHaveLength(1);
    for (const field of ['How_can_Microsoft_help__c', 'Referral_Visible_to_Microsoft__c', 'Products__c']) {
      expect(hintsOf({ changedFields: [field, 'LastModifiedDate'] })).toHaveLength(1);
    }
  });

  it.each(['CREATE', 'DELETE', 'UNDELETE'])('passes %s whatever its fields', (changeType) => {
    expect(hintsOf({ changeType, changedFields: [] })).toHaveLength(1);
  });

  it('finds the opportunity of a request and of a contact role in what was set', () => {
    const request = {
      entityName: 'Partner_Center_Request__c',
      recordIds: ['a00000000000001AAA'],
      changeType: 'CREATE',
    };
    expect(hintsOf(request, { Opportunity__c: OPPORTUNITY })).toMatchObject([
      { object: 'request', opportunityId: OPPORTUNITY },
    ]);
    const role = { entityName: 'OpportunityContactRole', recordIds: ['00K000000000001AAA'] };
    expect(hintsOf({ ...role, changeType: 'CREATE' }, { OpportunityId: OPPORTUNITY })).toMatchObject([
      { object: 'contact-role', opportunityId: OPPORTUNITY },
    ]);
    expect(hintsOf({ ...role, changeType: 'DELETE' })).toMatchObject([{ object: 'contact-role', opportunityId: null }]);
  });

  it('ignores new accounts and contacts, and objects that are not ours', () => {
    for (const entityName of ['Account', 'Contact']) {
      expect(hintsOf({ entityName, changeType: 'CREATE' })).toEqual([]);
      expect(hintsOf({ entityName })).toHaveLength(1);
    }
    expect(hintsOf({ entityName: 'Case' })).toEqual([]);
  });

  it('reports a gap and still names the record that Salesforce names', () => {
    const { hints, gap } = translate(event({ changeType: 'GAP_UPDATE', changedFields: [] }), owned);
    expect(hints).toHaveLength(1);
    expect(gap).toContain('GAP_UPDATE');
  });

  it('reports an overflow without believing its made-up record', () => {
    const { hints, gap } = translate(event({ changeType: 'GAP_OVERFLOW', recordIds: ['000000000000000AAA'] }), owned);
    expect(hints).toEqual([]);
    expect(gap).toContain('GAP_OVERFLOW');
  });

  it('reports a gap where a wildcard stands for the records', () => {
    const { hints, gap } = translate(event({ recordIds: ['006*'] }), owned);
    expect(hints).toEqual([]);
    expect(gap).not.toBeNull();
  });
});
