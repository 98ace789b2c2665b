/** How the connector reaches one Salesforce org. */
export interface SalesforceSettings {
  /** My Domain address of the org, e.g. `https://partner.my.salesforce.com`; the client-credentials flow works only there. */
  readonly loginUrl: string;
  readonly auth: SalesforceAuth;
  /** REST and CometD version, e.g. `64.0` (the default). */
  readonly apiVersion?: string;
  /** CometD channel of the change events. Default: the standard channel, to which our metadata adds its five objects. */
  readonly channel?: string;
  /** First and longest wait between two attempts to reach the event stream again, in milliseconds. Default 1,000 and 60,000. */
  readonly reconnect?: { readonly firstMs: number; readonly longestMs: number };
}

export type SalesforceAuth =
  | { readonly kind: 'client-credentials'; readonly clientId: string; readonly clientSecret: string }
  | {
      readonly kind: 'jwt';
      readonly clientId: string;
      readonly username: string;
      /** PEM of the key whose certificate the connected app holds. */
      readonly privateKey: string;
      /** Default: login.salesforce.com, test.salesforce.com for a sandbox's My Domain, `loginUrl` for anything else. */
      readonly audience?: string;
    };

/** What Salesforce is told who calls; change events repeat it, so that our own writes can be told from users' edits. */
export const CLIENT_NAME = 'cosell-connector';

export const DEFAULTS = {
  apiVersion: '64.0',
  channel: '/data/ChangeEvents',
  reconnect: { firstMs: 1_000, longestMs: 60_000 },
} as const;

/** Records in one collection, and ids in one query: the limit of `composite/sobjects`. */
export const BATCH_SIZE = 200;

/** API names of the connection table that we deploy. */
export const CONNECTION = {
  object: 'Partner_Center_Connection__c',
  key: 'Key__c',
  details: 'Details__c',
  lastSeenAt: 'Last_Seen__c',
} as const;

/** API names of the request table that we deploy. */
export const REQUEST = {
  object: 'Partner_Center_Request__c',
  opportunity: 'Opportunity__c',
  action: 'Action__c',
  reason: 'Reason__c',
  status: 'Status__c',
  message: 'Message__c',
  errorCode: 'Error_Code__c',
  completedAt: 'Completed_At__c',
} as const;
