import type { IsoInstant } from '../model/index.ts';
import type { SyncPolicy } from './types.ts';

/**
 * What the connector publishes for the sections, in the one row of the connection table (`Partner_Center_Connection__c`,
 * `cosell_connection`): the administrator's own mapping, so that readiness and preview in the browser are exact, and whether
 * the connection is healthy. No row: Microsoft sharing is not set up.
 */
export interface ConnectionInfo {
  readonly version: string;
  readonly policy: SyncPolicy;
  readonly state: 'ok' | 'partner-center-sign-in' | 'partner-center-forbidden' | 'crm-sign-in';
  /** When `state` became what it is. */
  readonly since: IsoInstant;
  /** The connector writes this at start and every `heartbeatSeconds`; a connector that is down stops doing so. */
  readonly lastSeenAt: IsoInstant;
  readonly heartbeatSeconds: number;
  /** A page for administrators; `null` when none is configured. */
  readonly setupUrl: string | null;
  /** Whom sellers ask, as the administrator wrote it ("Sales Operations, ext. 12"); `null`: "your administrator". */
  readonly adminContact: string | null;
}
