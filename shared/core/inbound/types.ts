import type { CosellError } from '../errors/index.ts';
import type { CrmUser, CrmValue, Person } from '../model/index.ts';

/** What an administrator decides about deals that come from Partner Center, over all CRMs. */
export interface InboundRules {
  readonly enabled: boolean;
  /** `shared`: deals of type Shared, whoever made them. `all`: also Independent ones that people made in Partner Center. */
  readonly deals: 'shared' | 'all';
  /** Whether marketplace and qualified leads become leads of the CRM. */
  readonly leads: boolean;
  /** Where a deal goes that no rule names. */
  readonly target: InboundTarget;
  /** The first that fits counts. */
  readonly rules: readonly InboundRule[];
}

export interface InboundTarget {
  /** Name of the CRM in the configuration. */
  readonly crm: string;
  /** E-mail of the user who owns it where nobody of the deal's own sales team is a user; `null`: the connector's user does. */
  readonly owner: string | null;
  /** Name of the team that is to own it, where the CRM lets teams own records (Dynamics 365). Goes before `owner`. */
  readonly team: string | null;
}

/** A rule fits when all its conditions do; an empty list is no condition. */
export interface InboundRule extends InboundTarget {
  /** Countries of the customer, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Solution ids of which the deal must have one. */
  readonly solutions: readonly string[];
}

/** What has to be looked up in the CRM before a new deal can be entered there. */
export interface DealLookup {
  readonly referralId: string;
  /** `null` when the mapping knows no account. */
  readonly account: AccountLookup | null;
  /** E-mail addresses of customer contacts. */
  readonly emails: readonly string[];
  /** E-mail addresses of possible owners, the best first. */
  readonly owners: readonly string[];
  readonly team: string | null;
  /** ISO 4217. */
  readonly currency: string | null;
}

/** The customer, and the field paths under which the CRM keeps its name and postal code. */
export interface AccountLookup {
  readonly name: string;
  readonly postalCode: string | null;
  readonly namePath: string;
  readonly postalCodePath: string | null;
}

/** How entering one deal or lead ended; one that failed left nothing behind. */
export interface CreateOutcome {
  readonly referralId: string;
  /** Of a lead the lead's id; `null` when it failed. */
  readonly opportunityId: string | null;
  readonly error: CosellError | null;
}

/** An account of the name that was asked for. */
export interface AccountCandidate {
  readonly id: string;
  readonly name: string;
  readonly postalCode: string | null;
}

/** What the CRM has of all that. */
export interface DealMatch {
  readonly referralId: string;
  /** The opportunity that names this referral already; then there is nothing to make. */
  readonly opportunityId: string | null;
  /** Accounts of that name, the oldest first. */
  readonly accounts: readonly AccountCandidate[];
  /** Contacts with one of the addresses, with the account they belong to. */
  readonly contacts: readonly { readonly id: string; readonly email: string; readonly accountId: string | null }[];
  /** The first of `owners` who is an active user. */
  readonly ownerId: string | null;
  readonly teamId: string | null;
  /** Of `owners` those who are active users and can be in the sales team of an opportunity. */
  readonly users: readonly CrmUser[];
  /** Whether an amount in `currency` can be stored. */
  readonly knowsCurrency: boolean;
}

/** A deal to be entered: an opportunity with its account, contacts and sales team, all of it or nothing. */
export interface NewOpportunity {
  readonly referralId: string;
  /** Fields of the opportunity itself by path, and what stands behind a lookup by its natural key (a currency by its ISO code). */
  readonly values: Readonly<Record<string, CrmValue>>;
  /** An account that is there, or the fields of a new one; `null`: none. */
  readonly account: RecordRef | { readonly values: Readonly<Record<string, CrmValue>> } | null;
  /** The primary one first. */
  readonly contacts: readonly (RecordRef | { readonly person: Person })[];
  readonly owner: { readonly kind: 'user' | 'team'; readonly id: string } | null;
  /** Ids of the users in its sales team besides the owner. */
  readonly team: readonly string[];
}

/** A record that is there already. */
export interface RecordRef {
  readonly id: string;
}
