import type { ChangeHint, CrmPort } from '../../crm/port.ts';
import type { SyncJob } from '../queue/sync-jobs.ts';
import type { ListedOpportunity, SeenMarks } from '../store/seen.ts';

export interface ComparisonParts {
  readonly crmName: string;
  readonly crm: Pick<CrmPort, 'catchUp'>;
  readonly seen: Pick<SeenMarks, 'compareOpportunities'>;
  readonly sync: { add(jobs: readonly SyncJob[]): Promise<void> };
  /** Told after each page how many opportunities there have been so far. */
  readonly onPage?: (listed: number) => void;
}

export interface ComparedCrm {
  readonly listed: number;
  /** Changed since they were seen last, or never synced. */
  readonly changed: number;
  /** Requests of sellers that nobody had answered. */
  readonly requests: number;
}

/**
 * Lists every opportunity with Sync on or a referral, with its version and nothing else, and queues those that are not as they were
 * seen last. 2,000 come with one call.
 */
export async function compareCrm(parts: ComparisonParts): Promise<ComparedCrm> {
  const { crmName, crm, seen, sync, onPage } = parts;
  let listed = 0;
  let changed = 0;
  let requests = 0;
  for await (const { hints } of crm.catchUp(null)) {
    const asked = hints.filter((hint) => hint.object === 'request').flatMap(({ opportunityId }) => opportunityId ?? []);
    const opportunities = hints.filter((hint) => hint.object !== 'request').flatMap(versionOf);
    const differing = await seen.compareOpportunities(crmName, opportunities);
    await sync.add([
      ...asked.map((opportunityId) => ({ crm: crmName, opportunityId, urgent: true })),
      ...differing.map((opportunityId) => ({ crm: crmName, opportunityId, urgent: false, ifCrmChanged: true })),
    ]);
    listed += opportunities.length;
    changed += differing.length;
    requests += asked.length;
    onPage?.(listed);
  }
  return { listed, changed, requests };
}

function versionOf({ opportunityId, version }: ChangeHint): ListedOpportunity[] {
  return opportunityId === null ? [] : [{ opportunityId, version: version ?? null }];
}
