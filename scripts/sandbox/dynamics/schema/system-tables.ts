import {
  activeState,
  auditColumns,
  column,
  lookup,
  options,
  ownerColumns,
  polymorphic,
  readOnly,
  YES_NO,
} from './columns.ts';
import { table } from './table.ts';
import type { Table } from './types.ts';

const systemUser = table({
  name: 'systemuser',
  entitySet: 'systemusers',
  label: 'User',
  privilege: 'User',
  typeCode: 8,
  primaryName: 'fullname',
  columns: [
    column('fullname', 'string', 'Full Name', { maxLength: 200, ...readOnly }),
    column('firstname', 'string', 'First Name', { maxLength: 256 }),
    column('lastname', 'string', 'Last Name', { maxLength: 256 }),
    column('internalemailaddress', 'string', 'Primary Email', { maxLength: 100 }),
    column('domainname', 'string', 'User Name', { maxLength: 1024 }),
    column('address1_telephone1', 'string', 'Main Phone', { maxLength: 64 }),
    column('mobilephone', 'string', 'Mobile Phone', { maxLength: 64 }),
    column('title', 'string', 'Job Title', { maxLength: 128 }),
    column('azureactivedirectoryobjectid', 'guid', 'Azure AD Object ID'),
    column('applicationid', 'guid', 'Application ID'),
    column('isdisabled', 'boolean', 'Status', { options: options({ 0: 'Enabled', 1: 'Disabled' }), default: false }),
    lookup('businessunitid', 'businessunit', 'Business Unit'),
    ...auditColumns(),
  ],
  collections: [
    {
      name: 'teammembership_association',
      table: 'teammembership',
      column: 'systemuserid',
      through: { column: 'teamid', table: 'team' },
      cascadeDelete: true,
    },
    { name: 'systemuser_connections2', table: 'connection', column: 'record2id', cascadeDelete: true },
  ],
});

const team = table({
  name: 'team',
  entitySet: 'teams',
  label: 'Team',
  privilege: 'Team',
  typeCode: 9,
  primaryName: 'name',
  columns: [
    column('name', 'string', 'Team Name', { maxLength: 160, required: true }),
    column('teamtype', 'choice', 'Team Type', {
      options: options({ 0: 'Owner', 1: 'Access', 2: 'Security Group', 3: 'Office Group' }),
      default: 0,
    }),
    lookup('businessunitid', 'businessunit', 'Business Unit'),
    ...auditColumns(),
  ],
  collections: [
    {
      name: 'teammembership_association',
      table: 'teammembership',
      column: 'teamid',
      through: { column: 'systemuserid', table: 'systemuser' },
      cascadeDelete: true,
    },
  ],
});

/** The many-to-many table behind `teammembership_association`. */
const teamMembership = table({
  name: 'teammembership',
  entitySet: 'teammemberships',
  label: 'Team Membership',
  privilege: 'Team',
  typeCode: 23,
  primaryName: 'teammembershipid',
  columns: [
    lookup('teamid', 'team', 'Team'),
    lookup('systemuserid', 'systemuser', 'User'),
    column('versionnumber', 'bigint', 'Version Number', readOnly),
  ],
});

const CONNECTABLE = ['opportunity', 'account', 'contact', 'systemuser', 'team'] as const;
const RECORD_TYPES = options({ 1: 'Account', 2: 'Contact', 3: 'Opportunity', 8: 'User', 9: 'Team' });

const connection = table({
  name: 'connection',
  entitySet: 'connections',
  label: 'Connection',
  privilege: 'Connection',
  typeCode: 3234,
  primaryName: 'name',
  owned: true,
  columns: [
    column('name', 'string', 'Name', { maxLength: 500, ...readOnly }),
    column('description', 'memo', 'Description', { maxLength: 2000 }),
    polymorphic('record1id', CONNECTABLE, 'Connected From', { required: true }),
    polymorphic('record2id', CONNECTABLE, 'Connected To', { required: true }),
    column('record1objecttypecode', 'choice', 'Type (From)', { options: RECORD_TYPES, ...readOnly }),
    column('record2objecttypecode', 'choice', 'Type (To)', { options: RECORD_TYPES, ...readOnly }),
    lookup('record1roleid', 'connectionrole', 'As this role (From)'),
    lookup('record2roleid', 'connectionrole', 'As this role (To)'),
    column('ismaster', 'boolean', 'Is Master', { options: YES_NO, ...readOnly, default: true }),
    lookup('relatedconnectionid', 'connection', 'Reciprocal Connection', readOnly),
    ...activeState(),
    ...ownerColumns(),
    ...auditColumns(),
  ],
});

const connectionRole = table({
  name: 'connectionrole',
  entitySet: 'connectionroles',
  label: 'Connection Role',
  privilege: 'ConnectionRole',
  typeCode: 3231,
  primaryName: 'name',
  columns: [
    column('name', 'string', 'Name', { maxLength: 100, required: true }),
    column('category', 'choice', 'Category', {
      options: options({
        1: 'Business',
        2: 'Family',
        3: 'Social',
        4: 'Sales',
        5: 'Other',
        1000: 'Stakeholder',
        1001: 'Sales Team',
      }),
    }),
    ...activeState(),
    ...auditColumns(),
  ],
});

const currency = table({
  name: 'transactioncurrency',
  entitySet: 'transactioncurrencies',
  label: 'Currency',
  privilege: 'Currency',
  typeCode: 9105,
  primaryName: 'currencyname',
  columns: [
    column('currencyname', 'string', 'Currency Name', { maxLength: 100, required: true }),
    column('isocurrencycode', 'string', 'Currency Code', { maxLength: 5, required: true }),
    column('currencysymbol', 'string', 'Currency Symbol', { maxLength: 13, required: true }),
    column('currencyprecision', 'integer', 'Currency Precision', { min: 0, max: 4, required: true }),
    column('exchangerate', 'decimal', 'Exchange Rate', { precision: 10, required: true }),
    ...activeState(),
    ...auditColumns(),
  ],
});

const businessUnit = table({
  name: 'businessunit',
  entitySet: 'businessunits',
  label: 'Business Unit',
  privilege: 'BusinessUnit',
  typeCode: 10,
  primaryName: 'name',
  columns: [column('name', 'string', 'Name', { maxLength: 160, required: true }), ...auditColumns()],
});

const organization = table({
  name: 'organization',
  entitySet: 'organizations',
  label: 'Organization',
  privilege: 'Organization',
  typeCode: 1019,
  primaryName: 'name',
  columns: [
    column('name', 'string', 'Organization Name', { maxLength: 160, ...readOnly }),
    lookup('basecurrencyid', 'transactioncurrency', 'Currency', readOnly),
    column('languagecode', 'integer', 'Language', readOnly),
    ...auditColumns(),
  ],
});

/** A webhook is a service endpoint with contract 8; its AuthValue can be written and never read (reference §5.4). */
const serviceEndpoint = table({
  name: 'serviceendpoint',
  entitySet: 'serviceendpoints',
  label: 'Service Endpoint',
  privilege: 'ServiceEndpoint',
  typeCode: 4618,
  primaryName: 'name',
  columns: [
    column('name', 'string', 'Name', { maxLength: 100, required: true }),
    column('description', 'string', 'Description', { maxLength: 2000 }),
    column('url', 'string', 'URL', { maxLength: 2000 }),
    column('contract', 'choice', 'Contract', { options: options({ 8: 'Webhook' }), required: true }),
    column('authtype', 'choice', 'Auth Type', {
      options: options({ 4: 'WebhookKey', 5: 'HttpHeader', 6: 'HttpQueryString' }),
    }),
    column('authvalue', 'string', 'Auth Value', { maxLength: 2000, writeOnly: true }),
    column('messageformat', 'choice', 'Message Format', { options: options({ 2: 'Json' }) }),
    ...auditColumns(),
  ],
});

const step = table({
  name: 'sdkmessageprocessingstep',
  entitySet: 'sdkmessageprocessingsteps',
  label: 'SDK Message Processing Step',
  privilege: 'SdkMessageProcessingStep',
  typeCode: 4608,
  primaryName: 'name',
  columns: [
    column('name', 'string', 'Name', { maxLength: 256 }),
    column('filteringattributes', 'memo', 'Filtering Attributes', { maxLength: 100_000 }),
    column('mode', 'choice', 'Execution Mode', { options: options({ 0: 'Synchronous', 1: 'Asynchronous' }) }),
    column('stage', 'choice', 'Execution Stage', {
      options: options({ 10: 'Pre-validation', 20: 'Pre-operation', 40: 'Post-operation' }),
    }),
    column('rank', 'integer', 'Execution Order', { min: 0, max: 2_147_483_647 }),
    column('asyncautodelete', 'boolean', 'Asynchronous Automatic Delete', { options: YES_NO }),
    polymorphic('eventhandler', ['serviceendpoint'], 'Event Handler'),
    lookup('sdkmessageid', 'sdkmessage', 'SDK Message'),
    column('statecode', 'state', 'Status', { options: options({ 0: 'Enabled', 1: 'Disabled' }), creatable: false }),
    column('statuscode', 'status', 'Status Reason', {
      options: [
        { value: 1, label: 'Enabled', state: 0 },
        { value: 2, label: 'Disabled', state: 1 },
      ],
    }),
    ...auditColumns(),
  ],
});

const message = table({
  name: 'sdkmessage',
  entitySet: 'sdkmessages',
  label: 'SDK Message',
  privilege: 'SdkMessage',
  typeCode: 4606,
  primaryName: 'name',
  columns: [column('name', 'string', 'Name', { maxLength: 256 }), ...auditColumns()],
});

export const SYSTEM_TABLES: readonly Table[] = [
  systemUser,
  team,
  teamMembership,
  connection,
  connectionRole,
  currency,
  businessUnit,
  organization,
  serviceEndpoint,
  step,
  message,
];
