import type { ConnectionInfo, RequestAction, SyncStatus } from '../../../shared/core/index.ts';
import type { StandInClient } from './stand-in-client.ts';

/** An opportunity as a seller would type it in, in the same words for both CRMs. */
export interface OpportunityForm {
  readonly name: string;
  readonly amount: number | null;
  readonly currency: string;
  readonly closeDate: string;
  readonly notes: string | null;
  readonly sync: boolean;
  readonly help: string | null;
  readonly visible: boolean;
  readonly products: string | null;
}

export interface AccountForm {
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly country: string | null;
}

export interface ContactForm {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
}

/** What the Microsoft section's fields hold. */
export interface SectionFields {
  readonly referralId: string | null;
  readonly referralLink: string | null;
  readonly status: SyncStatus;
  readonly audit: readonly string[];
}

export interface Customer {
  readonly accountId: string;
  readonly contactId: string | null;
}

/** What an opportunity holds, in the same words for both CRMs. */
export interface DealFields {
  readonly name: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly closeDate: string;
  readonly notes: string | null;
  readonly products: string | null;
  readonly sync: boolean;
  readonly stage: 'on-hold' | 'open' | 'won' | 'lost';
  readonly account: { readonly name: string; readonly postalCode: string | null; readonly country: string | null };
  /** E-mail of the primary contact. */
  readonly contact: string | null;
}

/** A CRM as its users' own HTTP calls see it. */
export interface CrmDriver {
  readonly name: 'salesforce' | 'dynamics';
  readonly client: StandInClient;
  createCustomer(account: AccountForm, contact: ContactForm | null): Promise<Customer>;
  createOpportunity(form: OpportunityForm, customer: Customer): Promise<string>;
  update(id: string, changes: Partial<OpportunityForm>): Promise<void>;
  /** Sets the opportunity to won or lost the way the CRM's users do. */
  close(id: string, outcome: 'won' | 'lost'): Promise<void>;
  setCountry(accountId: string, country: string): Promise<void>;
  /** Makes the contact the opportunity's contact. */
  addContact(opportunityId: string, accountId: string, contact: ContactForm): Promise<void>;
  /** A user of the CRM who owns nothing: in no team unless somebody puts him there. */
  readonly colleague: string;
  /** E-mails of the members of the opportunity's sales team who have a row in it. */
  members(opportunityId: string): Promise<readonly string[]>;
  /** Takes a member out of the sales team by hand. */
  removeMember(opportunityId: string, email: string): Promise<void>;
  section(id: string): Promise<SectionFields>;
  microsoftCrmId(id: string): Promise<string | null>;
  /** Asks for a sync as the section does: by a request row. Returns its id. */
  request(opportunityId: string, as?: string, action?: RequestAction, reason?: string): Promise<string>;
  /** Opportunities that show this referral; a second one is a duplicate. */
  opportunitiesOf(referralId: string): Promise<readonly string[]>;
  /** As the seller sees it. */
  deal(id: string): Promise<DealFields>;
  /** Moves the opportunity from the on-hold to the active stage, as a user would. */
  accept(id: string): Promise<void>;
  requestStatus(requestId: string): Promise<{ readonly status: string; readonly message: string | null }>;
  /** What the connector tells the sections; every row of the table. */
  connections(): Promise<readonly ConnectionInfo[]>;
  /** Calls that cost the org's quota: not sign-in, not streaming. */
  connectorCalls(): Promise<number>;
}
