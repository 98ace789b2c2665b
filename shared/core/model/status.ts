/**
 * What the seller sees of the sync of one opportunity. These words are stored: as the API name of the Salesforce picklist
 * value and, by `DYNAMICS_STATUS_VALUES`, as the Dynamics choice value.
 */
export const SYNC_STATUSES = [
  'not-shared',
  'not-ready',
  'sending',
  'waiting-for-microsoft',
  'answer-needed',
  'in-sync',
  'conflict',
  'retrying',
  'failed',
  'paused',
  'closed',
  'unlinked',
] as const;

export type SyncStatus = (typeof SYNC_STATUSES)[number];
