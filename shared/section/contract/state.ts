import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type {
  CrmKind,
  CrmOpportunity,
  CrmValue,
  IsoInstant,
  Person,
  RequestAction,
  RequestStatus,
} from '../../core/model/index.ts';
import type { ConnectionInfo } from '../../core/policy/connection-info.ts';

export type { ConnectionInfo } from '../../core/policy/connection-info.ts';

/** One field of the section as the platform lets this person see and change it. */
export interface FieldAccess {
  readonly readable: boolean;
  readonly editable: boolean;
}

export const EDITABLE_FIELDS = ['sync', 'help', 'products', 'visible'] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];
export type FieldValues = Readonly<Record<EditableField, CrmValue>>;

/** The same of each editable field. */
export function byField<T>(of: (field: EditableField) => T): Readonly<Record<EditableField, T>> {
  return Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, of(field)])) as Record<EditableField, T>;
}

/** A row of the request table, as this section made or found it. */
export interface RequestRow {
  readonly id: string;
  readonly action: RequestAction;
  readonly status: RequestStatus;
  readonly message: string | null;
  readonly errorCode: string | null;
  readonly reason: string | null;
  readonly createdAt: IsoInstant;
  readonly createdBy: string | null;
}

/** The opportunity as last read from the server, with what readiness and preview need. */
export interface SectionRecord {
  /** Raw values by field path, contacts and team, as the connector's adapter delivers them, less who only stands in. */
  readonly opportunity: CrmOpportunity;
  /** Who may stand in as customer contact (core/readiness/only-contact.ts); `null` where that is nobody or was not looked up. */
  readonly accountContact: Person | null;
  readonly access: Readonly<Record<EditableField, FieldAccess>>;
  /** Whether the person may make request rows (sync now, accept, decline). */
  readonly mayRequest: boolean;
  /** The newest request rows, newest first; at most 20. */
  readonly requests: readonly RequestRow[];
  readonly readAt: IsoInstant;
}

/** Why the last thing this person did in the browser did not go through. The draft is kept in every case. */
export interface ClientProblem {
  readonly kind:
    'no-permission' | 'record-locked' | 'offline' | 'signed-out' | 'throttled' | 'conflict' | 'rejected' | 'unknown';
  /** What the platform said, for the folded technical part; never shown as the sentence. */
  readonly technical: string | null;
  readonly field: EditableField | null;
}

/** How an in-place request stands; see in-place/transitions.ts. */
export type RequestPhase = 'idle' | 'creating' | 'queued' | 'working' | 'done' | 'failed' | 'timed-out';

export interface PendingRequest {
  readonly phase: RequestPhase;
  readonly action: RequestAction | 'save';
  readonly startedAt: IsoInstant;
  readonly row: RequestRow | null;
}

export type Dialog =
  | { readonly kind: 'preview' }
  | { readonly kind: 'confirm-visible' }
  | { readonly kind: 'confirm-help'; readonly value: CrmValue }
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline'; readonly reason: string }
  | { readonly kind: 'link'; readonly reason: string }
  | { readonly kind: 'pause' }
  | { readonly kind: 'history' };

/** Everything `describeSection` looks at. Plain data: it reads no clock and no network. */
export interface SectionState {
  readonly now: IsoInstant;
  readonly crm: CrmKind;
  /** The section's fields as deployed: their names for as long as the administrator's are not known. */
  readonly shippedFields: SectionFieldNames;
  readonly load: 'loading' | 'ready' | 'no-permission' | 'failed';
  /** The record is new and has never been saved. */
  readonly unsaved: boolean;
  readonly record: SectionRecord | null;
  /** `null` while loading; `'none'` when the table is empty or cannot be read. */
  readonly connection: ConnectionInfo | 'none' | null;
  readonly isAdmin: boolean;
  readonly online: boolean;
  /** The host form is read-only (closed record, disabled control). */
  readonly disabled: boolean;
  /** What the person changed here and has not been saved: Dynamics until the form is saved, Salesforce while a save is under way. */
  readonly draft: Partial<FieldValues>;
  /** The host form has unsaved changes (Dynamics). */
  readonly formDirty: boolean;
  readonly pending: PendingRequest;
  /** Newer data arrived while the person was typing: it is held here until they ask for it. */
  readonly newer: SectionRecord | null;
  readonly problem: ClientProblem | null;
  readonly dialog: Dialog | null;
  /** Nothing moved for this many minutes: stalled. An App Builder or control property. */
  readonly stalledAfterMinutes: number;
}
