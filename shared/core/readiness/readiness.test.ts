import { buildPolicy, checkReadiness, type CrmKind, type PolicyOptions } from '../index.ts';
import { CONTACT, type Draft, opportunityOf, type People } from '../testkit/index.ts';

type Case = [what: string, draft: Partial<Draft>, codes: string[], people?: Partial<People>];

const help = 'ProofOfConceptOrDemo';
const CASES: Case[] = [
  ['a complete private deal', {}, []],
  ['a complete co-sell deal', { help }, []],
  ['no name', { name: ' ' }, ['name-missing']],
  ['no customer', { customerName: null }, ['customer-name-missing']],
  ['no country', { country: null }, ['country-missing']],
  ['a country in small letters', { country: 'us' }, []],
  ['a country by name', { country: 'Germany' }, ['country-invalid']],
  ['an old country code', { country: 'SU' }, ['country-invalid']],
  ['no product', { products: null }, ['solution-missing']],
  ['bad products', { products: 'Azure SOL-1-A SOL-X' }, ['solution-invalid', 'solution-invalid']],
  ['no value', { amount: null }, ['value-missing']],
  ['a value of zero', { amount: '0.001' }, ['value-missing']],
  ['a negative value', { amount: '-5' }, ['value-invalid']],
  ['a value that JSON cannot carry', { amount: '12345678901234567.89' }, ['value-invalid']],
  ['no currency', { currency: null }, ['currency-missing']],
  ['a wrong currency', { currency: 'XXY' }, ['currency-invalid']],
  ['no close date', { closeDate: null }, ['close-date-missing']],
  ['help without a contact', { help }, ['contact-missing'], { contacts: [] }],
  ['help with a nameless contact', { help }, ['contact-incomplete'], { contacts: [{ ...CONTACT, lastName: null }] }],
  ['help with a bad e-mail', { help }, ['contact-incomplete'], { contacts: [{ ...CONTACT, email: 'ana' }] }],
  ['no contact and no help', {}, [], { contacts: [] }],
  ['help nobody knows', { help: 'BrandNew' }, ['help-unknown']],
  ['a closed opportunity', { phase: 'won' }, ['already-closed']],
  [
    'nothing at all',
    { name: null, customerName: null, country: null, products: null, amount: null, closeDate: null },
    [
      'name-missing',
      'customer-name-missing',
      'country-missing',
      'solution-missing',
      'value-missing',
      'close-date-missing',
    ],
  ],
];

const BOTH: CrmKind[] = ['salesforce', 'dynamics'];

describe.each(BOTH)('checkReadiness in %s', (crm) => {
  const policy = buildPolicy({ crm });

  it.each(CASES)('%s', (...[, draft, codes, people]: Case) => {
    expect(checkReadiness(opportunityOf(crm, draft, people), policy).map((lack) => lack.code)).toEqual(codes);
  });

  it.each(CASES)('%s: says where and what to do', (...[, draft, , people]: Case) => {
    for (const lack of checkReadiness(opportunityOf(crm, draft, people), policy)) {
      expect(lack.field).not.toBe('');
      expect(lack.message).toMatch(/^[A-Z"].*\.$/);
      expect(lack.cure).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('checkReadiness', () => {
  const of = (draft: Partial<Draft>, options: Omit<PolicyOptions, 'crm'> = {}) =>
    checkReadiness(opportunityOf('salesforce', draft), buildPolicy({ crm: 'salesforce', ...options }));

  it('names the field to fill and suggests the code', () => {
    expect(of({ country: 'Germany' })[0]).toMatchObject({
      field: 'Account.BillingCountry',
      cure: expect.stringContaining('DE') as string,
    });
    expect(of({ products: 'Azure' })[0]).toMatchObject({
      field: 'Products__c',
      message: '"Azure" is not a solution id.',
    });
  });

  it('counts value maps, defaults and the default currency', () => {
    const createInPartnerCenter = { valueMap: { Germany: 'DE' } };
    expect(of({ country: 'GERMANY' }, { mapping: { customer: { places: { createInPartnerCenter } } } })).toEqual([]);
    const places = { createInPartnerCenter: { default: 'SOL-1-A' } };
    expect(of({ products: null }, { mapping: { solutions: { places } } })).toEqual([]);
    expect(of({ currency: null }, { defaultCurrency: 'EUR' })).toEqual([]);
    expect(of({ products: 'Azure' }, { extraSolutionIdPattern: 'Azure|Teams' })).toEqual([]);
    expect(
      of({ country: null }, { mapping: { customer: { places: { createInPartnerCenter: { default: 'FR' } } } } }),
    ).toEqual([]);
  });

  it('needs the consents', () => {
    expect(of({}, { consent: { contact: false } }).map((lack) => lack.code)).toEqual(['consent-missing']);
  });
});
