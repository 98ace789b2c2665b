import type { CrmKind } from '../model/index.ts';

/** The fields of the Microsoft section on the opportunity, by their meaning. */
export interface SectionFieldNames {
  readonly sync: string;
  readonly referralId: string;
  readonly referralLink: string;
  readonly help: string;
  readonly visible: string;
  readonly products: string;
  readonly audit: string;
  readonly status: string;
  readonly microsoftCrmId: string;
  readonly lastSync: string;
  readonly direction: string;
  /** JSON for the section: error, missing fields, conflicts, next attempt. */
  readonly details: string;
}

/** The API names that we deploy to Salesforce. */
export const SALESFORCE_FIELDS: SectionFieldNames = {
  sync: 'Sync_with_Partner_Center__c',
  referralId: 'Referral_Identifier__c',
  referralLink: 'Referral_Link__c',
  help: 'How_can_Microsoft_help__c',
  visible: 'Referral_Visible_to_Microsoft__c',
  products: 'Products__c',
  audit: 'Audit__c',
  status: 'Partner_Center_Status__c',
  microsoftCrmId: 'Microsoft_CRM_Identifier__c',
  lastSync: 'Last_Partner_Center_Sync__c',
  direction: 'Referral_Direction__c',
  details: 'Partner_Center_Details__c',
};

/** The column names that we deploy to Dynamics 365. */
export const DYNAMICS_FIELDS: SectionFieldNames = {
  sync: 'cosell_syncwithpartnercenter',
  referralId: 'cosell_referralidentifier',
  referralLink: 'cosell_referrallink',
  help: 'cosell_howcanmicrosofthelp',
  visible: 'cosell_referralvisible',
  products: 'cosell_products',
  audit: 'cosell_audit',
  status: 'cosell_syncstatus',
  microsoftCrmId: 'cosell_microsoftcrmidentifier',
  lastSync: 'cosell_lastsync',
  direction: 'cosell_referraldirection',
  details: 'cosell_syncdetails',
};

/** The names that we deploy. An administrator may rename any of them in the configuration. */
export const SECTION_FIELDS: Readonly<Record<CrmKind, SectionFieldNames>> = {
  salesforce: SALESFORCE_FIELDS,
  dynamics: DYNAMICS_FIELDS,
};
