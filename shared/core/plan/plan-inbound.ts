import type { LifecycleEvent } from '../lifecycle/transitions.ts';
import { TRANSITIONS } from '../lifecycle/transitions.ts';
import { patchOperations } from '../mapping/patch.ts';
import type { PointerWrite } from '../mapping/referral-writer.ts';
import type { Referral } from '../model/index.ts';
import type { Context } from './context.ts';
import { finish } from './finish.ts';
import { withStep } from './plan-create.ts';
import { wantedAnswer } from './requests.ts';
import { CRM_NAMES, entry } from './sentences.ts';
import type { SyncPlan } from './types.ts';

/**
 * An inbound deal that waits for the seller's answer. Edits wait too, and the base stays as it is. The answer is a request row, or the
 * opportunity leaving the on-hold stage (microsoft-connector.md §7).
 */
export function planInboundAnswer(ctx: Context, referral: Referral): SyncPlan {
  const request = wantedAnswer(ctx);
  const event = request === null ? eventOfStage(ctx) : request.action === 'accept' ? 'accept' : 'decline';
  const move = event === null ? null : TRANSITIONS['new-inbound'][event];
  if (move?.kind !== 'patch') {
    const message = 'Microsoft sent this deal and waits for your answer.';
    const details = { message, cure: 'Accept or decline it.' };
    return finish(ctx, { status: 'answer-needed', link: ctx.link, details });
  }
  const declined = move.substatus === 'Declined';
  const reason = request?.reason ?? `Closed as lost in ${CRM_NAMES[ctx.policy.crm]}`;
  const operations = patchOperations(referral, [
    ['/status', move.status],
    ['/substatus', move.substatus],
    ...(declined ? [['/statusReason', reason] as const] : claimOf(ctx, referral)),
  ]);
  const sentence = declined ? `The deal was declined: ${reason}.` : 'The deal was accepted.';
  return withStep(ctx, {
    kind: 'patch',
    referralId: referral.id,
    eTag: referral.eTag ?? '',
    operations,
    audit: [entry(ctx.input.now, 'answered', sentence, { ok: true, detail: declined ? 'declined' : 'accepted' })],
    settlement: { policy: ctx.policy, base: ctx.link.base, fields: [] },
  });
}

/**
 * The CRM's identifier, for a deal that did not begin here: it goes with the first patch there is. Before the deal is accepted Partner Center
 * takes nothing but the answer.
 */
export function claimOf({ input }: Context, referral: Referral): readonly PointerWrite[] {
  return (referral.externalReferenceId ?? '') === '' ? [['/externalReferenceId', input.opportunity.id]] : [];
}

/** What moving the opportunity out of the on-hold stage says. Only a move counts: it must have been seen on hold before. */
function eventOfStage(ctx: Context): LifecycleEvent | null {
  if (!ctx.policy.inbound.answerByStage || ctx.link.base?.crm.phase !== 'on-hold') return null;
  const { phase } = ctx.deal;
  if (phase === 'open') return 'accept';
  if (phase === 'won') return 'win';
  return phase === 'lost' ? 'lose' : null;
}
