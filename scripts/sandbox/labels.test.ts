import { HELP_CODES, helpLabel, SECTION_FIELDS, SYNC_STATUSES } from '../../shared/core/index.ts';
import { CHOICES, columnKey, COLUMNS } from '../build/texts/columns.ts';
import { allTexts, textOf } from '../build/texts/sources.ts';
import { loadSchema as loadDataverse } from './dynamics/schema/index.ts';
import { loadSchema as loadSalesforce } from './salesforce/schema/load-schema.ts';
import { fieldOf, requireObject } from './salesforce/schema/lookup.ts';

const schema = loadSalesforce({ multiCurrency: true });
const { tables } = loadDataverse();
const { en } = allTexts();

const salesforceLabels = (object: string, field: string) =>
  fieldOf(requireObject(schema, object), field)?.picklist.map(({ label }) => label);
const dynamicsLabels = (table: string, column: string) =>
  tables
    .get(table)
    ?.columns.get(column)
    ?.options?.map(({ label }) => label);
const textsOf = (choice: keyof typeof CHOICES) => CHOICES[choice].map(({ key }) => textOf(en, key));

describe('what sellers read', () => {
  it('is the same status word in both CRMs and in the section', () => {
    expect(salesforceLabels('Opportunity', 'Partner_Center_Status__c')).toEqual(textsOf('status'));
    expect(dynamicsLabels('opportunity', 'cosell_syncstatus')).toEqual(textsOf('status'));
    expect(textsOf('status')).toHaveLength(SYNC_STATUSES.length);
  });

  it('is Partner Center’s own word for each kind of help', () => {
    expect(textsOf('help')).toEqual(HELP_CODES.map(helpLabel));
    expect(salesforceLabels('Opportunity', 'How_can_Microsoft_help__c')).toEqual(textsOf('help'));
    expect(dynamicsLabels('opportunity', 'cosell_howcanmicrosofthelp')).toEqual(textsOf('help'));
  });

  it('is the same direction in both CRMs and in the section', () => {
    expect(salesforceLabels('Opportunity', 'Referral_Direction__c')).toEqual(textsOf('direction'));
    expect(dynamicsLabels('opportunity', 'cosell_referraldirection')).toEqual(textsOf('direction'));
  });

  it('is the same of requests in both CRMs', () => {
    expect(salesforceLabels('Partner_Center_Request__c', 'Action__c')).toEqual(textsOf('requestAction'));
    expect(dynamicsLabels('cosell_request', 'cosell_action')).toEqual(textsOf('requestAction'));
    expect(salesforceLabels('Partner_Center_Request__c', 'Status__c')).toEqual(textsOf('requestStatus'));
    expect(dynamicsLabels('cosell_request', 'cosell_status')).toEqual(textsOf('requestStatus'));
  });

  it.each(COLUMNS)('is the same label for %s in both CRMs, and where sellers edit it, in the section', (column) => {
    const label = textOf(en, `${columnKey(column)}_label`);
    const field = SECTION_FIELDS.salesforce[column];
    expect(fieldOf(requireObject(schema, 'Opportunity'), field)?.label).toBe(label);
    expect(tables.get('opportunity')?.columns.get(SECTION_FIELDS.dynamics[column])?.label).toBe(label);
  });
});
