import fc from 'fast-check';
import { buildPolicy, dealFromCrm, dealFromReferral, HELP_CODES } from '../../core/index.ts';
import type { CrmKind, Deal, NewReferral, PolicyOptions, SyncPolicy } from '../../core/index.ts';
import { wantedLevel } from '../../core/lifecycle/sharing.ts';
import { dealToShare, microsoftReferral, ownReferral } from '../../core/mapping/new-referral.ts';
import { getField, isEmptyValue } from '../../core/model/fields.ts';
import type { Draft } from '../../core/testkit/opportunities.ts';
import { connectionOf, recordOf, stateOf } from '../testkit/index.ts';
import { readTexts } from '../testkit/read-texts.ts';
import { lineText } from './deal-lines.ts';
import { describeSection } from './describe-section.ts';
import { fieldLabel } from './labels.ts';
import { previewOf } from './preview.ts';
import { tellingOf, type Telling } from './telling.ts';

const en = readTexts('en');
const formats = { locale: 'en-US', timeZone: 'UTC' };

const word = fc.stringMatching(/^[A-Z][a-z]{4,12}$/);
const email = fc.oneof(
  word.map((name) => `${name}@example.com`),
  word,
  fc.constant(null),
);
const person = fc.record({ firstName: fc.option(word), lastName: word, email, phone: fc.option(word) });
const draft: fc.Arbitrary<Partial<Draft>> = fc.record({
  name: fc.option(word),
  notes: fc.option(fc.oneof(word, fc.constant('long '.repeat(600)))),
  customerName: fc.option(word),
  country: fc.constantFrom('us', 'DE', null),
  amount: fc.option(fc.integer({ min: 0, max: 10_000_000 }).map((cents) => String(cents / 100))),
  currency: fc.constantFrom('USD', 'JPY', null),
  closeDate: fc.constantFrom('2027-03-31', null),
  help: fc.option(fc.constantFrom(...HELP_CODES)),
  visible: fc.boolean(),
  products: fc.constantFrom('SOL-1-AB', 'sol-1-ab; SOL-22-CD', null),
});
const people = fc.record({ contacts: fc.array(person, { maxLength: 2 }), team: fc.array(person, { maxLength: 2 }) });

const off = { places: { createInPartnerCenter: false } };
const withDefault = (value: string) => ({ places: { createInPartnerCenter: { default: value } } });
const mapping = fc.constantFrom<NonNullable<PolicyOptions['mapping']>[]>(
  {},
  { help: off, team: off },
  { visibleToMicrosoft: off, notes: withDefault('Default notes'), customer: withDefault('FR') },
  { solutions: { places: { createInPartnerCenter: { valueMap: { 'SOL-1-AB': 'SOL-9-ZZ' } } } } },
  { Industry: { referral: '/details/industry', crm: 'Industry__c', ...withDefault('Retail') } },
);

/** What a body says, read as a referral is read. */
function readBack(body: NewReferral, policy: SyncPolicy): Deal {
  return dealFromReferral({ id: '', engagementId: '', status: '', substatus: '', ...body }, policy);
}

function linesOf(telling: Telling, deal: Deal, policy: SyncPolicy): (readonly [string, string])[] {
  return policy.mapping
    .filter(({ field }) => field !== 'phase' && !isEmptyValue(field, getField(deal, field)))
    .map(({ field }) => [fieldLabel(telling, field), lineText(telling, field, getField(deal, field))]);
}

const byLabel = (a: readonly [string, string], b: readonly [string, string]) => (a[0] < b[0] ? -1 : 1);

describe('the preview', () => {
  it('says what the bodies say that the connector would send, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CrmKind>('salesforce', 'dynamics'),
        draft,
        people,
        mapping,
        (crm, values, who, rows) => {
          const policy = buildPolicy({ crm, mapping: rows });
          const record = recordOf(crm, { draft: { ...values, sync: false }, people: who });
          const telling = tellingOf(stateOf(crm, record, { connection: connectionOf(crm, { policy }) }), en, formats);
          const deal = dealToShare(dealFromCrm(record.opportunity, policy), policy);
          const level = wantedLevel(deal);
          const own = readBack(ownReferral(deal, policy, level, record.opportunity.id), policy);
          const sent = level === 'co-sell' ? readBack(microsoftReferral(deal, policy, 'engagement'), policy) : own;
          const label = `${level === 'co-sell' ? 'Sales team (only in your own referral)' : 'Sales team'}`;
          const expected = [
            ...linesOf(telling, { ...sent, team: [] }, policy),
            ...(own.team.length === 0 ? [] : [[label, lineText(telling, 'team', own.team)] as const]),
            ['Customer’s consent', 'The customer agrees that the deal is shared and that they are contacted.'] as const,
          ];
          const preview = previewOf(telling);
          expect(preview?.level).toBe(level);
          const shown = (preview?.lines ?? []).map((line) => [line.label, line.value] as const);
          expect([...shown].sort(byLabel)).toEqual([...expected].sort(byLabel));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells the solutions, the help and who sees what', () => {
    const record = recordOf('salesforce', {
      draft: { sync: false, help: 'QuotesOrLicensing', products: 'SOL-1-AB, SOL-22-CD' },
    });
    const view = describeSection(stateOf('salesforce', record, { dialog: { kind: 'preview' } }), en, formats);
    expect(view.dialog?.text).toBe('Microsoft gets this and is asked to help. It cannot be taken back.');
    expect(Object.fromEntries((view.dialog?.lines ?? []).map(({ label, value }) => [label, value]))).toEqual({
      Name: 'Fabrikam cold chain',
      'Deal value': 'USD\u00a050,000.00',
      'Close date': 'Mar 31, 2027',
      Notes: 'Twelve warehouses.',
      'Visible to Microsoft': 'Yes',
      'Help from Microsoft': 'Quotes or Licensing',
      Customer: 'Fabrikam Foods, US',
      'Customer contacts': 'Ana Silva, ana@fabrikam.example, +1 425 555 0100',
      Products: 'SOL-1-AB, SOL-22-CD',
      'Customer’s consent': 'The customer agrees that the deal is shared and that they are contacted.',
      'Sales team (only in your own referral)': 'Kim Berg, kim@woodgrove.example',
    });
  });
});
