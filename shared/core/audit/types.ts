import type { ErrorCode } from '../errors/index.ts';
import type { IsoInstant } from '../model/index.ts';

/** What happened, for people to read and for the history to filter. Values are shown as text in neutral form. */
export interface AuditEntry {
  readonly at: IsoInstant;
  readonly kind: AuditKind;
  /** `true` ✔, `false` ✖, `null` neither. */
  readonly ok: boolean | null;
  /** One plain sentence (English; the section translates by `kind`). */
  readonly sentence: string;
  readonly changes: readonly AuditChange[];
  readonly errorCode: ErrorCode | null;
  readonly reference: string | null;
  /**
   * What `sentence` says beyond `kind`, in the core's words, so that the section can say it in every language: the sharing level reached,
   * the help asked for, `accepted` or `declined`, how the deal ended, `agreed` for what both
   * sides changed alike, or the missing codes or fields in conflict, joined by commas; of a deal
   * that was received, where it came from and what was found and made for it (core/inbound/received-entry.ts), joined by commas.
   */
  readonly detail?: string;
}

export interface AuditChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly direction: 'to-partner-center' | 'to-crm';
}

export type AuditKind =
  | 'received'
  | 'referral-created'
  | 'microsoft-invited'
  | 'microsoft-answered'
  | 'updated'
  | 'closed'
  | 'sharing-raised'
  | 'conflict'
  | 'not-ready'
  | 'ignored-closed'
  | 'paused'
  | 'resumed'
  | 'unlinked'
  | 'refused'
  | 'retrying'
  | 'failed'
  | 'answered';
