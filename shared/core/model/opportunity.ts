import type { Person } from './deal.ts';
import type { IsoInstant } from './scalars.ts';

export type CrmKind = 'salesforce' | 'dynamics';

/**
 * A single value of a CRM field. Money and decimals arrive as canonical decimal text, dates as `YYYY-MM-DD`,
 * times as ISO instants, choices as the CRM's own value (Salesforce: API name, Dynamics: the integer).
 */
export type CrmValue = string | number | boolean | null;

/** An active user of the CRM. */
export interface CrmUser {
  readonly id: string;
  readonly email: string;
}

/** A row that makes somebody a member of one opportunity's sales team. */
export interface Membership {
  readonly id: string;
  /** The member's. */
  readonly email: string;
}

/** The opportunity as an adapter read it: raw values by the field paths that the mapping names, plus its people. */
export interface CrmOpportunity {
  readonly id: string;
  /** Opaque version of the row (ETag, SystemModstamp). */
  readonly version: string;
  readonly modifiedAt: IsoInstant;
  /** Keyed by field path: `Amount`, `Account.BillingCountry`, `parentaccountid.address1_country`. */
  readonly values: Readonly<Record<string, CrmValue>>;
  /** Customer contacts, the primary one first. */
  readonly contacts: readonly Person[];
  /** The owner first, then the sales team. */
  readonly team: readonly Person[];
  /** Of the team those who can be taken out of it: not the owner, and nobody who belongs to a team that owns the opportunity. */
  readonly memberships?: readonly Membership[];
}

/**
 * What a seller can ask for in place; a row of the request table. `link` ties the opportunity to a deal that Microsoft sent; the reason
 * names the deal.
 */
export type RequestAction = 'sync' | 'accept' | 'decline' | 'link';

/** The life of a request row, as both CRMs store it. */
export type RequestStatus = 'queued' | 'working' | 'done' | 'failed';

/** A row of the request table that waits for an answer. */
export interface SyncRequest {
  readonly id: string;
  readonly opportunityId: string;
  readonly action: RequestAction;
  readonly reason: string | null;
  readonly requestedBy: string;
  readonly requestedAt: IsoInstant;
  /** Whether the person who made the row may edit the opportunity, as the CRM itself answers. */
  readonly mayEdit: boolean;
}
