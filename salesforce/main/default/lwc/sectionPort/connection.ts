import type { ConnectionInfo } from 'c/syncCore';
import type { GraphQLResult } from 'lightning/graphql';
import { recordsOf, textOf } from './graph';

/**
 * What the connector published; `'none'` when there is no row, this person may not see it, or it does not hold what we
 * understand (a connector of another age).
 */
export function connectionOf(result: GraphQLResult): ConnectionInfo | 'none' {
  const [row] = recordsOf(result, 'Partner_Center_Connection__c');
  const details = row ? textOf(row, 'Details__c') : null;
  if (row === undefined || details === null) return 'none';
  try {
    const parsed = JSON.parse(details) as ConnectionInfo;
    return parsed.policy.crm === 'salesforce'
      ? { ...parsed, lastSeenAt: textOf(row, 'Last_Seen__c') ?? parsed.lastSeenAt }
      : 'none';
  } catch {
    return 'none';
  }
}
