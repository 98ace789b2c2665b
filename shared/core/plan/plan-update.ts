import type { AuditEntry } from '../audit/types.ts';
import { isTerminal, TRANSITIONS } from '../lifecycle/transitions.ts';
import { referralState } from '../lifecycle/referral-state.ts';
import { fieldToCrm } from '../mapping/crm-writer.ts';
import { patchOperations } from '../mapping/patch.ts';
import { rowOf } from '../mapping/place.ts';
import { fieldToReferral, type PointerWrite } from '../mapping/referral-writer.ts';
import { merge, withFieldBase, type MergeResult } from '../merge/merge.ts';
import type { FieldWrite } from '../merge/types.ts';
import { getField, withField } from '../model/fields.ts';
import type { CrmValue, Referral, SyncStatus } from '../model/index.ts';
import { checkReadiness } from '../readiness/check-readiness.ts';
import { heldBack } from '../readiness/held-back.ts';
import type { Missing } from '../readiness/types.ts';
import type { Context } from './context.ts';
import { finish } from './finish.ts';
import { planInvitation, withStep } from './plan-create.ts';
import { mergeSharing, type Sharing } from './plan-sharing.ts';
import { dealFromReferral } from '../mapping/deal-from-referral.ts';
import { changesOf, conflictSentence, entry, ignoredEntries, notReadySentence } from './sentences.ts';
import type { SyncPlan } from './types.ts';

/** Everything about one look at both sides of a shared deal. */
interface Look {
  readonly ctx: Context;
  readonly referral: Referral;
  readonly closed: boolean;
  readonly missing: readonly Missing[];
  readonly merged: MergeResult;
  readonly sharing: Sharing;
}

/** A deal that both sides have: one patch with all that changed here, then Microsoft's invitation if it is due, then the CRM. */
export function planUpdate(ctx: Context, referral: Referral): SyncPlan {
  const look = lookAt(ctx, referral);
  const { merged, sharing } = look;
  if (merged.toPartnerCenter.length > 0 || sharing.writes.length > 0) return planPatch(look);
  if (sharing.invites) return planInvitation(ctx, referral.engagementId, merged.base);
  return planCrm(look);
}

function lookAt(ctx: Context, referral: Referral): Look {
  const { policy, deal, link, input } = ctx;
  const closed = isTerminal(referralState(referral));
  const lacks = closed ? [] : heldBack(checkReadiness(input.opportunity, policy), policy);
  const held = new Set(lacks.map((lack) => lack.dealField));
  const sharing = mergeSharing(ctx, referral, { closed, held: held.has('help') });
  const merged = merge({
    policy,
    direction: link.direction,
    base: link.base,
    crm: deal,
    partnerCenter: dealFromReferral(referral, policy),
    crmChangedAt: input.opportunity.modifiedAt,
    partnerCenterChangedAt: referral.updatedDateTime ?? null,
    closed,
    held,
  });
  const missing = lacks.map(({ dealField: _, ...lack }) => lack);
  const told = { ...merged, base: withFieldBase(merged.base, 'help', sharing.base) };
  return { ctx, referral, closed, missing, merged: told, sharing };
}

function planPatch(look: Look): SyncPlan {
  const { ctx, referral, merged, sharing } = look;
  const { policy, input } = ctx;
  const writes = merged.toPartnerCenter;
  let sent = ctx.deal;
  for (const { field, to } of writes) sent = withField(sent, field, to);
  const pointers = writes.flatMap(({ field }): readonly PointerWrite[] =>
    field === 'phase' ? closingWrites(referral, sent.phase) : fieldToReferral(rowOf(policy, field), sent, referral),
  );
  const operations = patchOperations(referral, [...new Map([...sharing.writes, ...pointers])]);
  const fields = merged.settles.filter((field) => field !== 'visibleToMicrosoft');
  return withStep(ctx, {
    kind: 'patch',
    referralId: referral.id,
    eTag: referral.eTag ?? '',
    operations,
    audit: patchEntries(look, input.now),
    settlement: { policy, base: withFieldBase(merged.sentBase, 'help', sharing.base), fields },
  });
}

function closingWrites(referral: Referral, phase: string): readonly PointerWrite[] {
  const move = TRANSITIONS[referralState(referral)][phase === 'won' ? 'win' : 'lose'];
  return move.kind === 'patch'
    ? [
        ['/status', move.status],
        ['/substatus', move.substatus],
      ]
    : [];
}

function patchEntries(look: Look, now: string): readonly AuditEntry[] {
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
    const sentence = `Closed as ${phase === 'won' ? 'Won' : 'Lost'} in Partner Center.`;
    entries.push(entry(now, 'closed', sentence, { ok: true, changes: changed }));
  } else if (changed.length > 0)
    entries.push(entry(now, 'updated', 'Sent to Partner Center:', { ok: true, changes: changed }));
  if (kept.length > 0) {
    const sentence = 'Changed on both sides, the value from here was kept:';
    entries.push(entry(now, 'conflict', sentence, { ok: true, changes: kept }));
  }
  if (raised) entries.push(entry(now, 'sharing-raised', 'Microsoft sellers can see the deal now.', { ok: true }));
  return entries;
}

function planCrm(look: Look): SyncPlan {
  const { ctx, merged, sharing, missing } = look;
  const { policy, input } = ctx;
  let base = merged.base;
  const crm: Record<string, CrmValue> = {};
  for (const { field, to } of merged.toCrm) {
    Object.assign(crm, fieldToCrm(rowOf(policy, field), to, getField(ctx.deal, field), policy));
    const partnerCenter = getField(dealFromReferral(look.referral, policy), field);
    base = withFieldBase(base, field, { crm: to, partnerCenter });
  }
  const written = merged.toCrm.map(({ field }) => field);
  const link = { ...ctx.link, base, ...(written.length > 0 ? { unconfirmed: written } : {}) };
  const ignored = [...merged.ignored, ...sharing.ignored];
  const status = statusOf(look);
  return finish(ctx, {
    status,
    link,
    crm,
    entries: [
      ...resumedEntries(look),
      ...receivedEntries(look),
      ...closedEntries(look),
      ...ignoredEntries(input.now, ignored),
      ...openEntries(look),
    ],
    details: { ...messageOf(look, status), missing, conflicts: merged.conflicts },
  });
}

function statusOf({ closed, merged, missing }: Look): SyncStatus {
  if (closed) return 'closed';
  if (merged.conflicts.length > 0) return 'conflict';
  return missing.length > 0 ? 'not-ready' : 'in-sync';
}

function messageOf({ referral, merged, missing }: Look, status: SyncStatus) {
  switch (status) {
    case 'closed':
      return { message: `The deal is closed in Partner Center: ${referral.substatus}.` };
    case 'conflict':
      return { message: conflictSentence(merged.conflicts), cure: 'Enter the right value on one side.' };
    case 'not-ready':
      return {
        message: missing.map((lack) => lack.message).join(' '),
        cure: missing.map((lack) => lack.cure).join(' '),
        code: 'not-ready',
      };
    default:
      return { message: 'In sync with Partner Center.' };
  }
}

function resumedEntries({ ctx, closed }: Look): readonly AuditEntry[] {
  const resumed = ctx.shown.status === 'paused' && !closed;
  return resumed ? [entry(ctx.input.now, 'resumed', 'Sync was switched on again.')] : [];
}

/** What came from Partner Center. Our own sharing shows up as the tick on the form; the line that told the sharing is enough. */
function receivedEntries({ ctx, merged }: Look): readonly AuditEntry[] {
  const ours = ctx.input.journal.some((e) => e.kind === 'referral-created' || e.kind === 'microsoft-invited');
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

/** The end is told once, whoever closed the deal. */
function closedEntries({ ctx, referral, closed }: Look): readonly AuditEntry[] {
  const told = ctx.shown.status === 'closed' || ctx.input.journal.some((e) => e.kind === 'closed');
  if (!closed || told) return [];
  return [entry(ctx.input.now, 'closed', `The deal has ended in Partner Center: ${referral.substatus}.`)];
}

/** What waits for a person: told once, until it is something else. */
function openEntries({ ctx, merged, missing }: Look): readonly AuditEntry[] {
  const before = ctx.shown.details;
  const { now } = ctx.input;
  const news = (now: readonly unknown[], then: readonly unknown[] | undefined) =>
    now.length > 0 && JSON.stringify(now) !== JSON.stringify(then);
  return [
    ...(news(missing, before?.missing)
      ? [entry(now, 'not-ready', notReadySentence(missing, true), { ok: false, errorCode: 'not-ready' as const })]
      : []),
    ...(news(merged.conflicts, before?.conflicts)
      ? [entry(now, 'conflict', conflictSentence(merged.conflicts), { ok: false })]
      : []),
  ];
}
