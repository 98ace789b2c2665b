import type { Permissions } from './access/permissions.ts';
import { type RowAccess, accessTo, atLeast } from './access/sharing.ts';
import type { RecordFaults } from './records/record-faults.ts';
import type { ObjectDefinition, Schema } from './schema/types.ts';
import type { NewId } from './store/ids.ts';
import type { Row, Store } from './store/store.ts';

/** Somebody with a sign-in. */
export interface OrgUser {
  readonly id: string;
  readonly username: string;
  readonly permissions: Permissions;
  /** API names of the custom permissions that permission sets give. */
  readonly customPermissions: readonly string[];
}

/** What a call is made with. */
export interface Session {
  readonly user: OrgUser;
  /** API version of the call, `64.0`. */
  readonly version: string;
  /** Becomes `changeOrigin` of the change events that the call causes. */
  readonly changeOrigin: string;
}

/** Who and how of the transaction that is being committed. */
export interface CommitContext {
  readonly userId: string;
  readonly changeOrigin: string;
}

/** The state of the sandbox org. */
export interface Org {
  readonly schema: Schema;
  readonly store: Store;
  readonly recordFaults: RecordFaults;
  readonly newId: (keyPrefix: string) => NewId;
  readonly organizationId: () => string;
  readonly userById: (id: string) => OrgUser | undefined;
  /** API calls of the day, as Sforce-Limit-Info and limits tell them. */
  readonly apiUsage: { used(): number; count(): void };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs a write as somebody, so that its change events name them. */
  readonly commit: <T>(context: CommitContext, work: () => T) => T;
}

export function accessOf(org: Org, user: OrgUser, object: ObjectDefinition, row: Row): RowAccess {
  return accessTo(org.schema, org.store, user, object, row);
}

export function canSee(org: Org, user: OrgUser, object: ObjectDefinition, row: Row): boolean {
  return atLeast(accessOf(org, user, object, row), 'read');
}
