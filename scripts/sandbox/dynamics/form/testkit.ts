import type { FormBoot, FormColumn } from './boot.ts';

const FREE = { secured: false, read: true, create: true, update: true };

const column = (name: string, type: FormColumn['type'], more: Partial<FormColumn> = {}): FormColumn => ({
  name,
  type,
  label: name,
  required: false,
  creatable: true,
  updatable: true,
  security: FREE,
  ...more,
});

const COLUMNS: readonly FormColumn[] = [
  column('name', 'string', { required: true }),
  column('estimatedvalue', 'money'),
  column('estimatedclosedate', 'date'),
  column('cosell_sync', 'boolean'),
  column('cosell_help', 'choice', { options: [{ value: 1, label: 'No help' }] }),
  column('cosell_status', 'string', { security: { secured: true, read: true, create: false, update: false } }),
  column('cosell_hidden', 'string', { security: { secured: true, read: false, create: false, update: false } }),
  column('parentaccountid', 'lookup', { targets: { account: 'parentaccountid' } }),
  column('customerid', 'lookup', { targets: { account: 'customerid_account', contact: 'customerid_contact' } }),
  column('statecode', 'state', { creatable: false, options: [{ value: 0, label: 'Open' }] }),
];

const name = (entitySet: string, table: string) => ({
  entitySet,
  label: table,
  primaryId: `${table}id`,
  primaryName: 'name',
});

/** A form for tests: a few columns of every kind, and a person who may do everything but what column security forbids. */
export const BOOT: FormBoot = {
  table: {
    name: 'opportunity',
    ...name('opportunities', 'opportunity'),
    columns: Object.fromEntries(COLUMNS.map((item) => [item.name, item])),
  },
  id: 'c05e1108-0000-4000-8000-000000000001',
  layout: {
    name: 'Test',
    header: [],
    tabs: [
      {
        name: 'tab',
        label: 'Tab',
        columns: [
          {
            width: 100,
            sections: [
              {
                name: 'section',
                label: 'Section',
                showLabel: true,
                cells: [{ column: 'name', label: '', showLabel: true, readOnly: false, control: null }],
              },
            ],
          },
        ],
      },
    ],
  },
  control: null,
  user: { id: 'u', name: 'Selma Berg', roles: [], privileges: {}, access: ['Read', 'Write'] },
  settings: {
    languageId: 1033,
    locale: 'en-US',
    isRtl: false,
    theme: 'light',
    look: 'modern',
    disabled: false,
    autosave: null,
  },
  tables: { account: name('accounts', 'account'), contact: name('contacts', 'contact') },
};
