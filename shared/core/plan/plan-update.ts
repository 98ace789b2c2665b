import { TRANSITIONS } from '../lifecycle/transitions.ts';
import { referralState } from '../lifecycle/referral-state.ts';
import { patchOperations } from '../mapping/patch.ts';
import { rowOf } from '../mapping/place.ts';
import { fieldToReferral, type PointerWrite } from '../mapping/referral-writer.ts';
import { withField } from '../model/fields.ts';
import type { DealPhase, Referral } from '../model/index.ts';
import type { Context } from './context.ts';
import { type Look, lookAt } from './look.ts';
import { planInvitation, withStep } from './plan-create.ts';
import { planCrm } from './plan-crm.ts';
import { claimOf } from './plan-inbound.ts';
import type { SyncPlan } from './types.ts';
import { sentEntries } from './update-entries.ts';

/** A deal that both sides have: one patch with all that changed here, then Microsoft's invitation if it is due, then the CRM. */
export function planUpdate(ctx: Context, referral: Referral): SyncPlan {
  const look = lookAt(ctx, referral);
  if (look.merged.toPartnerCenter.length > 0 || look.sharing.writes.length > 0) return planPatch(look, referral);
  if (look.sharing.invites) return planInvitation(ctx, referral.engagementId, look.merged.base);
  return planCrm(look);
}

function planPatch(look: Look, referral: Referral): SyncPlan {
  const { ctx, merged, sharing } = look;
  const { policy } = ctx;
  const writes = merged.toPartnerCenter;
  let sent = ctx.deal;
  for (const { field, to } of writes) sent = withField(sent, field, to);
  const pointers = writes.flatMap(({ field }): readonly PointerWrite[] =>
    field === 'phase' ? endWrites(referral, sent.phase) : fieldToReferral(rowOf(policy, field), sent, referral),
  );
  return withStep(ctx, {
    kind: 'patch',
    referralId: referral.id,
    eTag: referral.eTag ?? '',
    // Help and visibility may ask for the same consent: one operation each.
    operations: patchOperations(referral, [...new Map([...sharing.writes, ...pointers, ...claimOf(ctx, referral)])]),
    audit: sentEntries(look),
    settlement: {
      policy,
      base: merged.sentBase,
      fields: merged.settles.filter((field) => field !== 'visibleToMicrosoft'),
    },
  });
}

/** Status and substatus go together (partner-center-referrals.md §6). */
function endWrites(referral: Referral, phase: DealPhase): readonly PointerWrite[] {
  const move = TRANSITIONS[referralState(referral)][phase === 'won' ? 'win' : 'lose'];
  if (move.kind !== 'patch') return [];
  return [
    ['/status', move.status],
    ['/substatus', move.substatus],
  ];
}
