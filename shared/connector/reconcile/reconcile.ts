import type { Referral } from '../../core/model/index.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';
import type { SyncJob } from '../queue/sync-jobs.ts';
import type { SeenMarks } from '../store/seen.ts';
import { compareCrm, type ComparedCrm } from './compare-crm.ts';
import { sweepPartnerCenter } from './sweep.ts';

export interface ReconcileParts {
  readonly partnerCenter: Pick<ReferralsPort, 'list'>;
  /** By name. */
  readonly crms: ReadonlyMap<string, Pick<CrmPort, 'catchUp'>>;
  readonly seen: SeenMarks;
  readonly sync: { add(jobs: readonly SyncJob[]): Promise<void> };
  readonly unknown: (referrals: readonly Referral[]) => Promise<void>;
  /** Told as the lists are read: which one, and how many so far. */
  readonly onProgress?: (source: string, listed: number) => void;
}

/** What a full comparison found: where the two sides had moved on without the connector. */
export interface DriftReport {
  readonly partnerCenter: {
    readonly listed: number;
    readonly changed: number;
    readonly unknown: number;
    /** Linked, but no longer in the list. */
    readonly gone: number;
  };
  readonly crms: Readonly<Record<string, ComparedCrm>>;
}

/**
 * Compares everything on both sides with what was seen last, and queues what differs. What is as it was costs no call of its own:
 * 10,000 linked deals are about 55 calls.
 *
 * @throws CosellError when a list cannot be read to its end
 */
export async function reconcileAll(parts: ReconcileParts): Promise<DriftReport> {
  const { seen, sync, onProgress } = parts;
  const swept = await sweepPartnerCenter(
    { ...parts, onPage: (listed) => onProgress?.('Partner Center', listed) },
    null,
  );
  const gone = await seen.linksWithout([...parts.crms.keys()], swept.ids);
  await sync.add(gone.map((link) => ({ ...link, urgent: false })));
  const crms: Record<string, ComparedCrm> = {};
  for (const [crmName, crm] of parts.crms) {
    const onPage = (listed: number): void => onProgress?.(crmName, listed);
    crms[crmName] = await compareCrm({ crmName, crm, seen, sync, onPage });
  }
  const { listed, changed, unknown } = swept;
  return { partnerCenter: { listed, changed, unknown, gone: gone.length }, crms };
}
