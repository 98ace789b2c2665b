import type { ControlBinding, FormCell, FormLayout, FormSection } from '../form/boot.ts';

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

const account: FormLayout = {
  name: 'Account',
  header: ['telephone1', 'ownerid'],
  tabs: [
    {
      name: 'summary',
      label: 'Summary',
      columns: [
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
      ],
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
      columns: [
        [section('contact', 'Contact Information', 'firstname', 'lastname', 'jobtitle', 'parentcustomerid')],
        [section('details', 'Details', 'emailaddress1', 'telephone1', 'mobilephone')],
      ],
    },
  ],
};

/** Forms of the platform that people open from an opportunity, shortened to what the sync looks at. */
export const PLATFORM_FORMS: Readonly<Record<string, FormLayout>> = { account, contact };

/**
 * The opportunity's form of an organisation whose administrator has put the section on its own form
 * (docs/admins.md): the platform's fields on the left, the control on the right.
 */
export function opportunityForm(control: ControlBinding, column: string): FormLayout {
  return {
    name: 'Opportunity',
    header: ['estimatedclosedate', 'estimatedvalue', 'statecode', 'ownerid'],
    tabs: [
      {
        name: 'summary',
        label: 'Summary',
        columns: [
          [
            section(
              'opportunity',
              'Opportunity Information',
              'name',
              'parentaccountid',
              'parentcontactid',
              'estimatedvalue',
              'transactioncurrencyid',
              'estimatedclosedate',
              'statuscode',
              'purchasetimeframe',
              'budgetamount',
              'description',
            ),
          ],
          [
            {
              name: 'microsoft',
              label: 'Microsoft',
              showLabel: false,
              cells: [cell(column, { showLabel: false, control })],
            },
          ],
        ],
      },
      {
        name: 'details',
        label: 'Details',
        columns: [
          [section('need', 'Qualification', 'currentsituation', 'customerneed', 'proposedsolution')],
          [
            section(
              'administration',
              'Administration',
              'ownerid',
              'closeprobability',
              'opportunityratingcode',
              cell('createdon', { readOnly: true }),
              cell('modifiedon', { readOnly: true }),
              cell('modifiedby', { readOnly: true }),
            ),
          ],
        ],
      },
    ],
  };
}
