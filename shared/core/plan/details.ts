import type { AuditEntry } from '../audit/types.ts';
import type { Conflict } from '../merge/types.ts';
import { isObject } from '../mapping/pointer.ts';
import type { CrmValue, IsoInstant, SharingLevel, SyncStatus } from '../model/index.ts';
import { cutText } from '../model/text.ts';
import type { Missing } from '../readiness/types.ts';

/** What the details field holds as JSON: everything the section shows beyond the status word. */
export interface SyncDetails {
  readonly status: SyncStatus;
  readonly message: string;
  readonly cure: string | null;
  readonly code: string | null;
  readonly missing: readonly Missing[];
  readonly conflicts: readonly Conflict[];
  readonly attempt: number | null;
  readonly nextAttemptAt: IsoInstant | null;
  /** Microsoft's side of a co-sell deal. */
  readonly microsoft: {
    readonly status: string;
    readonly substatus: string;
    /** Names of Microsoft's sellers. */
    readonly sellers?: readonly string[];
  } | null;
  /** How much Microsoft really sees, whatever the form says. */
  readonly sharing: SharingLevel | null;
  /** When the status became what it is. */
  readonly since: IsoInstant;
  /** How the deal ended, in Partner Center's word (Won, Lost, Declined, Expired, Error); `null` while it is open. */
  readonly ended: string | null;
  /** Until when a deal that Microsoft sent can be answered. */
  readonly expiresAt: IsoInstant | null;
  /** What the audit field tells in lines, structured; newest first, at most `MAX_HISTORY`. */
  readonly history: readonly AuditEntry[];
}

/** What details written by an earlier version lack. */
const ADDED = { ended: null, expiresAt: null, history: [] };

/** Length of the details field in both CRMs. */
const MAX_LENGTH = 32_768;
const MAX_TEXT = 500;
const MAX_HISTORY = 20;
/** Of old and new values in the history: enough to recognise a text by. */
const MAX_VALUE = 200;

/** The details as an earlier run left them; `null` when the field is empty or holds something else. */
export function parseDetails(text: CrmValue | undefined): SyncDetails | null {
  if (typeof text !== 'string' || text.trim() === '') return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) && typeof parsed.status === 'string'
      ? ({ ...ADDED, ...parsed } as unknown as SyncDetails)
      : null;
  } catch {
    return null;
  }
}

/** The history with the entries (oldest first) put on top. One that says the same as the one below it is left out, as in the audit field. */
export function withEntries(history: readonly AuditEntry[], entries: readonly AuditEntry[]): readonly AuditEntry[] {
  let all = history;
  for (const entry of entries) {
    const short = shortEntry(entry);
    const [top] = all;
    if (top === undefined || JSON.stringify({ ...top, at: '' }) !== JSON.stringify({ ...short, at: '' }))
      all = [short, ...all];
  }
  return all.slice(0, MAX_HISTORY);
}

function shortEntry(entry: AuditEntry): AuditEntry {
  const value = (text: string | null) => (text === null ? null : cutText(text, MAX_VALUE));
  return {
    ...entry,
    sentence: cutText(entry.sentence, MAX_TEXT),
    changes: entry.changes.map((change) => ({ ...change, from: value(change.from), to: value(change.to) })),
  };
}

/**
 * JSON that fits the field: long texts are cut, then history entries dropped from the end (the audit field has them, too), then those
 * of the other lists, and it stays valid JSON.
 */
export function renderDetails(details: SyncDetails): string {
  const short = (text: string | null) => (text === null ? null : cutText(text, MAX_TEXT));
  const history = [...details.history];
  const missing = details.missing.map((lack) => ({ ...lack, message: cutText(lack.message, MAX_TEXT) }));
  const conflicts = details.conflicts.map((conflict) => ({
    ...conflict,
    crm: short(conflict.crm),
    partnerCenter: short(conflict.partnerCenter),
  }));
  const rest = { ...details, message: cutText(details.message, MAX_TEXT), cure: short(details.cure) };
  const render = () => JSON.stringify({ ...rest, missing, conflicts, history });
  let text = render();
  while (text.length > MAX_LENGTH && history.length + missing.length + conflicts.length > 0) {
    (history.length > 0 ? history : missing.length > conflicts.length ? missing : conflicts).pop();
    text = render();
  }
  return text;
}

/** Whether two details say the same, apart from when it began. */
export function sameDetails(a: SyncDetails, b: SyncDetails): boolean {
  return renderDetails({ ...a, since: '' }) === renderDetails({ ...b, since: '' });
}
