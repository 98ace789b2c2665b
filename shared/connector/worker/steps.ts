import { adoptReferral, applyStep, asCosellError, CosellError, newLink } from '../../core/index.ts';
import type { Link, Referral } from '../../core/model/index.ts';
import type { PartnerCenterStep, SyncPlan } from '../../core/plan/types.ts';
import type { WorkerDeps } from './deps.ts';
import type { Item } from './item.ts';
import type { ReferralSearch } from './search.ts';

/** What Partner Center has not listed by then was not made. */
const SHOWN_WITHIN_MS = 60 * 60_000;

type CreateStep = Exclude<PartnerCenterStep, { kind: 'patch' }>;

/** Does the next step of a plan and notes in the item what came of it. */
export async function doStep(deps: WorkerDeps, search: ReferralSearch, item: Item, plan: SyncPlan): Promise<void> {
  const { step, link } = plan;
  if (!step) return;
  if (step.kind === 'patch') {
    item.referral = await deps.partnerCenter.patch(step.referralId, step.operations, step.eTag);
    item.link = applyStep(link, step, item.referral);
  } else {
    // What an earlier run made carries that run's values: it is adopted without a base, so that what was edited since
    // is sent after it.
    const found = await findInterrupted(search, item, link, step.kind);
    const referral = found ?? (await create(deps, item, step));
    const after = found ? adopted(item, link, step.kind, found) : applyStep(link, step, referral);
    await fulfil(deps, item, after, step.kind, referral);
  }
  item.journal = [...item.journal, ...step.audit];
}

/** POSTs, with the intent committed before. An intent stays open for as long as the POST may have made something. */
async function create(deps: WorkerDeps, item: Item, step: CreateStep): Promise<Referral> {
  const opportunityId = item.opportunity.id;
  const startedAt = deps.now().toISOString();
  await deps.store.openIntent(deps.crmName, { opportunityId, kind: step.kind, startedAt });
  try {
    return await deps.partnerCenter.create(step.body);
  } catch (thrown) {
    const madeNothing = thrown instanceof CosellError && !thrown.mayHaveActed && !item.intents.has(step.kind);
    if (madeNothing) await deps.store.closeIntent(deps.crmName, opportunityId, step.kind);
    throw asCosellError(thrown);
  }
}

/**
 * Adopts what an interrupted run made although the plan no longer asks for it: the seller unticked Sync or emptied a
 * needed field in between. The referral exists, so the opportunity has to show it. The link is the remembered one: that of the plan is only right
 * once the CRM has what the plan writes.
 *
 * @returns whether something was adopted, so that one has to plan again
 */
export async function adoptInterrupted(deps: WorkerDeps, search: ReferralSearch, item: Item): Promise<boolean> {
  const link = item.link ?? newLink(item.opportunity.id);
  for (const kind of ['create-own', 'create-microsoft'] as const) {
    const found = await findInterrupted(search, item, link, kind);
    if (!found) {
      await forgetUnmade(deps, item, kind);
      continue;
    }
    await fulfil(deps, item, adopted(item, link, kind, found), kind, found);
    return true;
  }
  return false;
}

/** A POST that nobody wants any more and that made nothing need not be looked for by every sync to come. */
async function forgetUnmade(deps: WorkerDeps, item: Item, kind: CreateStep['kind']): Promise<void> {
  const intent = item.intents.get(kind);
  if (!intent || deps.now().getTime() - Date.parse(intent.startedAt) < SHOWN_WITHIN_MS) return;
  await deps.store.closeIntent(deps.crmName, item.opportunity.id, kind);
  item.intents.delete(kind);
}

/** The referral that an earlier run may have made without hearing of it. */
async function findInterrupted(
  search: ReferralSearch,
  item: Item,
  link: Link,
  kind: CreateStep['kind'],
): Promise<Referral | null> {
  const intent = item.intents.get(kind);
  if (!intent) return null;
  if (kind === 'create-own') return search.own(intent);
  return link.engagementId === null ? null : search.microsoft(link.engagementId);
}

function adopted(item: Item, link: Link, kind: CreateStep['kind'], found: Referral): Link {
  if (kind === 'create-own') return adoptReferral(link, found, null);
  return item.referral && item.referral !== 'gone'
    ? adoptReferral(link, item.referral, found)
    : { ...link, microsoftReferralId: found.id, sharing: 'co-sell' };
}

async function fulfil(
  deps: WorkerDeps,
  item: Item,
  link: Link,
  kind: CreateStep['kind'],
  referral: Referral,
): Promise<void> {
  await deps.store.fulfilIntent(deps.crmName, link, kind);
  item.intents.delete(kind);
  item.link = link;
  if (kind === 'create-own') item.referral = referral;
  else item.microsoftReferral = referral;
}
