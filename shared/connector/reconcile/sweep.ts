import type { IsoInstant, Referral } from '../../core/model/index.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';
import type { SyncJob } from '../queue/sync-jobs.ts';
import type { SeenMarks } from '../store/seen.ts';

/** How far before the last place a sweep begins: the list shows a change a while after its stamp. */
const OVERLAP_MS = 5 * 60_000;
/** Before Partner Center had referrals. */
const BEGINNING: IsoInstant = '2015-01-01T00:00:00Z';

export interface SweepParts {
  readonly partnerCenter: Pick<ReferralsPort, 'list'>;
  readonly seen: Pick<SeenMarks, 'compareReferrals'>;
  readonly sync: { add(jobs: readonly SyncJob[]): Promise<void> };
  /** Takes referrals that no link leads from to an opportunity. Resolves when they are stored durably. */
  readonly unknown: (referrals: readonly Referral[]) => Promise<void>;
  /** Told after each page how many referrals there have been so far. */
  readonly onPage?: (listed: number) => void;
}

export interface Swept {
  readonly listed: number;
  /** Linked referrals that changed without the connector having heard of it. */
  readonly changed: number;
  readonly unknown: number;
  readonly ids: readonly string[];
  /** Where the next sweep may begin; `null` when nothing was listed. */
  readonly newest: IsoInstant | null;
}

/**
 * The net under Partner Center's webhooks: lists what changed since an instant (`null`: everything), compares it with what was seen, and
 * queues what differs. One call brings 200 referrals; what is as it was costs nothing more.
 *
 * @throws CosellError when the list cannot be read to its end; what was queued before stays queued
 */
export async function sweepPartnerCenter(parts: SweepParts, since: IsoInstant | null): Promise<Swept> {
  const { partnerCenter, seen, sync, onPage } = parts;
  const updatedSince = since === null ? BEGINNING : new Date(Date.parse(since) - OVERLAP_MS).toISOString();
  const ids: string[] = [];
  let changed = 0;
  let unknown = 0;
  let newest: IsoInstant | null = null;
  for await (const page of partnerCenter.list({ updatedSince })) {
    const listed = page.map(({ id, updatedDateTime }) => ({ id, updatedDateTime: updatedDateTime ?? null }));
    const compared = await seen.compareReferrals(listed);
    await sync.add(
      compared.changed.map(({ crm, opportunityId, changedAt, own }) => ({
        crm,
        opportunityId,
        urgent: false,
        ...(own ? { referralChangedAt: changedAt } : { microsoftChanged: true }),
      })),
    );
    const strangers = new Set(compared.unknown);
    if (strangers.size > 0) await parts.unknown(page.filter(({ id }) => strangers.has(id)));
    ids.push(...page.map(({ id }) => id));
    changed += compared.changed.length;
    unknown += strangers.size;
    newest = page.at(-1)?.updatedDateTime ?? newest;
    onPage?.(ids.length);
  }
  return { listed: ids.length, changed, unknown, ids, newest };
}
