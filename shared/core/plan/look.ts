import { isTerminal } from '../lifecycle/transitions.ts';
import { referralState } from '../lifecycle/referral-state.ts';
import { dealFromReferral } from '../mapping/deal-from-referral.ts';
import { reachOf } from '../merge/team-reach.ts';
import { merge, withFieldBase, type MergeResult } from '../merge/merge.ts';
import type { Deal, DealPhase, IsoInstant, Referral } from '../model/index.ts';
import { checkReadiness } from '../readiness/check-readiness.ts';
import { heldBack } from '../readiness/held-back.ts';
import type { Missing } from '../readiness/types.ts';
import type { Context } from './context.ts';
import { laterHelp, mergeSharing, type Sharing } from './plan-sharing.ts';

/** Everything about one look at both sides of a shared deal. */
export interface Look {
  readonly ctx: Context;
  readonly partnerCenter: Deal;
  /** How the deal ended in Partner Center, in its own word; `null` while it is open. */
  readonly ended: string | null;
  readonly missing: readonly Missing[];
  readonly merged: MergeResult;
  readonly sharing: Sharing;
}

export function lookAt(ctx: Context, referral: Referral): Look {
  const closed = isTerminal(referralState(referral));
  const lacks = closed ? [] : heldBack(checkReadiness(ctx.input.opportunity, ctx.policy), ctx.policy);
  const held = new Set(lacks.map((lack) => lack.dealField));
  const sharing = closed ? laterHelp(ctx, true) : mergeSharing(ctx, referral, held.has('help'));
  const partnerCenter = dealFromReferral(referral, ctx.policy);
  const side = { partnerCenter, changedAt: referral.updatedDateTime ?? null, closed, held };
  const merged = mergeBoth(ctx, side, sharing);
  return {
    ctx,
    partnerCenter,
    ended: closed ? referral.substatus : null,
    missing: lacks
      .filter(({ dealField }) => merged.waiting.includes(dealField) || (dealField === 'help' && sharing.waits))
      .map(({ dealField: _, ...lack }) => lack),
    merged,
    sharing,
  };
}

const ENDINGS: Readonly<Record<DealPhase, string | null>> = {
  'on-hold': null,
  open: null,
  won: 'Won',
  lost: 'Lost',
  declined: 'Declined',
  expired: 'Expired',
  error: 'Error',
};

/** How a deal that both sides know to be over has ended; callers need not read such a referral again. */
export function rememberedEnd(ctx: Context): string | null {
  return ctx.link.base === null ? null : ENDINGS[ctx.link.base.partnerCenter.phase];
}

/** A look at the opportunity of a deal that is over, without its referral: that one does not change any more. */
export function lookBack(ctx: Context, partnerCenter: Deal, ended: string): Look {
  const sharing = laterHelp(ctx, true);
  const side = { partnerCenter, changedAt: null, closed: true, held: new Set<string>() };
  return { ctx, partnerCenter, ended, missing: [], merged: mergeBoth(ctx, side, sharing), sharing };
}

interface OtherSide {
  readonly partnerCenter: Deal;
  readonly changedAt: IsoInstant | null;
  readonly closed: boolean;
  readonly held: ReadonlySet<string>;
}

function mergeBoth(ctx: Context, side: OtherSide, sharing: Sharing): MergeResult {
  const merged = merge({
    policy: ctx.policy,
    direction: ctx.link.direction,
    base: ctx.link.base,
    crm: ctx.deal,
    partnerCenter: side.partnerCenter,
    crmChangedAt: ctx.input.opportunity.modifiedAt,
    partnerCenterChangedAt: side.changedAt,
    closed: side.closed,
    reach: reachOf(ctx.input.users, ctx.input.opportunity.memberships),
    held: side.held,
  });
  return {
    ...merged,
    base: withFieldBase(merged.base, 'help', sharing.base),
    sentBase: withFieldBase(merged.sentBase, 'help', sharing.base),
  };
}
