import { buildPolicy, HELP_CODES, type CrmKind } from '../../core/index.ts';
import { EDITABLE_FIELDS, type EditableField, type SectionState } from '../contract/index.ts';
import { connectionOf, recordOf, sectionStates, stateOf, type RecordParts } from '../testkit/index.ts';
import { readTexts } from '../testkit/read-texts.ts';
import { describeSection } from './describe-section.ts';

const en = readTexts('en');
const viewOf = (state: SectionState) => describeSection(state, en, { locale: 'en-US', timeZone: 'UTC' });
const fieldsOf = (state: SectionState) => viewOf(state).fields;
const shared = (sharing: 'private' | 'partner-led' | 'co-sell'): RecordParts => ({
  linked: 'outbound',
  details: { status: 'in-sync', sharing },
});
const state = (parts: RecordParts = {}, changes: Partial<SectionState> = {}, crm: CrmKind = 'salesforce') =>
  stateOf(crm, recordOf(crm, parts), changes);

const locks = (of: SectionState) => EDITABLE_FIELDS.map((field) => fieldsOf(of)[field].lockedBecause);

describe('fields that can’t be changed say why', () => {
  const closed = 'The deal is closed in Partner Center.';
  const readOnly = 'The opportunity is read-only.';
  const first = 'Accept the deal first.';
  const asked = 'Microsoft was asked already. Partner Center takes this only once.';
  const seen = 'Microsoft sellers see the deal already. This cannot be undone.';
  const off = 'Microsoft sharing is not set up.';

  it.each<[string, SectionState, (string | null)[]]>([
    ['a private deal', state(shared('private')), [null, null, null, null]],
    ['a visible deal', state(shared('partner-led')), [null, null, null, seen]],
    ['a co-sell deal', state(shared('co-sell')), [null, asked, null, seen]],
    ['a closed deal', sectionStates('salesforce').closed, [closed, closed, closed, closed]],
    ['a deal that waits for an answer', sectionStates('salesforce')['answer-needed'], [null, first, first, first]],
    ['a read-only form', state({}, { disabled: true }), [readOnly, readOnly, readOnly, readOnly]],
    ['no connector', state({}, { connection: 'none' }), [off, off, off, off]],
  ])('%s', (_, of, expected) => {
    expect(locks(of)).toEqual(expected);
    expect(EDITABLE_FIELDS.map((field) => fieldsOf(of)[field].editable)).toEqual(expected.map((lock) => lock === null));
  });

  it('by the rights of the person', () => {
    const record = recordOf('salesforce');
    const access = { ...record.access, help: { readable: true, editable: false } };
    const fields = fieldsOf(stateOf('salesforce', { ...record, access }));
    expect([fields.help.editable, fields.help.lockedBecause]).toEqual([false, 'You may not change this field.']);
    expect(fields.products.editable).toBe(true);
  });
});

describe('fields are hidden', () => {
  it('when the person may not read them', () => {
    const record = recordOf('salesforce');
    const access = { ...record.access, products: { readable: false, editable: false } };
    expect(fieldsOf(stateOf('salesforce', { ...record, access })).products.visible).toBe(false);
  });

  it('when the administrator switched their row off', () => {
    const off = { places: { createInPartnerCenter: false, updateInPartnerCenter: false } };
    const policy = buildPolicy({ crm: 'salesforce', mapping: { help: off, visibleToMicrosoft: off } });
    const fields = fieldsOf(state({}, { connection: connectionOf('salesforce', { policy }) }));
    expect(EDITABLE_FIELDS.map((field) => fields[field].visible)).toEqual([true, false, true, false]);
  });
});

describe.each<CrmKind>(['salesforce', 'dynamics'])('values on %s', (crm) => {
  const draft: Partial<Record<EditableField, string>> = { products: 'sol-1-ab; SOL-22-CD' };

  it('are those of the draft, read as the core reads them', () => {
    const { products, help } = fieldsOf(state({ draft: { help: 'QuotesOrLicensing' } }, { draft }, crm));
    expect(products).toMatchObject({ value: 'sol-1-ab; SOL-22-CD', ids: ['SOL-1-AB', 'SOL-22-CD'] });
    expect(help.display).toBe('Quotes or Licensing');
    const chosen = help.choices.find(({ value }) => value === String(help.value));
    expect(chosen?.label).toBe('Quotes or Licensing');
  });

  it('of help are the CRM’s own, with a way to choose none', () => {
    const { choices } = fieldsOf(state({}, {}, crm)).help;
    expect(choices[0]).toEqual({ value: '', label: 'No help' });
    const values = crm === 'salesforce' ? [...HELP_CODES] : HELP_CODES.map((_, index) => String(472_210_000 + index));
    expect(choices.slice(1).map(({ value }) => value)).toEqual(values);
  });
});

describe('errors at a field', () => {
  it('are what the CRM refused', () => {
    const problem = { kind: 'rejected', technical: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', field: 'products' } as const;
    const fields = fieldsOf(state({}, { problem }));
    expect(fields.products.error).toContain('refuses this value');
    expect(fields.help.error).toBeNull();
  });

  it('are what keeps the value from being sent, once it is to be sent', () => {
    const wrong = { draft: { products: 'nonsense' } };
    expect(fieldsOf(state({ draft: { ...wrong.draft, sync: false } })).products.error).toBeNull();
    expect(fieldsOf(state(wrong)).products.error).toBe(
      '“nonsense” is not a solution id. Enter it like SOL-12345-ABC, or remove it.',
    );
  });
});

describe('what comes from Microsoft', () => {
  const linesOf = (parts: RecordParts) => viewOf(state(parts)).readOnly;

  it('is not there before there is a referral', () => {
    expect(linesOf({})).toEqual([]);
  });

  it('can be copied where somebody needs it, and times say the exact moment', () => {
    const lines = linesOf({
      linked: 'outbound',
      details: {
        status: 'in-sync',
        sharing: 'co-sell',
        microsoft: { status: 'Active', substatus: 'Accepted', sellers: ['Ada Ek', 'Bo Li'] },
      },
    });
    expect(lines.filter(({ copyable }) => copyable).map(({ key }) => key)).toEqual(['referralId', 'microsoftCrmId']);
    expect(lines.find(({ key }) => key === 'lastSync')).toMatchObject({
      text: '4 minutes ago',
      title: expect.stringMatching(/^Nov 20, 2026, 10:06.AM$/) as string,
    });
    expect(lines.find(({ key }) => key === 'microsoftStatus')?.text).toBe('Accepted');
    expect(lines.find(({ key }) => key === 'microsoftSellers')?.text).toBe('Ada Ek and Bo Li');
  });

  it.each([
    ['New', 'Pending', 'Not answered yet'],
    ['Closed', 'Declined', 'Declined'],
    ['Closed', 'Brand new', 'Brand new'],
  ])('says how Microsoft answered: %s, %s', (status, substatus, text) => {
    const lines = linesOf({ linked: 'outbound', details: { status: 'in-sync', microsoft: { status, substatus } } });
    expect(lines.find(({ key }) => key === 'microsoftStatus')?.text).toBe(text);
  });
});

describe('the menu', () => {
  const labels = (of: SectionState) =>
    viewOf(of).menu.map(({ label, disabledBecause }) => (disabledBecause === null ? label : `(${label})`));

  it.each<[string, SectionState, string[]]>([
    [
      'nothing to sync',
      state({ draft: { sync: false } }),
      ['(Sync now)', 'Show history', 'Link a deal from Microsoft'],
    ],
    ['in sync', state(shared('private')), ['Sync now', 'Show history', 'Copy referral identifier', 'Pause sync']],
    [
      'paused',
      sectionStates('salesforce').paused,
      ['(Sync now)', 'Show history', 'Copy referral identifier', 'Resume sync'],
    ],
    ['closed', sectionStates('salesforce').closed, ['(Sync now)', 'Show history', 'Copy referral identifier']],
    ['loading', sectionStates('salesforce').loading, []],
  ])('%s', (_, of, expected) => {
    expect(labels(of)).toEqual(expected);
  });

  it('says why a sync is pointless now', () => {
    const why = (of: SectionState) => viewOf(of).menu[0]?.disabledBecause;
    const record = recordOf('salesforce', shared('private'));
    expect(why(stateOf('salesforce', { ...record, mayRequest: false }))).toContain('You may not make requests');
    expect(why(stateOf('salesforce', record, { online: false }))).toBe('You are offline.');
    expect(why(sectionStates('salesforce').sending)).toBe('This is already under way.');
    expect(why(state({ draft: { products: null } }))).toBe('Something is still missing.');
    expect(why(sectionStates('dynamics')['will-share'])).toBe('Save the opportunity first.');
  });
});
