import { isHigher, reachedLevel, wantedLevel } from '../lifecycle/sharing.ts';
import type { PointerWrite } from '../mapping/referral-writer.ts';
import { dealToShare } from '../mapping/new-referral.ts';
import { rowOf } from '../mapping/place.ts';
import type { FieldBase, Ignored } from '../merge/types.ts';
import { describeValue } from '../model/fields.ts';
import type { Referral } from '../model/index.ts';
import type { Context } from './context.ts';

/** What the sharing level asks for. The levels only go up: private, partner-led, co-sell. */
export interface Sharing {
  /** What our own referral needs before Microsoft is invited. */
  readonly writes: readonly PointerWrite[];
  /** Whether Microsoft's referral is to be made once `writes` are done. */
  readonly invites: boolean;
  /** Whether an invitation is due but something for it is lacking. */
  readonly waits: boolean;
  readonly ignored: readonly Ignored[];
  /** The base of `help`; `null` keeps the old one. */
  readonly base: FieldBase | null;
}

const CONSENT = '/consent/consentToShareReferralWithMicrosoftSellers';

/** Compares how much the opportunity asks to share with how much is shared. `held`: something that Microsoft's help needs is lacking. */
export function mergeSharing(ctx: Context, referral: Referral, held: boolean): Sharing {
  const reached = reachedLevel(ctx.link, referral, ctx.input.microsoftReferral);
  const raises = wantedLevel(dealToShare(ctx.deal, ctx.policy)) === 'co-sell' && isHigher('co-sell', reached);
  if (!raises) return laterHelp(ctx, false);
  if (held) return { writes: [], invites: false, waits: true, ignored: [], base: null };
  const writes: PointerWrite[] = [];
  if (referral.type !== 'Shared') writes.push(['/type', 'Shared']);
  if (referral.consent?.consentToShareReferralWithMicrosoftSellers !== true) writes.push([CONSENT, true]);
  return { writes, invites: true, waits: false, ignored: [], base: null };
}

/** Help is told to Microsoft once. Another choice later, or none, is noted and told to the seller once. */
export function laterHelp(ctx: Context, closed: boolean): Sharing {
  const { help } = ctx.deal;
  // Nothing noted: Microsoft was asked by a run that could not note it, or in Partner Center itself.
  const told = ctx.link.base?.crm.help ?? null;
  const off = rowOf(ctx.policy, 'help').places.createInPartnerCenter === null;
  const shared = closed || (told !== null && ctx.link.microsoftReferralId !== null);
  const nothing: Sharing = {
    writes: [],
    invites: false,
    waits: false,
    ignored: [],
    base: { crm: help, partnerCenter: help },
  };
  if (ctx.link.base === null || help === told || off || !shared) return nothing;
  const reason = closed ? 'closed' : help === null ? 'sharing' : 'create-only';
  return {
    ...nothing,
    ignored: [{ field: 'help', reason, crm: describeValue('help', help), partnerCenter: describeValue('help', told) }],
  };
}
