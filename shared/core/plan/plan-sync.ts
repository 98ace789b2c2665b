import { checkReadiness } from '../readiness/check-readiness.ts';
import { referralState, isTerminalReferral } from '../lifecycle/referral-state.ts';
import { dealFromCrm } from '../mapping/deal-from-crm.ts';
import { dealFromReferral } from '../mapping/deal-from-referral.ts';
import type { Referral } from '../model/index.ts';
import { adoptedBase } from './adopted-base.ts';
import { contextOf, type Context } from './context.ts';
import { finish } from './finish.ts';
import { adoptReferral, newLink } from './link.ts';
import { planCreate } from './plan-create.ts';
import { planInboundAnswer } from './plan-inbound.ts';
import { CosellError } from '../errors/index.ts';
import { lookBack, rememberedEnd } from './look.ts';
import { planCrm } from './plan-crm.ts';
import { planUpdate } from './plan-update.ts';
import { entry, notReadyEntry } from './sentences.ts';
import type { SyncInput, SyncPlan } from './types.ts';

/**
 * What to do for one opportunity, from what both sides hold now. Pure and idempotent: executing the plan and planning again gives
 * nothing to do. With a `step`, the caller executes it, calls `applyStep`, appends `step.audit` to the journal and plans again with what
 * came back; without, it writes `crm`, gives the `answers`, and remembers `link`. Rules: SPEC.md.
 */
export function planSync(input: SyncInput): SyncPlan {
  const ctx = contextOf(input);
  if (input.failure !== null) return planFailure(ctx, input.failure);
  if (!ctx.syncOn) return planOff(ctx);
  if (input.referral === 'gone') return isForgotten(ctx) ? planFirstShare(unlinked(ctx)) : planGone(ctx);
  if (input.referral === null) return ctx.link.referralId === null ? planFirstShare(ctx) : planEnded(ctx);
  const linked = linkedTo(ctx, input.referral);
  return referralState(input.referral) === 'new-inbound'
    ? planInboundAnswer(linked, input.referral)
    : planUpdate(linked, input.referral);
}

/** A deal that waits for the answer: only an opportunity that was seen on hold can leave that stage, so its place is noted at first sight. */
function linkedTo(ctx: Context, referral: Referral): Context {
  const link = adoptReferral(ctx.link, referral, ctx.input.microsoftReferral);
  const meets = link.direction === 'inbound' && link.base === null && referralState(referral) === 'new-inbound';
  if (!meets) return { ...ctx, link };
  const { policy, input } = ctx;
  const deal = dealFromCrm(input.opportunity, policy);
  return { ...ctx, deal, link: { ...link, base: adoptedBase(policy, deal, dealFromReferral(referral, policy)) } };
}

/** A shared deal whose referral was not read: only right when it is known to be over. */
function planEnded(ctx: Context): SyncPlan {
  const ended = rememberedEnd(ctx);
  if (ctx.link.base !== null && ended !== null) return planCrm(lookBack(ctx, ctx.link.base.partnerCenter, ended));
  throw new CosellError('internal', {
    message: 'The deal was not read from Partner Center before planning.',
    cure: 'Ask your administrator to report this with the connector log.',
  });
}

function planFirstShare(ctx: Context): SyncPlan {
  if (ctx.shown.referralId !== null && ctx.shown.referralId !== '') return planForgotten(ctx);
  const missing = checkReadiness(ctx.input.opportunity, ctx.policy);
  if (missing.length === 0) return planCreate(ctx);
  const told =
    ctx.shown.status === 'not-ready' && JSON.stringify(ctx.shown.details?.missing) === JSON.stringify(missing);
  return finish(ctx, {
    status: 'not-ready',
    link: ctx.link,
    entries: told ? [] : [notReadyEntry(ctx.input.now, missing, false)],
    details: {
      message: missing.map((lack) => lack.message).join(' '),
      cure: missing.map((lack) => lack.cure).join(' '),
      code: 'not-ready',
      missing,
    },
  });
}

/** Sync is off: a deal never shared is none of our business; a shared one is left as it is. */
function planOff(ctx: Context): SyncPlan {
  const { input, link, shown } = ctx;
  if (input.referral === 'gone' && isForgotten(ctx) && link.referralId !== null) return planOff(unlinked(ctx));
  const nothing: SyncPlan = { step: null, crm: {}, team: null, answers: [], link, status: 'not-shared', audit: [] };
  const off = { message: 'Sync with Partner Center is off.', cure: 'Tick Sync with Partner Center to go on.' };
  if (link.referralId === null) {
    const ended = finish(ctx, { status: 'not-shared', link, details: off });
    return shown.status === null ? { ...nothing, answers: ended.answers } : ended;
  }
  const { referral } = input;
  const read = referral !== null && referral !== 'gone' && isTerminalReferral(referral) ? referral.substatus : null;
  const ended = read ?? rememberedEnd(ctx) ?? shownEnd(ctx);
  if (ended !== null) {
    return finish(ctx, {
      status: 'closed',
      link,
      details: { message: 'The deal is closed in Partner Center.', ended },
    });
  }
  const told = shown.status === 'paused';
  const sentence = 'Sync was switched off: nothing is sent until it is on again.';
  return finish(ctx, {
    status: 'paused',
    link,
    entries: told ? [] : [entry(input.now, 'paused', sentence)],
    details: off,
  });
}

/** A deal that ended while Sync was off was looked at once and is not read again: what the CRM shows is all that is remembered of it. */
function shownEnd({ input, shown }: Context): string | null {
  return input.referral === null && shown.status === 'closed' ? (shown.details?.ended ?? null) : null;
}

/**
 * Neither side knows of the deal any more: the CRM once showed its identifier and no longer does (restored from a backup, say), and
 * Partner Center does not have it. Without that earlier sight of it, a referral just made might only not be found yet.
 */
function isForgotten({ link, shown }: Context): boolean {
  return link.lastSuccessAt !== null && (shown.referralId === null || shown.referralId === '');
}

function unlinked(ctx: Context): Context {
  return { ...ctx, link: newLink(ctx.link.opportunityId) };
}

/** The link names a referral that Partner Center no longer has. We never make a second one by ourselves. */
function planGone(ctx: Context): SyncPlan {
  return planUnlinked(ctx, {
    message: 'Partner Center no longer has this deal.',
    cure: 'Untick Sync with Partner Center, or ask your administrator to link another referral.',
  });
}

/** The opportunity shows a referral that nobody remembers: a restored or new store. Another one would be a duplicate. */
function planForgotten(ctx: Context): SyncPlan {
  return planUnlinked(ctx, {
    message: 'This opportunity names a referral that the connector does not remember.',
    cure: 'Ask your administrator to link it again.',
  });
}

function planUnlinked(ctx: Context, details: { readonly message: string; readonly cure: string }): SyncPlan {
  const code = 'referral-not-found';
  const told = ctx.shown.status === 'unlinked';
  const sentence = `${details.message} ${details.cure}`;
  return finish(ctx, {
    status: 'unlinked',
    link: ctx.link,
    entries: told ? [] : [entry(ctx.input.now, 'unlinked', sentence, { ok: false, errorCode: code })],
    details: { ...details, code },
  });
}

/**
 * A step failed: only say so. A passing trouble is told once however its wording changes, and once more when the connector gives up;
 * a refusal is told whenever it is another one.
 */
function planFailure(ctx: Context, failure: NonNullable<SyncInput['failure']>): SyncPlan {
  const { error, attempt, nextAttemptAt } = failure;
  const status = error.retryable && nextAttemptAt !== null ? 'retrying' : 'failed';
  const before = ctx.shown.details;
  const same = before?.status === status && before.code === error.code;
  const told = same && (status === 'retrying' || before.message === error.message);
  const parts = { ok: false, errorCode: error.code, reference: error.reference ?? null };
  const sentence =
    status === 'retrying' ? `${error.message} Trying again by itself.` : `${error.message} ${error.cure}`;
  return finish(ctx, {
    status,
    link: ctx.link,
    entries: told ? [] : [entry(ctx.input.now, status, sentence, parts)],
    details: { message: error.message, cure: error.cure, code: error.code, attempt, nextAttemptAt },
  });
}
