import type { Referral } from '../../core/model/index.ts';
import { matchPortfolio, type KnownOpportunity } from './match.ts';

const referral = (id: string, more: Partial<Referral> = {}): Referral => ({
  id,
  engagementId: `engagement of ${id}`,
  organizationId: 'partner',
  status: 'Active',
  substatus: 'Accepted',
  type: 'Shared',
  ...more,
});

const opportunity = (id: string, more: Partial<KnownOpportunity> = {}): KnownOpportunity => ({
  id,
  name: `Deal ${id}`,
  referralId: null,
  syncOn: true,
  linkedWith: null,
  ...more,
});

const states = (opportunities: readonly KnownOpportunity[], referrals: readonly Referral[]) =>
  matchPortfolio(opportunities, referrals).map(({ opportunity: { id }, state, referral: found }) => [
    id,
    state,
    found?.id ?? null,
  ]);

describe('matching a portfolio', () => {
  it('goes by the identifier on the opportunity, whatever its capitals', () => {
    expect(states([opportunity('006A', { referralId: 'ABC' })], [referral('abc')])).toEqual([
      ['006A', 'by-identifier', 'abc'],
    ]);
  });

  it.each([
    ['006000000000001', '006000000000001AAA'],
    ['006000000000001AAA', '006000000000001'],
    ['0f8fad5b-d9cb-469f-a165-70867728950e', '0F8FAD5B-D9CB-469F-A165-70867728950E'],
  ])('goes by the CRM id on the referral: %s and %s', (id, externalReferenceId) => {
    expect(states([opportunity(id)], [referral('abc', { externalReferenceId })])).toEqual([[id, 'by-crm-id', 'abc']]);
  });

  it('keeps Salesforce ids apart that differ in capitals only', () => {
    const referrals = [referral('abc', { externalReferenceId: '00600000000000a' })];
    expect(states([opportunity('00600000000000A')], referrals)).toEqual([]);
  });

  it('brings Microsoft’s referral of the engagement along, and never takes it for our own', () => {
    const own = referral('abc', { externalReferenceId: '006A', engagementId: 'e' });
    const microsoft = referral('def', { externalReferenceId: '006A', engagementId: 'e', organizationId: 'msft' });
    const [match] = matchPortfolio([opportunity('006A')], [microsoft, own]);
    expect([match?.referral?.id, match?.microsoft?.id]).toEqual(['abc', 'def']);
  });

  it('takes no link where two are possible', () => {
    const twice = [opportunity('006A', { referralId: 'abc' }), opportunity('006B', { referralId: 'abc' })];
    expect(states(twice, [referral('abc')]).map(([, state]) => state)).toEqual(['ambiguous', 'ambiguous']);
    const two = ['abc', 'def'].map((id) => referral(id, { externalReferenceId: '006A' }));
    expect(states([opportunity('006A')], two).map(([, state]) => state)).toEqual(['ambiguous']);
    const linked = [opportunity('006A', { linkedWith: 'abc' }), opportunity('006B', { referralId: 'abc' })];
    expect(states(linked, [referral('abc')]).map(([, state]) => state)).toEqual(['linked', 'ambiguous']);
  });

  it('leaves to a person what names a referral that is not there, and leaves out what has none', () => {
    expect(states([opportunity('006A', { referralId: 'abc' }), opportunity('006B')], [])).toEqual([
      ['006A', 'not-found', null],
    ]);
  });
});
