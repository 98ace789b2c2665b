import { isHigher, reachedLevel, wantedLevel } from '../lifecycle/sharing.ts';
import type { PointerWrite } from '../mapping/referral-writer.ts';
import { rowOf } from '../mapping/place.ts';
import type { FieldBase, Ignored } from '../merge/types.ts';
import type { Referral } from '../model/index.ts';
import type { Context } from './context.ts';
import { dealToShare } from './plan-create.ts';

/** What the sharing level asks for. The levels only go up: private, partner-led, co-sell. */
export interface Sharing {
  /** What our own referral needs before Microsoft is invited. */
  readonly writes: readonly PointerWrite[];
  /** Whether Microsoft's referral is to be made once `writes` are done. */
  readonly invites: boolean;
  readonly ignored: readonly Ignored[];
  /** The base of `help`; `null` keeps the old one. */
  readonly base: FieldBase | null;
}

const CONSENT = '/consent/consentToShareReferralWithMicrosoftSellers';

/** Compares how much the opportunity asks to share with how much is shared. A lack in the help (`held`) keeps a co-sell from starting. */
export function mergeSharing(ctx: Context, referral: Referral, state: { closed: boolean; held: boolean }): Sharing {
  const wanted = dealToShare(ctx);
  const reached = reachedLevel(ctx.link, referral, ctx.input.microsoftReferral);
  const raises = wantedLevel(wanted) === 'co-sell' && isHigher('co-sell', reached);
  if (raises && !state.closed) {
    const writes: PointerWrite[] = [];
    if (referral.type !== 'Shared') writes.push(['/type', 'Shared']);
    if (referral.consent?.consentToShareReferralWithMicrosoftSellers !== true) writes.push([CONSENT, true]);
    const waits = state.held;
    return { writes: waits ? [] : writes, invites: !waits, ignored: [], base: null };
  }
  return { writes: [], invites: false, ...laterChange(ctx, state.closed) };
}

/** Help is told to Microsoft once. Another choice later, or none, is noted and told to the seller once. */
function laterChange(ctx: Context, closed: boolean): Pick<Sharing, 'ignored' | 'base'> {
  const { help } = ctx.deal;
  const told = ctx.link.base?.crm.help ?? null;
  const base = { crm: help, partnerCenter: help };
  const shared = ctx.link.microsoftReferralId !== null;
  const silent =
    ctx.link.base === null || help === told || rowOf(ctx.policy, 'help').places.createInPartnerCenter === null;
  if (silent || (!shared && !closed)) return { ignored: [], base };
  const reason = closed ? 'closed' : help === null ? 'sharing' : 'create-only';
  return { ignored: [{ field: 'help', reason, crm: help, partnerCenter: told }], base };
}
