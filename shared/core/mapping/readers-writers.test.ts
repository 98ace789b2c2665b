import { buildPolicy, dealFromCrm, dealFromReferral } from '../index.ts';
import { opportunityOf, referralOf } from '../testkit/index.ts';
import { valueForCrm, rowOf } from './place.ts';
import { fieldToReferral } from './referral-writer.ts';

const policy = buildPolicy({ crm: 'salesforce' });

describe('dealFromCrm', () => {
  it('reads Salesforce: mark, street lines, stage flags, separators', () => {
    const opportunity = opportunityOf('salesforce', {
      name: '✔ Fabrikam ',
      notes: ' a\r\nb ',
      products: 'sol-1-ab;SOL-2-CD',
      help: 'GeneralOrOther',
    });
    const values = {
      ...opportunity.values,
      'Account.BillingStreet': '1 Way\r\nFloor 2\nDoor 3',
      'Account.BillingCountry': 'de',
    };
    expect(dealFromCrm({ ...opportunity, values }, policy)).toMatchObject({
      name: 'Fabrikam',
      notes: 'a\nb',
      help: 'GeneralOrOther',
      phase: 'open',
      customer: { address: { line1: '1 Way', line2: 'Floor 2, Door 3', country: 'DE' } },
      solutions: [{ id: 'SOL-1-AB' }, { id: 'SOL-2-CD' }],
    });
  });

  it.each([
    ['salesforce', { StageName: 'Signed', IsClosed: true, IsWon: true }, 'won'],
    ['salesforce', { StageName: 'Dropped', IsClosed: true, IsWon: false }, 'lost'],
    ['salesforce', { StageName: 'New', IsClosed: false, IsWon: false }, 'on-hold'],
    ['salesforce', { StageName: 'Whatever', IsClosed: false, IsWon: false }, 'open'],
    ['dynamics', { statecode: 1, statuscode: 3 }, 'won'],
    ['dynamics', { statecode: 2, statuscode: 5 }, 'lost'],
    ['dynamics', { statecode: 0, statuscode: 2 }, 'on-hold'],
    ['dynamics', { statecode: 0, statuscode: 1 }, 'open'],
  ] as const)('reads the stage of %s %p as %s', (crm, stage, phase) => {
    const opportunity = opportunityOf(crm);
    expect(
      dealFromCrm({ ...opportunity, values: { ...opportunity.values, ...stage } }, buildPolicy({ crm })).phase,
    ).toBe(phase);
  });

  it('reads empty as empty', () => {
    const nothing = { ...opportunityOf('dynamics'), values: {}, contacts: [], team: [] };
    expect(dealFromCrm(nothing, buildPolicy({ crm: 'dynamics' }))).toMatchObject({
      name: null,
      dealValue: null,
      closeDate: null,
      customer: null,
      help: null,
      visibleToMicrosoft: false,
      solutions: [],
    });
  });

  it('reads Dynamics’ own choice values, known and unknown', () => {
    const of = (help: number) => {
      const opportunity = opportunityOf('dynamics');
      const values = { ...opportunity.values, cosell_howcanmicrosofthelp: help };
      return dealFromCrm({ ...opportunity, values }, buildPolicy({ crm: 'dynamics' })).help;
    };
    expect([of(472_210_002), of(7)]).toEqual(['ProofOfConceptOrDemo', '7']);
  });
});

describe('dealFromReferral', () => {
  it('reads the service’s shape', () => {
    expect(dealFromReferral(referralOf(), policy)).toMatchObject({
      name: 'Fabrikam cold chain',
      dealValue: { amount: '50000', currency: 'USD' },
      closeDate: '2027-03-31',
      phase: 'open',
      visibleToMicrosoft: false,
      help: null,
      contacts: [{ email: 'ana@fabrikam.example', phone: '+1 425 555 0100' }],
      solutions: [{ id: 'SOL-15974-MQF', name: 'Cold Chain Monitor' }],
    });
  });

  it('reads text amounts, unknown words, and answers with almost nothing in them', () => {
    const details = {
      dealValue: '10000',
      currency: 'JPY',
      requirements: { solutions: [null, 'x', { id: 5 }, {}] as never },
    };
    const odd = referralOf({ details, inviteContext: { assistanceRequestCode: 'BrandNewHelp' }, team: null as never });
    expect(dealFromReferral(odd, policy)).toMatchObject({
      dealValue: { amount: '10000', currency: 'JPY' },
      help: 'BrandNewHelp',
      solutions: [{ id: '5' }],
      team: [],
    });
    expect(
      dealFromReferral(referralOf({ inviteContext: { assistanceRequestCode: 'Unknown' } }), policy).help,
    ).toBeNull();
    const bare = { id: 'a', engagementId: 'b', status: 'Weird', substatus: 'Stranger', type: 'Other' };
    expect(dealFromReferral(bare, policy)).toMatchObject({ name: null, phase: 'open', customer: null });
  });
});

describe('the writers', () => {
  const deal = dealFromReferral(referralOf(), policy);
  const write = (field: string, value: unknown, referral = referralOf()) =>
    fieldToReferral(rowOf(policy, field), { ...deal, [field]: value }, referral);

  it('keep every property of the people and solutions that stay, and elements they do not know', () => {
    const kim = { firstName: 'Kim', lastName: 'Berg', email: 'KIM@woodgrove.example', title: 'kept' };
    const referral = referralOf({ team: [kim, 'a stranger' as never] });
    const jo = { firstName: 'Jo', lastName: 'Lee', email: 'jo@woodgrove.example', phone: '1' };
    const changed = { firstName: 'Kim', lastName: 'Berg', email: 'kim@woodgrove.example', phone: '2' };
    expect(write('team', [jo, changed], referral)).toEqual([
      [
        '/team',
        [
          { ...kim, email: 'kim@woodgrove.example', phoneNumber: '2' },
          'a stranger',
          { firstName: 'Jo', lastName: 'Lee', email: 'jo@woodgrove.example', phoneNumber: '1' },
        ],
      ],
    ]);
    const [solution] = write('solutions', [{ id: 'sol-15974-mqf', name: null }]);
    expect(solution?.[1]).toEqual(referralOf().details?.requirements?.solutions);
  });

  it('send no e-mail address that the service would refuse', () => {
    expect(write('team', [{ firstName: null, lastName: 'Lee', email: 'lee at home', phone: null }])).toEqual([
      ['/team', [{ lastName: 'Lee' }]],
    ]);
  });

  it('cut what the CRM has no room for, and say so with an ellipsis', () => {
    const row = { ...rowOf(policy, 'name'), crmMaxLength: 5 };
    expect(valueForCrm('abcdefgh', row, policy, 'updateInCrm')).toBe('abcd…');
  });
});
