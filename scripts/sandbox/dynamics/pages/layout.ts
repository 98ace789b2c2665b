import type { FormCell, FormLayout, FormSection, FormTab } from '../form/boot.ts';

/** A cell with the column's own label. */
const cell = (column: string, more: Partial<FormCell> = {}): FormCell => ({
  column,
  label: '',
  showLabel: true,
  readOnly: false,
  control: null,
  ...more,
});

const section = (name: string, label: string, ...columns: readonly (string | FormCell)[]): FormSection => ({
  name,
  label,
  showLabel: true,
  cells: columns.map((column) => (typeof column === 'string' ? cell(column) : column)),
});

/** Two columns of the same width. */
const halves = (...columns: readonly (readonly FormSection[])[]): FormTab['columns'] =>
  columns.map((sections) => ({ width: 50, sections }));

const account: FormLayout = {
  name: 'Account',
  header: ['telephone1', 'ownerid'],
  tabs: [
    {
      name: 'summary',
      label: 'Summary',
      columns: halves(
        [
          section(
            'account',
            'Account Information',
            'name',
            'accountnumber',
            'telephone1',
            'emailaddress1',
            'websiteurl',
          ),
        ],
        [
          section(
            'address',
            'Address',
            'address1_line1',
            'address1_city',
            'address1_stateorprovince',
            'address1_postalcode',
            'address1_country',
          ),
          section('people', 'Company Profile', 'primarycontactid', 'transactioncurrencyid', 'description'),
        ],
      ),
    },
  ],
};

const contact: FormLayout = {
  name: 'Contact',
  header: ['emailaddress1', 'ownerid'],
  tabs: [
    {
      name: 'summary',
      label: 'Summary',
      columns: halves(
        [section('contact', 'Contact Information', 'firstname', 'lastname', 'jobtitle', 'parentcustomerid')],
        [section('details', 'Details', 'emailaddress1', 'telephone1', 'mobilephone')],
      ),
    },
  ],
};

/** Forms of the platform that people open from an opportunity, shortened to what the sync looks at. */
export const PLATFORM_FORMS: Readonly<Record<string, FormLayout>> = { account, contact };
