import { wantedLevel } from '../lifecycle/sharing.ts';
import { dealToShare, microsoftReferral, ownReferral } from '../mapping/new-referral.ts';
import { helpLabel, type Base } from '../model/index.ts';
import type { Context } from './context.ts';
import { entry, sharedSentence } from './sentences.ts';
import type { PartnerCenterStep, SyncPlan } from './types.ts';

/** The first POST: our own referral. The audit line of a co-sell deal is told by the second. */
export function planCreate(ctx: Context): SyncPlan {
  const deal = dealToShare(ctx.deal, ctx.policy);
  const level = wantedLevel(deal);
  const created = entry(ctx.input.now, 'referral-created', sharedSentence(level), { ok: true, detail: level });
  // `visibleToMicrosoft` and `help` are not read back: the CRM's own values are the agreed ones (SPEC.md, sharing).
  const fields = ctx.policy.mapping
    .map((row) => row.field)
    .filter((field) => field !== 'visibleToMicrosoft' && field !== 'help');
  return withStep(ctx, {
    kind: 'create-own',
    body: ownReferral(deal, ctx.policy, level, ctx.input.opportunity.id),
    audit: level === 'co-sell' ? [] : [created],
    settlement: { policy: ctx.policy, base: { crm: ctx.deal, partnerCenter: ctx.deal }, fields },
  });
}

/** The second POST of a co-sell deal: Microsoft's referral in our engagement. */
export function planInvitation(ctx: Context, engagementId: string, base: Base): SyncPlan {
  const deal = dealToShare(ctx.deal, ctx.policy);
  const first = ctx.shown.referralId === null || ctx.shown.referralId === '';
  const sentence = first ? sharedSentence('co-sell') : `Microsoft was asked for help: ${helpLabel(deal.help ?? '')}.`;
  return withStep(ctx, {
    kind: 'create-microsoft',
    body: microsoftReferral(deal, ctx.policy, engagementId),
    audit: [
      first
        ? entry(ctx.input.now, 'referral-created', sentence, { ok: true, detail: 'co-sell' })
        : entry(ctx.input.now, 'microsoft-invited', sentence, { ok: true, detail: deal.help ?? '' }),
    ],
    settlement: {
      policy: ctx.policy,
      base: {
        crm: { ...base.crm, help: ctx.deal.help },
        partnerCenter: { ...base.partnerCenter, help: ctx.deal.help },
      },
      fields: [],
    },
  });
}

export function withStep(ctx: Context, step: PartnerCenterStep): SyncPlan {
  return { step, crm: {}, team: null, answers: [], link: ctx.link, status: 'sending', audit: [...ctx.input.journal] };
}
