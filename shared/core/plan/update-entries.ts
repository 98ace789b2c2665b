import { renderChanges } from '../audit/render.ts';
import type { AuditEntry } from '../audit/types.ts';
import type { FieldWrite } from '../merge/types.ts';
import type { Look } from './look.ts';
import { changesOf, conflictSentence, entry, notReadyEntry } from './sentences.ts';

/** What a patch sends, told once it has succeeded. */
export function sentEntries(look: Look): readonly AuditEntry[] {
  const { now } = look.ctx.input;
  const writes = look.merged.toPartnerCenter;
  const isPlain = (write: FieldWrite) =>
    write.field !== 'phase' && write.field !== 'visibleToMicrosoft' && !write.overwrites;
  const changed = changesOf(writes.filter(isPlain), 'to-partner-center');
  const kept = changesOf(
    writes.filter((write) => write.overwrites),
    'to-partner-center',
  );
  const phase = writes.find((write) => write.field === 'phase')?.to;
  const raised = writes.some((write) => write.field === 'visibleToMicrosoft') && !look.sharing.invites;
  const entries: AuditEntry[] = [];
  if (phase !== undefined) {
    const detail = phase === 'won' ? 'Won' : 'Lost';
    const sentence = `Closed as ${detail} in Partner Center.`;
    entries.push(entry(now, 'closed', sentence, { ok: true, changes: changed, detail }));
  } else if (changed.length > 0)
    entries.push(entry(now, 'updated', 'Sent to Partner Center:', { ok: true, changes: changed }));
  if (kept.length > 0) {
    const sentence = 'Changed on both sides, the value from here was kept:';
    entries.push(entry(now, 'conflict', sentence, { ok: true, changes: kept }));
  }
  if (raised) entries.push(entry(now, 'sharing-raised', 'Microsoft sellers can see the deal now.', { ok: true }));
  return entries;
}

export function resumedEntries({ ctx, ended }: Look): readonly AuditEntry[] {
  const resumed = ctx.shown.status === 'paused' && ended === null;
  return resumed ? [entry(ctx.input.now, 'resumed', 'Sync was switched on again.')] : [];
}

/**
 * What came from Partner Center. Our own sharing shows up as the tick on the form; the line that tells the sharing is enough,
 * also when it is this run that tells it for one that was interrupted (`finish`).
 */
export function receivedEntries({ ctx, merged }: Look): readonly AuditEntry[] {
  const untold = ctx.link.direction === 'outbound' && !ctx.shown.referralId;
  const ours = untold || ctx.input.journal.some((e) => e.kind === 'referral-created' || e.kind === 'microsoft-invited');
  const writes = merged.toCrm.filter((write) => !(ours && write.field === 'visibleToMicrosoft'));
  const changed = changesOf(
    writes.filter((write) => !write.overwrites),
    'to-crm',
  );
  const replaced = changesOf(
    writes.filter((write) => write.overwrites),
    'to-crm',
  );
  const { now } = ctx.input;
  return [
    ...(changed.length > 0
      ? [entry(now, 'updated', 'Received from Partner Center:', { ok: true, changes: changed })]
      : []),
    ...(replaced.length > 0
      ? [
          entry(now, 'conflict', 'Changed on both sides, the value from Partner Center was kept:', {
            ok: true,
            changes: replaced,
          }),
        ]
      : []),
  ];
}

/**
 * What both sides changed alike: mostly an edit that an earlier run sent without hearing that it arrived. Left out when the newest line
 * says it already. How a deal ends and what Microsoft sees have lines of their own.
 */
export function agreedEntries({ ctx, merged }: Look): readonly AuditEntry[] {
  const plain = merged.agreed.filter(({ field }) => field !== 'phase' && field !== 'visibleToMicrosoft');
  const changes = changesOf(plain, 'to-partner-center');
  const newest = ctx.shown.audit?.split('\n', 1)[0] ?? '';
  if (changes.length === 0 || newest.includes(renderChanges(changes))) return [];
  return [entry(ctx.input.now, 'updated', 'In both systems now:', { ok: true, changes, detail: 'agreed' })];
}

/** The end is told once, whoever closed the deal. */
export function closedEntries({ ctx, ended }: Look): readonly AuditEntry[] {
  const told = ctx.shown.status === 'closed' || ctx.input.journal.some((e) => e.kind === 'closed');
  if (ended === null || told) return [];
  return [entry(ctx.input.now, 'closed', `The deal has ended in Partner Center: ${ended}.`, { detail: ended })];
}

/** What waits for a person: told once, until it is something else. */
export function openEntries({ ctx, merged, missing }: Look): readonly AuditEntry[] {
  const before = ctx.shown.details;
  const { now } = ctx.input;
  const news = (now: readonly unknown[], then: readonly unknown[] | undefined) =>
    now.length > 0 && JSON.stringify(now) !== JSON.stringify(then);
  return [
    ...(news(missing, before?.missing) ? [notReadyEntry(now, missing, true)] : []),
    ...(news(merged.conflicts, before?.conflicts)
      ? [
          entry(now, 'conflict', conflictSentence(merged.conflicts), {
            ok: false,
            detail: merged.conflicts.map(({ field }) => field).join(','),
          }),
        ]
      : []),
  ];
}
