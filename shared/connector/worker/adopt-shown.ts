import { adoptReferral, newLink } from '../../core/index.ts';
import type { Referral } from '../../core/model/index.ts';
import type { WorkerDeps } from './deps.ts';
import type { Item } from './item.ts';
import { isSyncOn } from './needs-referral.ts';

/**
 * An opportunity that shows a referral which nobody remembers: made for that deal by a run that was killed, or the store is new. It is tied
 * to the referral again when that one agrees: it came from Microsoft and nobody else claims it, or it names this opportunity.
 */
export async function adoptShown(deps: WorkerDeps, item: Item): Promise<void> {
  const { opportunity, link } = item;
  const shown = opportunity.values[deps.policy.fields.referralId];
  if (link?.referralId != null || typeof shown !== 'string' || shown === '' || !isSyncOn(deps.policy, opportunity))
    return;
  const referral = await deps.partnerCenter.get(shown);
  if (referral === null || !agrees(referral, opportunity.id)) return;
  // A seller has tied the deal to another opportunity, and this one is about to be released.
  if (await deps.store.isLinked(referral.id)) return;
  item.referral = referral;
  item.link = adoptReferral(newLink(opportunity.id), referral, null);
}

function agrees({ externalReferenceId, direction }: Referral, opportunityId: string): boolean {
  const claim = externalReferenceId ?? '';
  return claim === opportunityId || (claim === '' && direction === 'Incoming');
}
