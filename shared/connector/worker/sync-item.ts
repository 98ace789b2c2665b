import { asCosellError, CosellError, membersToLookUp, parseDetails, planSync } from '../../core/index.ts';
import type { SyncPlan } from '../../core/plan/types.ts';
import { adoptShown } from './adopt-shown.ts';
import { backoffSeconds } from '../queue/backoff.ts';
import type { WorkerDeps } from './deps.ts';
import type { UserFinder } from './find-users.ts';
import { inputOf, type Item } from './item.ts';
import { linkOnRequest, withRefusals } from './link-on-request.ts';
import { needsReferral } from './needs-referral.ts';
import type { ReferralReader } from './read-referrals.ts';
import type { ReferralSearch } from './search.ts';
import { adoptInterrupted, doStep } from './steps.ts';

/** Own referral, Microsoft's, a patch, and some more: a plan that asks for more than this does not come to an end. */
const MOST_STEPS = 8;
const MOST_CONFLICTS = 3;

/** What an error means for the next attempt. `nextAttemptAt` is `null` when there is none. */
export interface Failure {
  readonly error: CosellError;
  readonly attempt: number;
  readonly nextAttemptAt: Date | null;
}

/** The last plan of an item, to be written to the CRM; `null` when even that could not be made. */
export interface ItemResult {
  readonly item: Item;
  readonly plan: SyncPlan | null;
  readonly failure: Failure | null;
}

/** What the items of a batch share. */
export interface BatchReads {
  readonly search: ReferralSearch;
  readonly reader: ReferralReader;
  readonly users: UserFinder;
}

/** Brings one opportunity and its referral together, up to what has to be written to the CRM. Never rejects. */
export async function syncItem(deps: WorkerDeps, reads: BatchReads, item: Item): Promise<ItemResult> {
  try {
    return { item, plan: withRefusals(await runSteps(deps, reads, item), item), failure: null };
  } catch (thrown) {
    const failure = failureOf(deps, item.failures, asCosellError(thrown));
    return { item, plan: planFailure(deps, item, failure), failure };
  }
}

async function runSteps(deps: WorkerDeps, { search, reader, users }: BatchReads, item: Item): Promise<SyncPlan> {
  await linkOnRequest(deps, item);
  await adoptShown(deps, item);
  if (item.referral === null && needsReferral(deps.policy, item)) item.referral = (await reader.read(item)) ?? 'gone';
  await readMicrosoft(deps, item);
  let conflicts = 0;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    await lookUpMembers(deps, users, item);
    const plan = planSync(inputOf(deps, item));
    if (!plan.step) {
      if (await adoptInterrupted(deps, search, item)) continue;
      return plan;
    }
    // Lists come without the eTag, and a change needs it.
    if (plan.step.kind === 'patch' && plan.step.eTag === '') {
      await readReferral(deps, item);
      continue;
    }
    try {
      await doStep(deps, search, item, plan);
    } catch (thrown) {
      const conflict = thrown instanceof CosellError && thrown.code === 'partner-center-conflict';
      conflicts += 1;
      if (!conflict || conflicts > MOST_CONFLICTS) throw thrown;
      await readReferral(deps, item);
    }
  }
  throw new CosellError('internal', {
    message: 'The connector found no end of changes to make to the referral.',
    cure: 'Ask your administrator to report this with the connector log.',
  });
}

/** Only new members of a referral that is there cost a call: mostly nobody. */
async function lookUpMembers({ policy }: WorkerDeps, users: UserFinder, item: Item): Promise<void> {
  const emails = membersToLookUp({ policy, ...item });
  if (emails.length > 0) item.users = await users.find(emails);
}

/** Only when it changed, or the CRM does not show its state yet: what Microsoft does with its referral is news, never a base for ours. */
async function readMicrosoft(deps: WorkerDeps, item: Item): Promise<void> {
  const id = item.link?.microsoftReferralId;
  if (!id || item.microsoftReferral !== null || !needsReferral(deps.policy, item)) return;
  const shown = parseDetails(item.opportunity.values[deps.policy.fields.details])?.microsoft ?? null;
  if (item.readsMicrosoft || shown === null) item.microsoftReferral = await deps.partnerCenter.get(id);
}

async function readReferral(deps: WorkerDeps, item: Item): Promise<void> {
  const referralId = item.link?.referralId;
  if (referralId) item.referral = (await deps.partnerCenter.get(referralId)) ?? 'gone';
}

/** When, if ever, the sync that failed with `error` is tried again. */
export function failureOf(
  deps: Pick<WorkerDeps, 'retry' | 'now' | 'random'>,
  failures: number,
  error: CosellError,
): Failure {
  const attempt = failures + 1;
  if (!error.retryable || attempt >= deps.retry.limit) return { error, attempt, nextAttemptAt: null };
  const seconds = backoffSeconds(deps.retry, attempt, error.retryAfterSeconds, deps.random());
  return { error, attempt, nextAttemptAt: new Date(deps.now().getTime() + Math.round(seconds * 1000)) };
}

function planFailure(deps: WorkerDeps, item: Item, failure: Failure): SyncPlan | null {
  try {
    const nextAttemptAt = failure.nextAttemptAt?.toISOString() ?? null;
    return planSync(inputOf(deps, item, { ...failure, nextAttemptAt }));
  } catch (thrown) {
    const { name, stack } = thrown instanceof Error ? thrown : new Error('unknown');
    deps.log.error({ opportunityId: item.opportunity.id, name, stack }, 'The failure itself could not be planned');
    return null;
  }
}
