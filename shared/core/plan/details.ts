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
  readonly microsoft: { readonly status: string; readonly substatus: string } | null;
  /** How much Microsoft really sees, whatever the form says. */
  readonly sharing: SharingLevel | null;
  /** When the status became what it is. */
  readonly since: IsoInstant;
}

/** Length of the details field in both CRMs. */
const MAX_LENGTH = 32_768;
const MAX_TEXT = 500;

/** The details as an earlier run left them; `null` when the field is empty or holds something else. */
export function parseDetails(text: CrmValue | undefined): SyncDetails | null {
  if (typeof text !== 'string' || text.trim() === '') return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) && typeof parsed.status === 'string' ? (parsed as unknown as SyncDetails) : null;
  } catch {
    return null;
  }
}

/** JSON that fits the field: long texts are cut, then list entries dropped from the end, and it stays valid JSON. */
export function renderDetails(details: SyncDetails): string {
  const short = (text: string | null) => (text === null ? null : cutText(text, MAX_TEXT));
  const missing = details.missing.map((lack) => ({ ...lack, message: cutText(lack.message, MAX_TEXT) }));
  const conflicts = details.conflicts.map((conflict) => ({
    ...conflict,
    crm: short(conflict.crm),
    partnerCenter: short(conflict.partnerCenter),
  }));
  const rest = { ...details, message: cutText(details.message, MAX_TEXT), cure: short(details.cure) };
  let text = JSON.stringify({ ...rest, missing, conflicts });
  while (text.length > MAX_LENGTH && missing.length + conflicts.length > 0) {
    (missing.length > conflicts.length ? missing : conflicts).pop();
    text = JSON.stringify({ ...rest, missing, conflicts });
  }
  return text;
}

/** Whether two details say the same, apart from when it began. */
export function sameDetails(a: SyncDetails, b: SyncDetails): boolean {
  return renderDetails({ ...a, since: '' }) === renderDetails({ ...b, since: '' });
}
