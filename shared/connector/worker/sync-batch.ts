import { asCosellError, isAsAgreed, membersToLookUp, type CosellError } from '../../core/index.ts';
import type { OpportunityRead, OpportunityWrite } from '../../crm/port.ts';
import type { BatchItem } from '../queue/queue.ts';
import { readsMicrosoft } from '../queue/sync-jobs.ts';
import type { Seen } from '../store/seen.ts';
import type { Remembered } from '../store/sync-store.ts';
import type { WorkerDeps } from './deps.ts';
import { createUserFinder } from './find-users.ts';
import { inputOf, type Item } from './item.ts';
import { needsReferral } from './needs-referral.ts';
import type { ItemOutcome } from './outcome.ts';
import { createReferralReader } from './read-referrals.ts';
import { createReferralSearch } from './search.ts';
import { failureOf, syncItem, type Failure, type ItemResult } from './sync-item.ts';

/**
 * Syncs up to 200 opportunities of one CRM: one query, one read, what Partner Center needs, one write. Every opportunity
 * succeeds or fails on its own. What it returns has to be saved (queue/queue.ts); nothing is lost when that does not
 * happen, because everything is read and compared afresh the next time.
 *
 * @throws only when the store cannot be reached; the batch is then taken again
 */
export async function syncBatch(deps: WorkerDeps, batch: readonly BatchItem[]): Promise<readonly ItemOutcome[]> {
  const jobs = new Map(batch.map((job) => [job.opportunityId, job]));
  const ids = [...jobs.keys()];
  const remembered = await deps.store.load(deps.crmName, ids);
  let read: OpportunityRead;
  try {
    read = await deps.crm.readOpportunities(ids);
  } catch (thrown) {
    const error = asCosellError(thrown);
    return ids.map((id) => failedOutcome(deps, id, failureOf(deps, jobs.get(id)?.failures ?? 0, error)));
  }
  const items = itemsOf(read, remembered, jobs);
  const search = createReferralSearch(
    deps.partnerCenter,
    items.flatMap((item) => [...item.intents.values()]),
  );
  const [settled, open] = partition(items, (item) => isSettled(deps, item));
  const reader = createReferralReader(
    deps.partnerCenter,
    open.filter((item) => needsReferral(deps.policy, item)),
  );
  const { policy } = deps;
  const users = createUserFinder(deps.crm, () =>
    open.flatMap((item) => membersToLookUp({ policy, ...item, referral: item.referral ?? reader.listed(item) })),
  );
  const reads = { search, reader, users };
  const results = await Promise.all(open.map((item) => deps.limit(() => syncItem(deps, reads, item))));
  const refusals = await writeBack(deps, results);
  const ended = results.map((result) => outcomeOf(deps, result, refusals.get(result.item.opportunity.id) ?? null));
  const gone = read.missing.map((opportunityId) => ({ kind: 'gone', opportunityId, link: null }) as const);
  const asAgreed = settled.map((item): ItemOutcome => {
    const { id: opportunityId, version } = item.opportunity;
    return {
      kind: 'as-agreed',
      opportunityId,
      link: null,
      seen: { opportunityId, crm: version, referral: null, microsoft: null },
    };
  });
  return [...ended, ...asAgreed, ...gone];
}

/** Nothing in the CRM led anywhere: what Partner Center changes comes by its own events and the sweep. */
function isSettled(deps: WorkerDeps, item: Item): boolean {
  if (!item.ifCrmChanged || item.readsMicrosoft || item.intents.size > 0) return false;
  return isAsAgreed(inputOf(deps, item));
}

/** What we change in Partner Center is told to us, too. */
function isOldNews({ referralChangedAt }: BatchItem, known: Remembered | undefined): boolean {
  const seen = known?.referralSeen ?? null;
  return referralChangedAt !== undefined && seen !== null && Date.parse(referralChangedAt) <= Date.parse(seen);
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter((one) => test(one)), all.filter((one) => !test(one))];
}

function itemsOf(
  read: OpportunityRead,
  remembered: ReadonlyMap<string, Remembered>,
  jobs: ReadonlyMap<string, BatchItem>,
): readonly Item[] {
  return read.opportunities.map((opportunity) => {
    const known = remembered.get(opportunity.id);
    const job = jobs.get(opportunity.id);
    return {
      opportunity,
      requests: read.requests.filter((request) => request.opportunityId === opportunity.id),
      failures: job?.failures ?? 0,
      referralChangedAt: job?.referralChangedAt ?? null,
      ifCrmChanged: job?.failures === 0 && (job.ifCrmChanged === true || isOldNews(job, known)),
      readsMicrosoft: job !== undefined && readsMicrosoft(job),
      refused: new Map(),
      intents: new Map((known?.intents ?? []).map((intent) => [intent.kind, intent])),
      link: known?.link ?? null,
      referral: null,
      microsoftReferral: null,
      users: [],
      journal: [],
    };
  });
}

/** Writes what the plans say, all in one call; returns the errors by opportunity. */
async function writeBack(deps: WorkerDeps, results: readonly ItemResult[]): Promise<ReadonlyMap<string, CosellError>> {
  const writes = results.flatMap(({ item, plan }): OpportunityWrite[] => {
    const { crm: values = {}, team = null, answers = [] } = plan ?? {};
    if (Object.keys(values).length === 0 && team === null && answers.length === 0) return [];
    return [{ opportunityId: item.opportunity.id, values, ...(team !== null && { team }), answers }];
  });
  if (writes.length === 0) return new Map();
  try {
    const outcomes = await deps.crm.write(writes);
    return new Map(outcomes.flatMap(({ opportunityId, error }) => (error ? [[opportunityId, error] as const] : [])));
  } catch (thrown) {
    const error = asCosellError(thrown);
    return new Map(writes.map((write) => [write.opportunityId, error]));
  }
}

function outcomeOf(deps: WorkerDeps, { item, plan, failure }: ItemResult, refusal: CosellError | null): ItemOutcome {
  const opportunityId = item.opportunity.id;
  // What the CRM does not show yet must not count as agreed.
  const link = refusal ? null : (plan?.link ?? null);
  const unseen = refusal && !failure?.nextAttemptAt ? failureOf(deps, item.failures, refusal) : null;
  const counted = unseen ?? failure;
  return counted
    ? failedOutcome(deps, opportunityId, counted, link)
    : { kind: 'done', opportunityId, link, seen: seenOf(item, plan) };
}

/** A write gives the opportunity a version that nobody knows yet. */
function seenOf({ opportunity: { id, version }, referral, microsoftReferral }: Item, plan: ItemResult['plan']): Seen {
  const left = plan !== null && Object.keys(plan.crm).length === 0;
  const updated = referral === null || referral === 'gone' ? null : referral.updatedDateTime;
  const microsoft = microsoftReferral?.updatedDateTime ?? null;
  return { opportunityId: id, crm: left ? version : null, referral: updated ?? null, microsoft };
}

function failedOutcome(
  deps: WorkerDeps,
  opportunityId: string,
  { error, attempt, nextAttemptAt }: Failure,
  link: ItemOutcome['link'] = null,
): ItemOutcome {
  if (nextAttemptAt) return { kind: 'retry', opportunityId, link, error, failures: attempt, notBefore: nextAttemptAt };
  if (!error.retryable) return { kind: 'refused', opportunityId, link, error };
  const letter = {
    crm: deps.crmName,
    opportunityId,
    errorCode: error.code,
    message: error.message,
    cure: error.cure,
    reference: error.reference ?? null,
    failures: attempt,
    at: deps.now().toISOString(),
  };
  return { kind: 'dead', opportunityId, link, error, letter };
}
