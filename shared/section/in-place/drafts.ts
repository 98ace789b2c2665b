import type { FieldValues, SectionPort } from '../contract/index.ts';
import type { Store } from './store.ts';
import type { Tracker } from './tracker.ts';

/**
 * What the person changes, until it is stored. Two hosts, two ways: Salesforce saves at once (saved-drafts.ts), a Dynamics form when the
 * person saves it (form-drafts.ts). Each section brings its own, so that it does not carry the other's.
 */
export interface Drafts {
  change(values: Partial<FieldValues>): void;
  /** Sends everything that is not stored yet. */
  sendAgain(): void;
  /** Drops what could not be saved; a host form keeps its own values. */
  letGo(): void;
  isSending(): boolean;
  /** Whether the host form has all of the draft, so that saving the form stores it. */
  isInForm(): boolean;
}

export type CreateDrafts = (store: Store, port: SectionPort, tracker: Tracker) => Drafts;
