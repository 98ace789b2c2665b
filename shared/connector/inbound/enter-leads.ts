import { lookupOf, planNewLead, targetOf } from '../../core/inbound/index.ts';
import { asCosellError, type CosellError } from '../../core/index.ts';
import type { Referral } from '../../core/model/index.ts';
import type { EnterDeps } from './enter-deals.ts';

/**
 * Makes leads of marketplace and qualified leads. They are not synced: when one becomes a shared deal, that deal is entered like any other.
 * One that is there already is found, and left as its people have made it.
 */
export async function enterLeads(
  { crm, policy, rules, log }: EnterDeps,
  referrals: readonly Referral[],
  results: { set(referralId: string, result: { readonly error: CosellError }): unknown },
): Promise<void> {
  if (referrals.length === 0) return;
  try {
    const matches = await crm.findDeals(
      referrals.map((referral) => ({
        ...lookupOf(referral, targetOf(referral, rules), policy),
        account: null,
        emails: [],
        currency: null,
      })),
    );
    const leads = referrals.map((referral, index) => {
      const { ownerId = null, teamId = null } = matches[index] ?? {};
      const team = teamId === null ? null : ({ kind: 'team', id: teamId } as const);
      return planNewLead(referral, policy, team ?? (ownerId === null ? null : { kind: 'user', id: ownerId }));
    });
    for (const { referralId, error } of await crm.createLeads(leads)) {
      if (error !== null) results.set(referralId, { error });
      else log.info({ referralId }, 'A lead was entered');
    }
  } catch (thrown) {
    for (const { id } of referrals) results.set(id, { error: asCosellError(thrown) });
  }
}
