import { address, choice, field, lookup, longText, systemField, text } from './fields.ts';
import { STAGES } from './stages.ts';
import type { FieldDefinition, SharingModel } from './types.ts';

/** A standard object as far as the connector and people at the record pages touch it. */
export interface ObjectDeclaration {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly writable: boolean;
  readonly sharing: SharingModel;
  /** Has an owner of its own (children of a master record have none). */
  readonly owned: boolean;
  readonly fields: readonly FieldDefinition[];
}

const standard = (
  name: string,
  keyPrefix: string,
  fields: readonly FieldDefinition[],
  options: Partial<ObjectDeclaration> = {},
): ObjectDeclaration => ({
  name,
  label: name,
  pluralLabel: `${name}s`,
  keyPrefix,
  custom: false,
  writable: true,
  sharing: 'private',
  owned: true,
  fields,
  ...options,
});

const SOURCES = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];

/** Field types and lengths: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/ */
/** Only there where team selling is switched on. */
export const TEAM_MEMBER = 'OpportunityTeamMember';

export const BUSINESS_OBJECTS: readonly ObjectDeclaration[] = [
  standard('Account', '001', [
    text('Name', 'Account Name', 255, { required: true }),
    ...address('Billing'),
    field('Phone', 'Account Phone', 'phone', { length: 40 }),
    field('Website', 'Website', 'url', { length: 255 }),
    choice('Industry', 'Industry', [
      'Banking',
      'Education',
      'Energy',
      'Healthcare',
      'Manufacturing',
      'Retail',
      'Technology',
      'Other',
    ]),
    longText('Description', 'Account Description', 32000),
  ]),
  standard(
    'Contact',
    '003',
    [
      lookup('AccountId', 'Account ID', 'Account', { childRelationshipName: 'Contacts' }),
      text('LastName', 'Last Name', 80, { required: true }),
      text('FirstName', 'First Name', 40, { permission: null }),
      systemField('Name', 'Full Name', 'string', { length: 121 }),
      field('Email', 'Email', 'email', { length: 80 }),
      field('Phone', 'Business Phone', 'phone', { length: 40 }),
      text('Title', 'Title', 128),
      ...address('Mailing'),
    ],
    { sharing: 'account' },
  ),
  standard(
    'Opportunity',
    '006',
    [
      lookup('AccountId', 'Account ID', 'Account', { childRelationshipName: 'Opportunities' }),
      lookup('ContactId', 'Contact ID', 'Contact', { updateable: false, permission: null }),
      text('Name', 'Name', 120, { required: true }),
      longText('Description', 'Description', 32000),
      choice(
        'StageName',
        'Stage',
        STAGES.map(({ name }) => name),
        { required: true, restricted: true },
      ),
      field('Amount', 'Amount', 'currency', { precision: 18, scale: 2 }),
      field('Probability', 'Probability (%)', 'percent', { precision: 3, scale: 0 }),
      systemField('ExpectedRevenue', 'Expected Amount', 'currency', { precision: 18, scale: 2 }),
      field('CloseDate', 'Close Date', 'date', { required: true }),
      choice('Type', 'Opportunity Type', [
        'New Customer',
        'Existing Customer - Upgrade',
        'Existing Customer - Replacement',
      ]),
      text('NextStep', 'Next Step', 255),
      choice('LeadSource', 'Lead Source', SOURCES),
      systemField('IsClosed', 'Closed', 'boolean'),
      systemField('IsWon', 'Won', 'boolean'),
      systemField('ForecastCategoryName', 'Forecast Category', 'string', { length: 40 }),
    ],
    { pluralLabel: 'Opportunities' },
  ),
  standard('Lead', '00Q', [
    text('Company', 'Company', 255, { required: true }),
    text('LastName', 'Last Name', 80, { required: true }),
    text('FirstName', 'First Name', 40, { permission: null }),
    systemField('Name', 'Full Name', 'string', { length: 121 }),
    field('Email', 'Email', 'email', { length: 80 }),
    field('Phone', 'Phone', 'phone', { length: 40 }),
    ...address(''),
    choice('Status', 'Status', ['Open - Not Contacted', 'Working - Contacted', 'Closed - Not Converted'], {
      permission: null,
      defaultValue: 'Open - Not Contacted',
    }),
    longText('Description', 'Description', 32000),
    systemField('IsConverted', 'Converted', 'boolean'),
  ]),
  standard(
    'OpportunityContactRole',
    '00K',
    [
      lookup('OpportunityId', 'Opportunity ID', 'Opportunity', {
        required: true,
        updateable: false,
        masterDetail: true,
        childRelationshipName: 'OpportunityContactRoles',
      }),
      lookup('ContactId', 'Contact ID', 'Contact', {
        required: true,
        childRelationshipName: 'OpportunityContactRoles',
      }),
      choice(
        'Role',
        'Role',
        [
          'Business User',
          'Decision Maker',
          'Economic Buyer',
          'Evaluator',
          'Executive Sponsor',
          'Influencer',
          'Technical Buyer',
          'Other',
        ],
        { permission: null },
      ),
      field('IsPrimary', 'Primary', 'boolean', { permission: null }),
    ],
    { sharing: 'parent', owned: false, label: 'Opportunity Contact Role' },
  ),
  standard(
    TEAM_MEMBER,
    '00q',
    [
      lookup('OpportunityId', 'Opportunity ID', 'Opportunity', {
        required: true,
        updateable: false,
        masterDetail: true,
        childRelationshipName: 'OpportunityTeamMembers',
      }),
      lookup('UserId', 'User ID', 'User', { required: true, updateable: false }),
      choice(
        'TeamMemberRole',
        'Member Role',
        ['Account Manager', 'Channel Manager', 'Executive Sponsor', 'Pre-Sales Consultant', 'Sales Rep'],
        { permission: null },
      ),
      choice('OpportunityAccessLevel', 'Opportunity Access', ['Read', 'Edit'], { permission: null, restricted: true }),
    ],
    { sharing: 'parent', owned: false, label: 'Opportunity Team Member' },
  ),
];

/** Objects that describe the org itself. Everyone reads them; nobody writes them through the API here. */
export const SETUP_OBJECTS: readonly ObjectDeclaration[] = [
  standard('User', '005', [
    systemField('Username', 'Username', 'string', { length: 80 }),
    systemField('Name', 'Full Name', 'string', { length: 121 }),
    systemField('FirstName', 'First Name', 'string', { length: 40 }),
    systemField('LastName', 'Last Name', 'string', { length: 80 }),
    systemField('Email', 'Email', 'email', { length: 128 }),
    systemField('Phone', 'Phone', 'phone', { length: 40 }),
    systemField('Title', 'Title', 'string', { length: 80 }),
    systemField('Alias', 'Alias', 'string', { length: 8 }),
    systemField('IsActive', 'Active', 'boolean'),
    systemField('UserType', 'User Type', 'string', { length: 40 }),
    systemField('TimeZoneSidKey', 'Time Zone', 'string', { length: 40 }),
    systemField('LocaleSidKey', 'Locale', 'string', { length: 40 }),
    systemField('LanguageLocaleKey', 'Language', 'string', { length: 40 }),
  ]),
  standard('Organization', '00D', [
    systemField('Name', 'Name', 'string', { length: 80 }),
    systemField('InstanceName', 'Instance Name', 'string', { length: 5 }),
    systemField('IsSandbox', 'Is Sandbox', 'boolean'),
    systemField('OrganizationType', 'Edition', 'string', { length: 40 }),
    systemField('TrialExpirationDate', 'Trial Expiration Date', 'datetime'),
    systemField('NamespacePrefix', 'Namespace Prefix', 'string', { length: 15 }),
  ]),
  standard('PermissionSet', '0PS', [
    systemField('Name', 'Permission Set Name', 'string', { length: 80 }),
    systemField('Label', 'Permission Set Label', 'string', { length: 80 }),
  ]),
  standard('PermissionSetAssignment', '0Pa', [
    systemField('AssigneeId', 'Assignee ID', 'reference', {
      referenceTo: 'User',
      relationshipName: 'Assignee',
      childRelationshipName: 'PermissionSetAssignments',
    }),
    systemField('PermissionSetId', 'Permission Set ID', 'reference', {
      referenceTo: 'PermissionSet',
      relationshipName: 'PermissionSet',
      childRelationshipName: 'Assignments',
    }),
  ]),
].map((declaration) => ({ ...declaration, writable: false, owned: false, sharing: 'read' as const }));
