import { choiceToCrm, type CrmKind } from '../../core/index.ts';
import { recordOf, sectionStates, stateOf } from '../testkit/index.ts';
import { readTexts } from '../testkit/read-texts.ts';
import type { Dialog, SectionState } from '../contract/index.ts';
import { describeSection } from './describe-section.ts';

const en = readTexts('en');
const open = (dialog: Dialog, state: SectionState = sectionStates('salesforce')['not-shared']) => {
  const view = describeSection({ ...state, dialog }, en, { locale: 'en-US', timeZone: 'UTC' });
  if (view.dialog === null) throw new Error('There is no dialog.');
  return view.dialog;
};

describe('sharing', () => {
  it('waits for what is missing and says so', () => {
    const unready = stateOf('salesforce', recordOf('salesforce', { draft: { sync: false, closeDate: null } }));
    const dialog = open({ kind: 'preview' }, unready);
    expect(dialog.confirm?.disabledBecause).toBe('Something is still missing.');
    expect(dialog.checklist.map(({ code }) => code)).toEqual(['close-date-missing']);
    expect(open({ kind: 'preview' }).confirm).toMatchObject({ disabledBecause: null, intent: { kind: 'confirm' } });
  });

  it('promises no more than the CRM does: Dynamics shares when the form is saved', () => {
    expect(open({ kind: 'preview' }).confirm?.label).toBe('Share with Microsoft');
    expect(open({ kind: 'preview' }, sectionStates('dynamics')['not-shared']).confirm?.label).toBe('Share when I save');
  });

  it('names what can’t be undone in a dialog of its own, with what Microsoft sellers will see of a shared deal', () => {
    const before = open({ kind: 'confirm-visible' });
    const after = open({ kind: 'confirm-visible' }, sectionStates('salesforce')['in-sync']);
    expect([before.title, before.lines]).toEqual(['Show this deal to Microsoft sellers?', []]);
    expect(before.text).toContain('cannot be undone');
    expect(after.lines).toContainEqual({ label: 'Visible to Microsoft', value: 'Yes' });
  });

  it('shows what Microsoft gets when it is invited to a deal that only Partner Center has', () => {
    const dialog = open({ kind: 'confirm-help', value: 'QuotesOrLicensing' }, sectionStates('salesforce')['in-sync']);
    expect(dialog.text).toContain('cannot be taken back');
    expect(dialog.lines).toContainEqual({ label: 'Help from Microsoft', value: 'Quotes or Licensing' });
    expect(dialog.lines).toContainEqual({ label: 'Visible to Microsoft', value: 'Yes' });
  });
});

describe('answering a deal from Microsoft', () => {
  const inbound = sectionStates('salesforce')['answer-needed'];

  it('shows what is accepted, and until when', () => {
    const { lines } = open({ kind: 'accept' }, inbound);
    expect(lines.map(({ label }) => label)).toEqual([
      'Name',
      'Customer',
      'Customer contacts',
      'Deal value',
      'Close date',
      'Notes',
      'Products',
      'Answer until',
    ]);
  });

  it.each([
    ['', null, 'Say why you decline.'],
    ['  ', 'Say why you decline.', 'Say why you decline.'],
    ['x'.repeat(256), 'The reason may have at most 255 characters.', 'The reason may have at most 255 characters.'],
    ['No capacity', null, null],
  ])('declining with %j', (reason, error, disabledBecause) => {
    const dialog = open({ kind: 'decline', reason }, inbound);
    expect(dialog.reason).toMatchObject({ value: reason, error, maxLength: 255 });
    expect(dialog.confirm?.disabledBecause).toBe(disabledBecause);
  });
});

describe('the account’s contact', () => {
  const ONLY = { firstName: 'Only', lastName: 'One', email: 'only@fabrikam.example', phone: null };
  const [PRIVATE, CO_SELL] = [null, 'GeneralOrOther'];
  const told = (crm: CrmKind, help: string | null, changes: Partial<SectionState>) => {
    const record = recordOf(crm, { draft: { sync: false, help }, people: { contacts: [] }, accountContact: ONLY });
    const { dialog } = describeSection(stateOf(crm, record, changes), en, { locale: 'en-US', timeZone: 'UTC' });
    return {
      contacts: dialog?.lines.find(({ label }) => label === 'Customer contacts')?.value,
      missing: dialog?.checklist.map(({ code }) => code),
    };
  };
  const preview: Partial<SectionState> = { dialog: { kind: 'preview' } };
  const standing = { contacts: 'Only One, only@fabrikam.example', missing: [] };

  it.each<CrmKind>(['salesforce', 'dynamics'])('is named in %s exactly when the connector would send it', (crm) => {
    const asked = choiceToCrm(crm, 'help', CO_SELL);
    expect(told(crm, PRIVATE, preview)).toEqual({ contacts: undefined, missing: [] });
    expect(told(crm, CO_SELL, preview)).toEqual(standing);
    expect(told(crm, PRIVATE, { ...preview, draft: { help: asked } })).toEqual(standing);
    expect(told(crm, CO_SELL, { ...preview, draft: { help: null } })).toEqual({ contacts: undefined, missing: [] });
    expect(told(crm, PRIVATE, { dialog: { kind: 'confirm-help', value: asked } })).toEqual(standing);
  });
});

describe('going on with a deal that Microsoft sent', () => {
  it.each([
    ['', 'Enter the link of the deal in Partner Center, or its identifier.'],
    ['x'.repeat(256), 'The link may have at most 255 characters.'],
    ['https://partner.microsoft.com/referrals/v2/inbox?id=1', null],
  ])('by %j', (reason, disabledBecause) => {
    expect(open({ kind: 'link', reason }).confirm).toMatchObject({ label: 'Link', disabledBecause });
  });
});

describe('every dialog', () => {
  const kinds: readonly Dialog[] = [
    { kind: 'preview' },
    { kind: 'confirm-visible' },
    { kind: 'confirm-help', value: 'GeneralOrOther' },
    { kind: 'accept' },
    { kind: 'decline', reason: '' },
    { kind: 'link', reason: '' },
    { kind: 'pause' },
    { kind: 'history' },
  ];

  it.each(kinds)('can be left without doing anything: %j', (dialog) => {
    expect(open(dialog).cancel).toMatchObject({ intent: { kind: 'cancel' }, disabledBecause: null });
  });

  it('is fine without record and mapping', () => {
    const bare = sectionStates('salesforce').loading;
    expect(kinds.map((dialog) => open(dialog, bare).kind)).toEqual(kinds.map(({ kind }) => kind));
  });
});
