import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { HELP_CODES, SYNC_STATUSES, helpLabel } from '../../shared/core/index.ts';
import { loadSchema as loadDataverse } from './dynamics/schema/index.ts';
import { loadSchema as loadSalesforce } from './salesforce/schema/load-schema.ts';
import { fieldOf, requireObject } from './salesforce/schema/lookup.ts';

const org = requireObject(loadSalesforce({ multiCurrency: true }), 'Opportunity');
const opportunity = loadDataverse().tables.get('opportunity');

const salesforceLabels = (field: string) => fieldOf(org, field)?.picklist.map(({ label }) => label);
const dynamicsLabels = (column: string) => opportunity?.columns.get(column)?.options?.map(({ label }) => label);

interface Resx {
  readonly root: { readonly data: readonly { readonly '@_name': string; readonly value: string }[] };
}

describe('what sellers read', () => {
  it('is the same status word in both CRMs and in the section', () => {
    const labels = salesforceLabels('Partner_Center_Status__c');
    expect(labels).toHaveLength(SYNC_STATUSES.length);
    expect(dynamicsLabels('cosell_syncstatus')).toEqual(labels);
    const resx = new URL('../../dynamics/MicrosoftSection/strings/MicrosoftSection.1033.resx', import.meta.url);
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(readFileSync(resx, 'utf8')) as Resx;
    const section = new Map(parsed.root.data.map((entry) => [entry['@_name'], entry.value]));
    expect(SYNC_STATUSES.map((status) => section.get(`Status_${status}`))).toEqual(labels);
  });

  it('is Partner Center’s own word for each kind of help', () => {
    const labels = HELP_CODES.map(helpLabel);
    expect(salesforceLabels('How_can_Microsoft_help__c')).toEqual(labels);
    expect(dynamicsLabels('cosell_howcanmicrosofthelp')).toEqual(labels);
  });
});
