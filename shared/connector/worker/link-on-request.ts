import { linkRefusal, linkTo, releasedValues, type LinkRefusal, type Placeholder } from '../../core/inbound/index.ts';
import { namedReferral } from '../../core/index.ts';
import type { Referral, SyncRequest } from '../../core/model/index.ts';
import type { SyncPlan } from '../../core/plan/types.ts';
import type { WorkerDeps } from './deps.ts';
import type { Item } from './item.ts';

/**
 * A seller goes on with an opportunity of their own instead of the one that was made for a deal from Microsoft. The link moves first, in one
 * transaction; then the other opportunity is released, so that this one can take the identifier. A run that was killed in between does
 * the rest again, because the request is still queued.
 */
export async function linkOnRequest(deps: WorkerDeps, item: Item): Promise<void> {
  const request = item.requests.find(({ action, mayEdit }) => action === 'link' && mayEdit);
  if (request === undefined) return;
  const refusal = await tryToLink(deps, item, request);
  if (refusal !== null) item.refused.set(request.id, refusal);
}

/** The plan with the answers that only the worker can give. */
export function withRefusals(plan: SyncPlan, { refused }: Item): SyncPlan {
  if (refused.size === 0) return plan;
  const answers = plan.answers.map((answer) => {
    const refusal = refused.get(answer.requestId);
    return refusal === undefined ? answer : { ...answer, status: 'failed' as const, ...refusal };
  });
  return { ...plan, answers };
}

async function tryToLink(deps: WorkerDeps, item: Item, { reason }: SyncRequest): Promise<LinkRefusal | null> {
  const { policy, crm, crmName, store } = deps;
  const { opportunity } = item;
  const named = namedReferral(reason);
  if (named === null) {
    const message = 'Give the identifier of the deal, or its link in Partner Center, as the reason.';
    return { message, errorCode: 'value-invalid' };
  }
  const referral = await deps.partnerCenter.get(named);
  const placeholder = referral === null ? null : await placeholderOf(deps, item, referral);
  const isLinked = referral !== null && item.link?.referralId === referral.id;
  if (!isLinked) {
    const refusal = linkRefusal({ policy, opportunity, link: item.link, referral, placeholder });
    if (refusal !== null || referral === null) return refusal;
    const link = linkTo(policy, opportunity, referral);
    await store.moveLink(crmName, link, placeholder?.opportunity.id ?? null);
    item.link = link;
  }
  const now = deps.now().toISOString();
  const release = placeholder === null ? [] : [placeholder.opportunity];
  const writes = [
    ...release.map((other) => ({
      opportunityId: other.id,
      values: releasedValues(policy, other, opportunity.id, now),
      answers: [],
    })),
    { opportunityId: opportunity.id, values: { [policy.fields.sync]: true }, answers: [] },
  ];
  for (const { error } of await crm.write(writes)) if (error !== null) throw error;
  item.opportunity = { ...opportunity, values: { ...opportunity.values, [policy.fields.sync]: true } };
  item.referral = referral;
  return null;
}

/** The opportunity that shows this referral, if it is not the one that is to take it. */
async function placeholderOf(deps: WorkerDeps, item: Item, { id }: Referral): Promise<Placeholder | null> {
  const lookup = { referralId: id, account: null, emails: [], owners: [], team: null, currency: null };
  const [match] = await deps.crm.findDeals([lookup]);
  const other = match?.opportunityId ?? null;
  if (other === null || other === item.opportunity.id) return null;
  const [opportunity] = (await deps.crm.readOpportunities([other])).opportunities;
  if (opportunity === undefined) return null;
  const link = (await deps.store.load(deps.crmName, [other])).get(other)?.link ?? null;
  return { opportunity, link };
}
