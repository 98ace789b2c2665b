import type { Schema } from '../schema/index.ts';
import type { Principal } from '../security/principal.ts';
import type { Store } from '../store/store.ts';
import type { Row, Values } from '../store/values.ts';

/** What a committed operation tells the webhook steps. */
export interface Change {
  readonly message: 'Create' | 'Update' | 'Delete';
  readonly table: string;
  readonly id: string;
  /** Columns that the operation wrote: `InputParameters.Target`. */
  readonly target: Values;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** One operation of one user. */
export interface Session {
  readonly schema: Schema;
  readonly store: Store;
  readonly who: Principal;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Throws when a test has locked this row. */
  readonly checkLock: (id: string) => void;
  /** Filled by the operation. */
  readonly changes: Change[];
}
