import type { Schema } from './schema/index.ts';
import type { Principal } from './security/principal.ts';
import type { Store } from './store/store.ts';
import type { Change } from './write/session.ts';

/** A committed change with what the request said about it. */
export interface ChangeEvent {
  readonly change: Change;
  readonly who: Principal;
  /** The `tag` query parameter; plug-ins and webhooks find it in SharedVariables. */
  readonly tag: string | null;
}

/** The one Dataverse environment of the stand-in. */
export interface Environment {
  readonly schema: Schema;
  readonly store: Store;
  readonly organization: { readonly id: string; readonly name: string };
  readonly now: () => Date;
  readonly newId: () => string;
  /** The user behind a client id or a user id, with the rights of the moment. */
  readonly principal: (userId: string) => Principal | null;
  /** Throws when a test has locked the row. */
  readonly checkLock: (id: string) => void;
  /** Tells the webhook steps, after the commit. */
  readonly publish: (events: readonly ChangeEvent[]) => void;
}
