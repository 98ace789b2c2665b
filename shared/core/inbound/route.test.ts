import { referralOf } from '../testkit/referrals.ts';
import { isLead, routeReferral, targetOf } from './route.ts';
import type { InboundRules } from './types.ts';

const RULES: InboundRules = {
  enabled: true,
  deals: 'shared',
  leads: false,
  target: { crm: 'salesforce', owner: null, team: null },
  rules: [
    { countries: ['DE', 'AT'], solutions: [], crm: 'dynamics', owner: 'dach@woodgrove.example', team: null },
    { countries: [], solutions: ['SOL-20811-KTR'], crm: 'dynamics', owner: null, team: 'Cold Chain' },
  ],
};

const received = (changes: Parameters<typeof referralOf>[0] = {}) =>
  referralOf({
    status: 'New',
    substatus: 'Received',
    direction: 'Incoming',
    type: 'Shared',
    externalReferenceId: null,
    ...changes,
  });
const inCountry = (country: string) => ({ customerProfile: { name: 'X', address: { country } } });
const invitedByMicrosoft = { inviteContext: { invitedBy: { organizationId: 'msft' } } };

describe('a referral that nobody remembers', () => {
  it.each([
    ['from Microsoft', received(), 'opportunity'],
    ['accepted in Partner Center itself', received({ status: 'Active', substatus: 'Accepted' }), 'opportunity'],
    ['a co-sell deal that people made there', received({ direction: 'Outgoing', status: 'Active' }), 'opportunity'],
    ['for a customer without a country', received({ customerProfile: {} }), 'opportunity'],
    ['our own, whose POST is not remembered yet', referralOf(), 'claimed'],
    ["Microsoft's part of an engagement", received({ organizationId: 'msft' }), 'related'],
    ['over', received({ status: 'Closed', substatus: 'Expired' }), 'ignored'],
    ['a private deal that people made there', referralOf({ externalReferenceId: null }), 'ignored'],
    ['a marketplace lead', received({ type: 'Independent', qualification: 'Direct' }), 'ignored'],
  ])('%s', (_what, referral, kind) => {
    expect(routeReferral(referral, RULES).kind).toBe(kind);
  });

  it('is none of ours when inbound deals are switched off, but Microsoft’s part still is', () => {
    const off = { ...RULES, enabled: false };
    expect(routeReferral(received(), off)).toEqual({ kind: 'ignored', reason: 'switched-off' });
    expect(routeReferral(received({ organizationId: 'msft' }), off).kind).toBe('related');
  });

  it('becomes an opportunity although it is not shared, and a lead, where that is asked for', () => {
    const independent = received({ type: 'Independent', direction: 'Outgoing' });
    expect(routeReferral(independent, { ...RULES, deals: 'all' }).kind).toBe('opportunity');
    const lead = received({ type: 'Independent', ...invitedByMicrosoft });
    expect(routeReferral(lead, { ...RULES, leads: true }).kind).toBe('lead');
    expect(routeReferral(lead, { ...RULES, deals: 'all' }).kind).toBe('ignored');
  });

  it.each([
    [{ type: 'Independent', qualification: 'Direct' }, true],
    [{ type: 'Independent', qualification: 'MarketingQualified', ...invitedByMicrosoft }, true],
    [{ type: 'Independent', qualification: 'SalesQualified' }, false],
    [{ type: 'Shared', qualification: 'SalesQualified', ...invitedByMicrosoft }, false],
    [{ type: 'Independent', qualification: 'None', ...invitedByMicrosoft }, false],
  ])('%p is a lead: %p', (changes, expected) => {
    expect(isLead(referralOf(changes))).toBe(expected);
  });
});

describe('where a deal goes', () => {
  it.each([
    ['de', 'dach@woodgrove.example', null],
    ['FR', null, null],
  ])('by the country %s', (country, owner, team) => {
    expect(targetOf(received(inCountry(country)), RULES)).toMatchObject({ owner, team });
  });

  it('by a solution, where no country fits before', () => {
    const solutions = { details: { requirements: { solutions: [{ id: 'sol-20811-ktr' }] } } };
    expect(targetOf(received({ ...inCountry('FR'), ...solutions }), RULES)).toMatchObject({ team: 'Cold Chain' });
    expect(targetOf(received({ ...inCountry('AT'), ...solutions }), RULES)).toMatchObject({ team: null });
  });
});
