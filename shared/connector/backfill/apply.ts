import { adoptReferral, newLink, type CosellError } from '../../core/index.ts';
import type { SyncPolicy } from '../../core/policy/index.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { SyncJob } from '../queue/sync-jobs.ts';
import type { TransactionalDb } from '../store/db.ts';
import { saveLinks } from '../store/links.ts';
import type { PortfolioMatch } from './match.ts';

const BATCH_SIZE = 200;

export interface ApplyParts {
  readonly crmName: string;
  readonly crm: Pick<CrmPort, 'write'>;
  readonly policy: SyncPolicy;
  readonly db: TransactionalDb;
  readonly add: (jobs: readonly SyncJob[]) => Promise<void>;
  /** Tick Sync where it is off; without, such an opportunity is linked and left alone until somebody ticks it. */
  readonly switchOn: boolean;
  readonly onBatch: (done: number) => void;
}

/** An opportunity whose Sync could not be ticked. */
export interface NotSwitched {
  readonly opportunityId: string;
  readonly error: CosellError;
}

/**
 * Links what was matched and queues it. The two sides then meet for the first time: what is empty on one side is filled in, and what
 * differs goes by where the deal was born (SPEC.md §4). Running it again changes nothing.
 */
export async function applyMatches(
  parts: ApplyParts,
  matches: readonly PortfolioMatch[],
): Promise<readonly NotSwitched[]> {
  const { crmName, crm, policy, db } = parts;
  const failed: NotSwitched[] = [];
  for (let start = 0; start < matches.length; start += BATCH_SIZE) {
    const batch = matches.slice(start, start + BATCH_SIZE);
    const links = batch.flatMap(({ opportunity: { id }, referral, microsoft }) =>
      referral ? [adoptReferral(newLink(id), referral, microsoft)] : [],
    );
    await saveLinks(db, crmName, links);
    const off = parts.switchOn ? batch.filter(({ opportunity }) => !opportunity.syncOn) : [];
    const writes = off.map(({ opportunity: { id } }) => ({
      opportunityId: id,
      values: { [policy.fields.sync]: true },
      answers: [],
    }));
    const outcomes = writes.length === 0 ? [] : await crm.write(writes);
    failed.push(...outcomes.flatMap(({ opportunityId, error }) => (error ? [{ opportunityId, error }] : [])));
    await parts.add(links.map(({ opportunityId }) => ({ crm: crmName, opportunityId, urgent: false })));
    parts.onBatch(start + batch.length);
  }
  return failed;
}
