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

/** Money columns hold -1e12..1e12; the precision of opportunity money is 2 (dynamics-toolchain.md §8). */
const MONEY = { min: -1_000_000_000_000, max: 1_000_000_000_000, precision: 2 } as const;

/** opportunity: MicrosoftDocs/dynamics-365-customer-engagement ce/sales/developer/entities/opportunity.md. */
export const opportunity: Table = table({
  name: 'opportunity',
  entitySet: 'opportunities',
  label: 'Opportunity',
  privilege: 'Opportunity',
  typeCode: 3,
  primaryName: 'name',
  owned: true,
  columns: [
    column('name', 'string', 'Topic', { maxLength: 300, required: true }),
    column('description', 'memo', 'Description', { maxLength: 2000 }),
    column('estimatedvalue', 'money', 'Est. Revenue', MONEY),
    column('estimatedvalue_base', 'money', 'Est. Revenue (Base)', { ...MONEY, ...readOnly }),
    column('actualvalue', 'money', 'Actual Revenue', MONEY),
    column('budgetamount', 'money', 'Budget Amount', { ...MONEY, min: 0 }),
    column('totalamount', 'money', 'Total Amount', { ...MONEY, ...readOnly }),
    column('exchangerate', 'decimal', 'Exchange Rate', { precision: 10, ...readOnly }),
    column('estimatedclosedate', 'date', 'Est. Close Date'),
    column('actualclosedate', 'date', 'Actual Close Date'),
    column('closeprobability', 'integer', 'Probability', { min: 0, max: 100 }),
    column('isrevenuesystemcalculated', 'boolean', 'Revenue', {
      options: options({ 0: 'User Provided', 1: 'System Calculated' }),
      default: false,
    }),
    column('opportunityratingcode', 'choice', 'Rating', {
      options: options({ 1: 'Hot', 2: 'Warm', 3: 'Cold' }),
      default: 2,
    }),
    column('prioritycode', 'choice', 'Priority', { options: options({ 1: 'Default Value' }), default: 1 }),
    column('salesstage', 'choice', 'Sales Stage', {
      options: options({ 0: 'Qualify', 1: 'Develop', 2: 'Propose', 3: 'Close' }),
      default: 0,
    }),
    column('salesstagecode', 'choice', 'Process Code', { options: options({ 1: 'Default Value' }), default: 1 }),
    column('purchasetimeframe', 'choice', 'Purchase Timeframe', {
      options: options({ 0: 'Immediate', 1: 'This Quarter', 2: 'Next Quarter', 3: 'This Year', 4: 'Unknown' }),
    }),
    column('stepname', 'string', 'Pipeline Phase', { maxLength: 200 }),
    column('emailaddress', 'string', 'Email Address', { maxLength: 100 }),
    column('customerneed', 'memo', 'Customer Need', { maxLength: 2000 }),
    column('currentsituation', 'memo', 'Current Situation', { maxLength: 2000 }),
    column('proposedsolution', 'memo', 'Proposed Solution', { maxLength: 2000 }),
    column('identifycustomercontacts', 'boolean', 'Identify Customer Contacts', { options: YES_NO, default: false }),
    polymorphic('customerid', ['account', 'contact'], 'Potential Customer', { required: true }),
    lookup('parentaccountid', 'account', 'Account'),
    lookup('parentcontactid', 'contact', 'Contact'),
    lookup('transactioncurrencyid', 'transactioncurrency', 'Currency'),
    column('statecode', 'state', 'Status', {
      options: options({ 0: 'Open', 1: 'Won', 2: 'Lost' }),
      creatable: false,
    }),
    column('statuscode', 'status', 'Status Reason', {
      options: [
        { value: 1, label: 'In Progress', state: 0 },
        { value: 2, label: 'On Hold', state: 0 },
        { value: 3, label: 'Won', state: 1 },
        { value: 4, label: 'Canceled', state: 2 },
        { value: 5, label: 'Out-Sold', state: 2 },
      ],
    }),
    ...ownerColumns(),
    ...auditColumns(),
  ],
  collections: [
    { name: 'opportunity_connections1', table: 'connection', column: 'record1id', cascadeDelete: true },
    { name: 'opportunity_connections2', table: 'connection', column: 'record2id', cascadeDelete: true },
    { name: 'Opportunity_OpportunityClose', table: 'opportunityclose', column: 'opportunityid', cascadeDelete: true },
  ],
});

export const account: Table = table({
  name: 'account',
  entitySet: 'accounts',
  label: 'Account',
  privilege: 'Account',
  typeCode: 1,
  primaryName: 'name',
  owned: true,
  columns: [
    column('name', 'string', 'Account Name', { maxLength: 160, required: true }),
    column('accountnumber', 'string', 'Account Number', { maxLength: 20 }),
    column('description', 'memo', 'Description', { maxLength: 2000 }),
    column('telephone1', 'string', 'Main Phone', { maxLength: 50 }),
    column('emailaddress1', 'string', 'Email', { maxLength: 100 }),
    column('websiteurl', 'string', 'Website', { maxLength: 200 }),
    column('address1_line1', 'string', 'Address 1: Street 1', { maxLength: 250 }),
    column('address1_line2', 'string', 'Address 1: Street 2', { maxLength: 250 }),
    column('address1_line3', 'string', 'Address 1: Street 3', { maxLength: 250 }),
    column('address1_city', 'string', 'Address 1: City', { maxLength: 80 }),
    column('address1_stateorprovince', 'string', 'Address 1: State/Province', { maxLength: 50 }),
    column('address1_postalcode', 'string', 'Address 1: ZIP/Postal Code', { maxLength: 20 }),
    column('address1_country', 'string', 'Address 1: Country/Region', { maxLength: 80 }),
    lookup('primarycontactid', 'contact', 'Primary Contact'),
    lookup('transactioncurrencyid', 'transactioncurrency', 'Currency'),
    ...activeState(),
    ...ownerColumns(),
    ...auditColumns(),
  ],
  collections: [
    { name: 'opportunity_parent_account', table: 'opportunity', column: 'parentaccountid', cascadeDelete: false },
    { name: 'opportunity_customer_accounts', table: 'opportunity', column: 'customerid', cascadeDelete: true },
    { name: 'contact_customer_accounts', table: 'contact', column: 'parentcustomerid', cascadeDelete: false },
  ],
});

export const contact: Table = table({
  name: 'contact',
  entitySet: 'contacts',
  label: 'Contact',
  privilege: 'Contact',
  typeCode: 2,
  primaryName: 'fullname',
  owned: true,
  columns: [
    column('firstname', 'string', 'First Name', { maxLength: 50 }),
    column('lastname', 'string', 'Last Name', { maxLength: 50, required: true }),
    column('fullname', 'string', 'Full Name', { maxLength: 160, ...readOnly }),
    column('emailaddress1', 'string', 'Email', { maxLength: 100 }),
    column('telephone1', 'string', 'Business Phone', { maxLength: 50 }),
    column('mobilephone', 'string', 'Mobile Phone', { maxLength: 50 }),
    column('jobtitle', 'string', 'Job Title', { maxLength: 100 }),
    polymorphic('parentcustomerid', ['account', 'contact'], 'Company Name'),
    ...activeState(),
    ...ownerColumns(),
    ...auditColumns(),
  ],
  collections: [
    { name: 'opportunity_parent_contact', table: 'opportunity', column: 'parentcontactid', cascadeDelete: false },
    { name: 'contact_connections2', table: 'connection', column: 'record2id', cascadeDelete: true },
  ],
});

/** The activity that Win and Lose record. */
export const opportunityClose: Table = table({
  name: 'opportunityclose',
  entitySet: 'opportunitycloses',
  label: 'Opportunity Close',
  privilege: 'Activity',
  typeCode: 4208,
  primaryId: 'activityid',
  primaryName: 'subject',
  owned: true,
  columns: [
    column('subject', 'string', 'Subject', { maxLength: 400 }),
    column('description', 'memo', 'Description', { maxLength: 2000 }),
    column('actualrevenue', 'money', 'Actual Revenue', { ...MONEY, min: 0 }),
    column('actualend', 'datetime', 'Close Date'),
    lookup('opportunityid', 'opportunity', 'Opportunity'),
    ...activeState(),
    ...ownerColumns(),
    ...auditColumns(),
  ],
});
