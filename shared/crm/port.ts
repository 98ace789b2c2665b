import type { CosellError } from '../core/errors/index.ts';
import type { NewLead } from '../core/inbound/plan-lead.ts';
import type { CreateOutcome, DealLookup, DealMatch, NewOpportunity } from '../core/inbound/types.ts';
import type { WrittenPath } from '../core/mapping/crm-paths.ts';
import type {
  CrmKind,
  CrmOpportunity,
  CrmUser,
  CrmValue,
  IsoInstant,
  RequestStatus,
  SyncRequest,
} from '../core/model/index.ts';
import type { TeamChanges } from '../core/plan/types.ts';

/** Something changed in the CRM. A hint only: no value is ever taken from it. */
export interface ChangeHint {
  readonly object: 'opportunity' | 'account' | 'contact' | 'contact-role' | 'request';
  readonly id: string;
  /** Set when the event itself names the opportunity (it is one, or a child of one). */
  readonly opportunityId: string | null;
  readonly changedAt: IsoInstant;
  /** `CrmOpportunity.version`, where a catch-up lists the opportunity itself. */
  readonly version?: string;
}

/** What one batched read brings for the opportunities asked for. */
export interface OpportunityRead {
  readonly opportunities: readonly CrmOpportunity[];
  /** Asked for and not there (deleted, or not visible to the integration user). */
  readonly missing: readonly string[];
  /** Queued request rows of these opportunities, oldest first. */
  readonly requests: readonly SyncRequest[];
}

/** The answer to a request row. */
export interface RequestAnswer {
  readonly requestId: string;
  readonly status: Exclude<RequestStatus, 'queued'>;
  readonly message: string;
  readonly errorCode: string | null;
}

export interface OpportunityWrite {
  readonly opportunityId: string;
  /** By field path; only fields of the opportunity itself. Empty when only requests are answered. */
  readonly values: Readonly<Record<string, CrmValue>>;
  /** Who joins and leaves its sales team, together with the values or not at all. Whoever is in it already may join again. */
  readonly team?: TeamChanges;
  /** Version the values were computed from; where the CRM can check it, a newer row is refused with `crm-conflict`. */
  readonly ifVersion?: string;
  readonly answers: readonly RequestAnswer[];
}

/** One per write, in order; a bad record fails alone. */
export interface WriteOutcome {
  readonly opportunityId: string;
  readonly error: CosellError | null;
}

/** A page of a catch-up; `cursor` is stored and handed in the next time. */
export interface CatchUpPage {
  readonly hints: readonly ChangeHint[];
  readonly cursor: string;
}

export interface Watcher {
  /** Resolves when the subscription is live. Rejects with CosellError when it can't be. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

export interface WatchHandlers {
  /** Called in order of arrival; the position is stored after it resolved (at-least-once). */
  onHints(hints: readonly ChangeHint[], position: string | null): Promise<void>;
  /** The stream broke or lost events: run a catch-up. The watcher reconnects by itself. */
  onGap(reason: string): void;
}

/** The one row that tells the sections how the connection stands (shared/section/contract/state.ts, `ConnectionInfo`). */
export interface ConnectionRow {
  readonly key: string;
  /** JSON, at most 131,072 characters. */
  readonly details: string;
  readonly lastSeenAt: IsoInstant;
}

/** A problem that `doctor` found, with its cure. */
export interface CrmFinding {
  readonly level: 'ok' | 'warning' | 'error';
  readonly subject: string;
  readonly message: string;
  readonly cure: string | null;
}

/** What the connector needs of a CRM. Implemented by `salesforce/` and `dynamics/`, held to one contract suite. */
export interface CrmPort {
  readonly kind: CrmKind;
  /**
   * Reads up to 200 opportunities with account, contacts, owner, team, queued requests and their makers' edit rights, in one call;
   * in one more where the only contact of an account stands in (only-contact.ts).
   */
  readOpportunities(ids: readonly string[]): Promise<OpportunityRead>;
  /**
   * Writes up to 200 opportunities and request answers in one call, and in one more where sales teams change in Salesforce; throws only
   * when nothing was written at all.
   */
  write(batch: readonly OpportunityWrite[]): Promise<readonly WriteOutcome[]>;
  /** Active users with one of these e-mail addresses, whatever their case, who can join the sales team of an opportunity; in one call. */
  findUsers(emails: readonly string[]): Promise<readonly CrmUser[]>;
  /**
   * What the CRM has of up to 200 deals that came from Partner Center: their opportunities, accounts, contacts, owners; in one call for each
   * 50. In order.
   */
  findDeals(lookups: readonly DealLookup[]): Promise<readonly DealMatch[]>;
  /**
   * Enters up to 200 deals, each with account, contacts, opportunity and sales team or not at all, in few calls. In order; throws only when nothing
   * was entered for certain. A deal whose opportunity is there already fails with `crm-conflict`: look for it again.
   */
  createOpportunities(batch: readonly NewOpportunity[]): Promise<readonly CreateOutcome[]>;
  /** Enters leads, each once however often it is asked for. In order. */
  createLeads(leads: readonly NewLead[]): Promise<readonly CreateOutcome[]>;
  /** Opportunities with sync on (or a referral) that a hint on an account, contact, contact role or request concerns. */
  opportunitiesConcerned(hints: readonly ChangeHint[]): Promise<readonly string[]>;
  /** Subscribes to changes from a stored position (`null`: from now). CRMs that push over HTTP have no watcher. */
  watch(position: string | null, handlers: WatchHandlers): Watcher | null;
  /** Everything relevant that changed since the cursor (`null`: every opportunity with sync on or a referral), page by page. */
  catchUp(cursor: string | null): AsyncIterable<CatchUpPage>;
  /** Writes the row of this key, or makes it, in one call. Nobody hears of it as a change. Throws CosellError. */
  publishConnection(row: ConnectionRow): Promise<void>;
  /** Connection, permissions and fields, for `doctor`. */
  check(): Promise<readonly CrmFinding[]>;
  /**
   * One light call: whether the CRM can be reached and signed in to. The first one also learns what the first sync would otherwise have
   * to wait for. Throws CosellError; for `/readyz`.
   */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What every adapter is made with besides its own connection settings. */
export interface CrmAdapterOptions {
  /** All opportunity field paths that mapping and section name; see `crmPathsToRead` in the core. */
  readonly paths: readonly string[];
  /** What the mapping writes, for `check`; see `crmPathsToWrite` in the core. */
  readonly written?: readonly WrittenPath[];
  /** API names of the section's fields on the opportunity. */
  readonly fields: import('../core/mapping/section-fields.ts').SectionFieldNames;
  /** Upper bound of one call in milliseconds. */
  readonly timeoutMs: number;
  readonly log: CrmLog;
}

/** The three lines an adapter writes; pino fits. Never given field values. */
export interface CrmLog {
  debug(context: object, message: string): void;
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
}
