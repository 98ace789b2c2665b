import fc from 'fast-check';
import { buildPolicy, dealFromCrm, HELP_CODES, type CrmKind, type PolicyOptions } from '../../core/index.ts';
import { wantedLevel } from '../../core/lifecycle/sharing.ts';
import { dealToShare, microsoftReferral, ownReferral } from '../../core/mapping/new-referral.ts';
import type { Draft } from '../../core/testkit/opportunities.ts';
import { connectionOf, recordOf, stateOf } from '../testkit/index.ts';
import { readTexts } from '../testkit/read-texts.ts';
import { describeSection } from './describe-section.ts';
import { previewOf } from './preview.ts';
import { tellingOf } from './telling.ts';

const en = readTexts('en');
const formats = { locale: 'en-US', timeZone: 'UTC' };

const word = fc.stringMatching(/^[A-Z][a-z]{4,12}$/);
const person = fc.record({ firstName: word, lastName: word, email: word.map((w) => `${w}@example.com`), phone: word });
const draft: fc.Arbitrary<Partial<Draft>> = fc.record({
  name: word,
  notes: fc.option(word),
  customerName: word,
  amount: fc.integer({ min: 1, max: 10_000_000 }).map(String),
  help: fc.option(fc.constantFrom(...HELP_CODES)),
  visible: fc.boolean(),
  products: fc.constantFrom('SOL-1-AB', 'SOL-1-AB, SOL-22-CD'),
});
const people = fc.record({ contacts: fc.array(person, { maxLength: 2 }), team: fc.array(person, { maxLength: 2 }) });
const mapping: fc.Arbitrary<PolicyOptions['mapping']> = fc.constantFrom<PolicyOptions['mapping'][]>(
  {},
  { help: { places: { createInPartnerCenter: false } } },
  { notes: { places: { createInPartnerCenter: { valueMap: null, default: 'Defaultnotes' } } } },
  { team: { places: { createInPartnerCenter: false } }, contacts: { places: { createInPartnerCenter: false } } },
  {
    industry: {
      referral: '/details/industry',
      crm: 'Industry__c',
      places: { createInPartnerCenter: { valueMap: null, default: 'Retail' } },
    },
  },
);

/** Texts of a body that come from the CRM or the mapping; the others are words of the protocol. */
function contentOf(body: unknown, key = ''): string[] {
  if (typeof body === 'string')
    return [
      'type',
      'qualification',
      'status',
      'substatus',
      'id',
      'engagementId',
      'externalReferenceId',
      'assistanceRequestCode',
      'closingDateTime',
      'currency',
    ].includes(key)
      ? []
      : [body];
  if (typeof body !== 'object' || body === null || key === 'target') return [];
  return Object.entries(body).flatMap(([name, part]) => contentOf(part, name));
}

describe('the preview', () => {
  it('shows everything that leaves, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CrmKind>('salesforce', 'dynamics'),
        draft,
        people,
        mapping,
        (crm, values, who, rows) => {
          const policy = buildPolicy({ crm, mapping: rows ?? {} });
          const record = recordOf(crm, { draft: { ...values, sync: false }, people: who });
          const state = stateOf(crm, record, { connection: connectionOf(crm, { policy }) });
          const preview = previewOf(tellingOf(state, en, formats));
          const deal = dealToShare(dealFromCrm(record.opportunity, policy), policy);
          const level = wantedLevel(deal);
          const bodies = [
            ownReferral(deal, policy, level, record.opportunity.id),
            ...(level === 'co-sell' ? [microsoftReferral(deal, policy, 'engagement')] : []),
          ];
          const shown = (preview?.lines ?? []).map(({ value }) => value).join('\n');
          const sent = contentOf(bodies);
          expect(preview?.level).toBe(level);
          expect(sent.filter((text) => !shown.includes(text))).toEqual([]);
          const typed = [values.notes, ...who.contacts.map((p) => p.email), ...who.team.map((p) => p.email)];
          const notSent = typed.filter((text) => typeof text === 'string' && !sent.includes(text));
          expect(notSent.filter((text) => shown.includes(String(text)))).toEqual([]);
          expect(new Set(preview?.lines.map(({ label }) => label)).size).toBe(preview?.lines.length);
        },
      ),
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
