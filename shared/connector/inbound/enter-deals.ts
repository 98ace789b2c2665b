import { lookupOf, planNewOpportunity, routeReferral, targetOf, type InboundRules } from '../../core/inbound/index.ts';
import type { CreateOutcome, DealMatch, NewOpportunityPlan, Route } from '../../core/inbound/index.ts';
import { asCosellError, type CosellError } from '../../core/index.ts';
import type { Link, Referral } from '../../core/model/index.ts';
import type { BatchItem } from '../queue/queue.ts';
import type { SyncJob } from '../queue/sync-jobs.ts';
import type { InboundStore } from '../store/inbound-store.ts';
import type { WorkerDeps } from '../worker/deps.ts';
import type { ItemOutcome } from '../worker/outcome.ts';
import { failedOutcome } from './failed-outcome.ts';
import { referralOfKey } from './deal-key.ts';
import { enterLeads } from './enter-leads.ts';
import { firstOfEachCustomer } from './rounds.ts';

export interface EnterDeps extends Omit<WorkerDeps, 'store'> {
  readonly inbound: InboundStore;
  readonly rules: InboundRules;
  readonly sync: { add(jobs: readonly SyncJob[]): Promise<void> };
}

/** A deal that is still to be entered. */
interface Open {
  readonly referral: Referral;
  readonly failures: number;
}

/** How it went with one deal: the link to remember, or why there is none. */
type Result = { readonly link: Link } | { readonly error: CosellError };

/**
 * Makes opportunities of deals that came from Partner Center: all that are queued for one CRM together, each with its account and contacts
 * or not at all. What a process that was killed has made is found by its referral and only linked.
 *
 * @param batch jobs whose key is a referral's (deal-key.ts)
 * @throws only when the store cannot be reached; the batch is then taken again
 */
export async function enterDeals(deps: EnterDeps, batch: readonly BatchItem[]): Promise<readonly ItemOutcome[]> {
  const failures = new Map(batch.map((job) => [referralOfKey(job.opportunityId) ?? '', job.failures]));
  const results = await deps.inbound.alone(deps.crmName, () => enterAll(deps, failures));
  return batch.map((job): ItemOutcome => {
    const result = results.get(referralOfKey(job.opportunityId) ?? '');
    if (result !== undefined && 'error' in result) return failedOutcome(deps, job, result.error);
    const { opportunityId } = job;
    return {
      kind: 'done',
      opportunityId,
      link: null,
      seen: { opportunityId, crm: null, referral: null, microsoft: null },
    };
  });
}

async function enterAll(deps: EnterDeps, failures: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, Result>> {
  const { inbound, sync, log } = deps;
  const results = new Map<string, Result>();
  const ids = [...failures.keys()];
  const linked = await inbound.linksOf(ids);
  await sync.add(linked.map(({ crm, opportunityId }) => ({ crm, opportunityId, urgent: true })));
  const known = new Set(linked.map(({ asked }) => asked));
  const read = await readAll(
    deps,
    ids.filter((id) => !known.has(id)),
    results,
  );
  const ofKind = (kind: Route['kind']) => read.filter((referral) => routeReferral(referral, deps.rules).kind === kind);
  const wanted = ofKind('opportunity');
  await enterLeads(deps, ofKind('lead'), results);
  await inbound.dropped(ids.filter((id) => !results.has(id) && !wanted.some((referral) => referral.id === id)));
  let open: readonly Open[] = wanted.map((referral) => ({ referral, failures: failures.get(referral.id) ?? 0 }));
  while (open.length > 0) {
    const { entered, waiting } = await enterRound(deps, open);
    const links = [...entered.values()].flatMap((result) => ('link' in result ? [result.link] : []));
    if (links.length > 0) await inbound.entered(deps.crmName, links);
    for (const [id, result] of entered) results.set(id, result);
    for (const { referralId, opportunityId } of links) log.info({ referralId, opportunityId }, 'A deal was entered');
    open = waiting;
  }
  return results;
}

async function readAll(
  { partnerCenter, limit }: EnterDeps,
  ids: readonly string[],
  results: Map<string, Result>,
): Promise<readonly Referral[]> {
  const read = await Promise.all(
    ids.map(async (id) => {
      try {
        return await limit(() => partnerCenter.get(id));
      } catch (thrown) {
        results.set(id, { error: asCosellError(thrown) });
        return null;
      }
    }),
  );
  return read.filter((referral) => referral !== null);
}

/** Looks for what is there, and enters all deals that do not wait for another's new account. */
async function enterRound(
  deps: EnterDeps,
  open: readonly Open[],
): Promise<{ readonly entered: ReadonlyMap<string, Result>; readonly waiting: readonly Open[] }> {
  const { crm, policy, rules } = deps;
  const entered = new Map<string, Result>();
  const fail = (thrown: unknown) => {
    for (const { referral } of open)
      if (!entered.has(referral.id)) entered.set(referral.id, { error: asCosellError(thrown) });
    return { entered, waiting: [] };
  };
  let matches: readonly DealMatch[];
  try {
    matches = await crm.findDeals(open.map(({ referral }) => lookupOf(referral, targetOf(referral, rules), policy)));
  } catch (thrown) {
    return fail(thrown);
  }
  const now = deps.now().toISOString();
  const planned = open.flatMap((deal, index) => {
    const match = matches[index];
    if (match === undefined) return [];
    const plan = planNewOpportunity({ now, policy, referral: deal.referral, microsoftReferral: null, match });
    if (match.opportunityId === null) return [{ deal, plan }];
    entered.set(deal.referral.id, { link: { ...plan.link, opportunityId: match.opportunityId } });
    return [];
  });
  const { first, others } = firstOfEachCustomer(planned, ({ plan }) => plan.create);
  try {
    const outcomes = await crm.createOpportunities(first.map(({ plan }) => plan.create));
    first.forEach(({ deal, plan }, index) => entered.set(deal.referral.id, resultOf(plan, outcomes[index])));
  } catch (thrown) {
    return fail(thrown);
  }
  return { entered, waiting: others.map(({ deal }) => deal) };
}

function resultOf(plan: NewOpportunityPlan, outcome: CreateOutcome | undefined): Result {
  if (outcome?.opportunityId != null) return { link: { ...plan.link, opportunityId: outcome.opportunityId } };
  return { error: outcome?.error ?? asCosellError(new Error('no outcome')) };
}
