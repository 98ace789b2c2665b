import type { ConnectionRow, CrmAdapterOptions, CrmPort, WatchHandlers } from '../../../shared/crm/port.ts';
import type { HELP_CODES } from '../../../shared/core/index.ts';
import type { CrmValue } from '../../../shared/core/model/index.ts';

/**
 * Who acts on the CRM: the seller owns what he makes, the stranger may not see it, the integration user sees all.
 * These are the client ids of the sandbox (design.md §6).
 */
export type Actor = 'seller' | 'stranger' | 'sandbox';

/** What the suite says of an opportunity in neutral words; the world turns it into its CRM's columns. */
export interface OpportunitySeed {
  readonly name: string;
  /** Decimal text; the world sends it as the number its API takes. */
  readonly amount?: string;
  /** `YYYY-MM-DD`. */
  readonly closeDate?: string;
  readonly description?: string;
  readonly sync?: boolean;
  /** One of the core's HELP_CODES. */
  readonly help?: (typeof HELP_CODES)[number];
  readonly products?: string;
  readonly accountId?: string;
  /** The primary one first. */
  readonly contactIds?: readonly string[];
}

export interface ContactSeed {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone?: string;
  readonly accountId?: string;
}

/** CRM field paths by the suite's words. */
export interface WorldPaths {
  readonly name: string;
  readonly amount: string;
  readonly closeDate: string;
  readonly description: string;
  readonly accountName: string;
  readonly accountCountry: string;
  readonly accountPostalCode: string;
  readonly currency: string;
}

/** An answered request row as its maker reads it. */
export interface RequestRow {
  /** Our word, translated back from the CRM's own value. */
  readonly status: string;
  readonly message: string | null;
  readonly errorCode: string | null;
  readonly completedAt: string | null;
}

/** One HTTP request that the stand-in saw. */
export interface LoggedCall {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
}

/** The body of `POST /_sandbox/faults`. */
export interface Fault {
  readonly match: { readonly method?: string; readonly path?: string };
  readonly times?: number;
  readonly respond?: { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown };
  readonly delayMs?: number;
  readonly drop?: boolean;
}

/** Everything the suite needs of one CRM. All seeding goes through the stand-in's plain HTTP, never through the port. */
export interface CrmWorld {
  /** The adapter under test; signs in as the integration user, reads at least every path of `paths`. */
  readonly port: CrmPort;
  /** Section field names that the port was made with. */
  readonly fields: CrmAdapterOptions['fields'];
  readonly paths: WorldPaths;
  /** Where the CRM itself compares versions on a batched write, a stale `ifVersion` must be refused. */
  readonly checksVersions: boolean;
  /** Whether changes come by `port.watch` (with a position to restart from) or by an HTTP push. */
  readonly delivery: 'watch' | 'webhook';
  /** A path that names no field of the CRM, in its own style. */
  readonly unknownPath: string;
  /** A field of the opportunity that can be read, and that nobody may edit. */
  readonly readOnlyPath: string;
  /** A further adapter on the same org, as after a restart; `extraPaths` are read besides. Closed by `close()`. */
  anotherPort(options?: {
    extraPaths?: readonly string[];
    written?: CrmAdapterOptions['written'];
    timeoutMs?: number;
    clientSecret?: string;
  }): CrmPort;

  createAccount(account: { name: string; country: string; postalCode?: string }): Promise<string>;
  /** Company, last name and e-mail of the leads made from this referral. */
  leadsOf(referralId: string): Promise<readonly (readonly unknown[])[]>;
  /** How many accounts of that name there are. */
  countAccounts(name: string): Promise<number>;
  createContact(contact: ContactSeed): Promise<string>;
  /** Makes them as the seller, in as few requests as the CRM allows. */
  createOpportunities(seeds: readonly OpportunitySeed[]): Promise<readonly string[]>;
  /** A user's edit: values by field path of the opportunity itself. */
  updateOpportunity(id: string, values: Readonly<Record<string, CrmValue>>, as?: Actor): Promise<void>;
  updateAccount(id: string, values: { country: string }): Promise<void>;
  updateContact(id: string, values: { phone: string }): Promise<void>;
  /** Another transaction holds the opportunity for longer than any write waits. */
  lock(opportunityId: string): Promise<void>;
  /** Adds a further, not primary, customer contact. */
  addContact(opportunityId: string, contactId: string): Promise<void>;
  /** Who signs in as this actor, as the CRM knows him. */
  userOf(actor: Actor): Promise<{ readonly id: string; readonly email: string }>;
  /** The e-mail of a user who has left. */
  readonly leaver: string;
  /** The id of a user whom the CRM does not have. */
  readonly unknownUser: string;
  /** Makes a user a member of the opportunity's sales team, by a row of its own. */
  addMember(opportunityId: string, userId: string): Promise<void>;
  deleteOpportunity(id: string): Promise<void>;
  /** Fields of the opportunity itself as the CRM stores them, read as the integration user. */
  readOpportunity(id: string, fields: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  /** A row of the request table made by this actor. The stranger cannot see the opportunity: the world makes the row in his name all the same. */
  createRequest(
    as: Actor,
    opportunityId: string,
    action: 'sync' | 'accept' | 'decline',
    reason?: string,
  ): Promise<string>;
  readRequest(id: string): Promise<RequestRow>;

  /** Rows of the connection table as this actor sees them. */
  readConnections(as: Actor): Promise<readonly ConnectionRow[]>;

  /**
   * Starts delivery of hints as the connector would: `port.watch(position, …)`, or the webhook endpoint with the adapter's
   * own translation. Resolves when it is live.
   */
  listen(position: string | null, handlers: WatchHandlers): Promise<{ stop(): Promise<void> }>;

  /** Requests since `clearCalls`, without sign-in, CometD and `/_sandbox`. */
  calls(): Promise<readonly LoggedCall[]>;
  clearCalls(): Promise<void>;
  addFault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  /** All tokens issued so far are refused from now on. */
  expireTokens(): Promise<void>;
  /** Part of the path (substring) of a batched read and of a batched write, for faults. */
  readonly readPath: string;
  readonly writePath: string;
  close(): Promise<void>;
}
