/** pg-boss keeps its tables in a schema of its own. */
export const QUEUE_SCHEMA = 'cosell_queue';

/** One queue per CRM, so that a CRM that is slow or down holds up nobody else. */
export const syncQueueName = (crm: string): string => `sync-${crm}`;

/** Accounts and contacts that changed: which opportunities they concern is looked up in batches. */
export const resolveQueueName = (crm: string): string => `resolve-${crm}`;

/** Referrals that changed in Partner Center: which opportunities they belong to is looked up in batches. */
export const REFERRAL_QUEUE = 'referrals';

/** Opportunities whose sync was given up after all retries. */
export const DEAD_LETTER_QUEUE = 'dead-letters';
