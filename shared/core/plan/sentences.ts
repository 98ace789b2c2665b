import type { AuditChange, AuditEntry, AuditKind } from '../audit/types.ts';
import type { ErrorCode } from '../errors/index.ts';
import type { Conflict, FieldWrite, Ignored } from '../merge/types.ts';
import { describeValue, fieldLabel } from '../model/fields.ts';
import { oneLine } from '../model/text.ts';
import type { CrmKind, IsoInstant, SharingLevel } from '../model/index.ts';
import type { Missing } from '../readiness/types.ts';

/** Words for people, in one place. English; the section translates by code and kind. */
export const CRM_NAMES: Readonly<Record<CrmKind, string>> = { salesforce: 'Salesforce', dynamics: 'Dynamics 365' };

const SHARED: Readonly<Record<SharingLevel, string>> = {
  private: 'Shared with Partner Center as a private deal.',
  'partner-led': 'Shared with Partner Center, visible to Microsoft sellers.',
  'co-sell': 'Shared with Partner Center and Microsoft as a co-sell deal.',
};

const IGNORED: Readonly<Record<Ignored['reason'], { kind: AuditKind; code: ErrorCode; sentence: string }>> = {
  closed: {
    kind: 'ignored-closed',
    code: 'referral-closed',
    sentence: 'Not sent, because the deal is closed in Partner Center.',
  },
  'create-only': {
    kind: 'refused',
    code: 'value-invalid',
    sentence: 'Not sent, because Partner Center takes this only when a deal is first shared.',
  },
  sharing: {
    kind: 'refused',
    code: 'sharing-cannot-go-down',
    sentence: 'Not taken back: what Microsoft has seen stays shared.',
  },
};

export function sharedSentence(level: SharingLevel): string {
  return SHARED[level];
}

type EntryParts = Partial<Omit<AuditEntry, 'at' | 'kind' | 'sentence'>>;

export function entry(at: IsoInstant, kind: AuditKind, sentence: string, parts: EntryParts = {}): AuditEntry {
  return { at, kind, ok: null, sentence, changes: [], errorCode: null, reference: null, ...parts };
}

export function changesOf(writes: readonly FieldWrite[], direction: AuditChange['direction']): readonly AuditChange[] {
  return writes.map(({ field, from, to }) => ({
    field,
    from: describeValue(field, from),
    to: describeValue(field, to),
    direction,
  }));
}

/** One entry per reason: an edit that Partner Center will never get is told once, with both values. */
export function ignoredEntries(at: IsoInstant, ignored: readonly Ignored[]): readonly AuditEntry[] {
  return (['closed', 'create-only', 'sharing'] as const).flatMap((reason) => {
    const changes = ignored
      .filter((edit) => edit.reason === reason)
      .map(({ field, crm, partnerCenter }) => ({
        field,
        from: partnerCenter,
        to: crm,
        direction: 'to-partner-center' as const,
      }));
    const { kind, code, sentence } = IGNORED[reason];
    return changes.length === 0 ? [] : [entry(at, kind, sentence, { changes, ok: false, errorCode: code })];
  });
}

export function notReadyEntry(at: IsoInstant, missing: readonly Missing[], shared: boolean): AuditEntry {
  const list = missing.map((lack) => `${lack.message} ${lack.cure}`).join(' ');
  const sentence = `${shared ? 'Not fully sent' : 'Not ready to share'}: ${list}`;
  const detail = missing.map((lack) => lack.code).join(',');
  return entry(at, 'not-ready', sentence, { ok: false, errorCode: 'not-ready', detail });
}

export function conflictSentence(conflicts: readonly Conflict[]): string {
  const show = (value: string | null) => (value === null ? '(empty)' : oneLine(value, 60));
  const list = conflicts.map(
    ({ field, crm, partnerCenter }) =>
      `${fieldLabel(field)} is ${show(crm)} here and ${show(partnerCenter)} in Partner Center`,
  );
  return `Changed on both sides: ${list.join('; ')}. Enter the right value on one of them.`;
}
