import type { Org, OrgUser } from '../org.ts';
import { createRecord, updateRecord } from '../records/write.ts';
import { requireObject } from '../schema/lookup.ts';
import type { FieldDefinition } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import { type SentForm, sentValue } from './controls.ts';
import { type OpportunityRecord, existingFields, pageField } from './record.ts';

/** What the page lets one edit. */
export const OPPORTUNITY_FIELDS = [
  'Name',
  'Amount',
  'CurrencyIsoCode',
  'CloseDate',
  'StageName',
  'Description',
] as const;
export const MICROSOFT_FIELDS = [
  'Sync_with_Partner_Center__c',
  'How_can_Microsoft_help__c',
  'Referral_Visible_to_Microsoft__c',
  'Products__c',
] as const;
export const CONTACT_FIELDS = ['FirstName', 'LastName', 'Email', 'Phone'] as const;
export const COUNTRY = 'BillingCountry';

/** Where Lightning Experience says that changes come from. */
const LIGHTNING_ORIGIN = 'com/salesforce/api/soap/64.0;client=SfdcInternalAPI/';

/** Saves the form as the seller, all or nothing, by the same rules as the API. @throws SalesforceError */
export function saveForm(org: Org, seller: OrgUser, record: OpportunityRecord, form: SentForm): void {
  const { row, account, contact } = record;
  org.commit({ userId: seller.id, changeOrigin: LIGHTNING_ORIGIN }, () => {
    const fields = existingFields(org, 'Opportunity', [...OPPORTUNITY_FIELDS, ...MICROSOFT_FIELDS]);
    updateChanged(org, seller, 'Opportunity', row, changesOf(row, fields, form, ''));
    if (account) {
      const country = [pageField(org, 'Account', COUNTRY)];
      updateChanged(org, seller, 'Account', account, changesOf(account, country, form, 'account-'));
    }
    const contactFields = existingFields(org, 'Contact', CONTACT_FIELDS);
    const contactChanges = changesOf(contact, contactFields, form, 'contact-');
    if (contact) updateChanged(org, seller, 'Contact', contact, contactChanges);
    else if (Object.keys(contactChanges).length > 0) addContact(org, seller, row, contactChanges);
  });
}

/** A seller asks the connector for a sync. @throws SalesforceError */
export function requestSync(org: Org, seller: OrgUser, { row }: OpportunityRecord): void {
  const request = { Opportunity__c: row.Id, Action__c: 'sync' };
  org.commit({ userId: seller.id, changeOrigin: LIGHTNING_ORIGIN }, () =>
    createRecord(org, seller, requireObject(org.schema, 'Partner_Center_Request__c'), request),
  );
}

type Body = Record<string, unknown>;

function changesOf(row: Row | undefined, fields: readonly FieldDefinition[], form: SentForm, prefix: string): Body {
  const changes: Body = {};
  for (const field of fields) {
    const before = row?.[field.name] ?? null;
    const value = sentValue(field, form[`${prefix}${field.name}`]);
    if (String(value ?? '') !== String(before ?? '')) changes[field.name] = value;
  }
  return changes;
}

function updateChanged(org: Org, seller: OrgUser, object: string, row: Row, changes: Body): void {
  if (Object.keys(changes).length > 0) updateRecord(org, seller, requireObject(org.schema, object), row.Id, changes);
}

function addContact(org: Org, seller: OrgUser, { Id, AccountId }: Row, values: Body): void {
  const ContactId = createRecord(org, seller, requireObject(org.schema, 'Contact'), { ...values, AccountId });
  const role = { OpportunityId: Id, ContactId, IsPrimary: true };
  createRecord(org, seller, requireObject(org.schema, 'OpportunityContactRole'), role);
}
