import type { IsoInstant, Referral } from '../../core/model/index.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';
import type { Item } from './item.ts';

/** From this many on, a list costs fewer calls than reading one by one. */
const WORTH_A_LIST = 4;
/** An event and its referral may tell the time with different precision. A wide margin would list what others changed meanwhile. */
const SLACK_MS = 50;
/** A list is given up when it holds this many times the referrals that are wanted: others change, too. */
const MOST_OTHERS = 3;
const SMALLEST_BOUND = 200;

type Wanted = Pick<Item, 'link' | 'referralChangedAt'>;

/** Reads the referrals of one batch. */
export interface ReferralReader {
  /** The referral of the item's link as it is now; `null` when Partner Center does not have it. */
  read(item: Wanted): Promise<Referral | null>;
  /** The item's referral as far as a list has brought it by now. */
  listed(item: Wanted): Referral | null;
}

/**
 * Partner Center has no call that reads referrals by a set of ids. But those that an event led to all changed a moment ago: one list
 * of what changed in that time brings up to 200 of them. Whatever the list does not bring, or brings older than the event said, is read on its
 * own, so the list only ever saves calls.
 */
export function createReferralReader(partnerCenter: ReferralsPort, items: readonly Wanted[]): ReferralReader {
  const wanted = items.filter(({ referralChangedAt }) => referralChangedAt !== null);
  let listing: Promise<ReadonlyMap<string, Referral>> | null = null;
  let listed: ReadonlyMap<string, Referral> = new Map();
  return {
    listed: ({ link }) => listed.get(link?.referralId ?? '') ?? null,
    read: async ({ link, referralChangedAt }) => {
      const id = link?.referralId;
      if (!id) return null;
      if (referralChangedAt !== null && wanted.length >= WORTH_A_LIST) {
        listing ??= listChanged(partnerCenter, wanted);
        listed = await listing;
        const found = listed.get(id);
        if (found && isAsNewAs(found, referralChangedAt)) return found;
      }
      return partnerCenter.get(id);
    },
  };
}

async function listChanged(
  partnerCenter: ReferralsPort,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Referral>> {
  const times = wanted.map(({ referralChangedAt }) => Date.parse(referralChangedAt ?? '')).sort((a, b) => a - b);
  const missing = new Set(wanted.map(({ link }) => link?.referralId));
  const bound = Math.max(SMALLEST_BOUND, wanted.length * MOST_OTHERS);
  const found = new Map<string, Referral>();
  try {
    const query = { updatedSince: at(times[0], -SLACK_MS), updatedUntil: at(times.at(-1), SLACK_MS) };
    for await (const page of partnerCenter.list(query)) {
      for (const referral of page) {
        found.set(referral.id, referral);
        missing.delete(referral.id);
      }
      if (missing.size === 0 || found.size > bound) break;
    }
  } catch {
    // The referrals that it did not bring are read one by one, which tells what is wrong.
  }
  return found;
}

const at = (time: number | undefined, offset: number): IsoInstant => new Date((time ?? 0) + offset).toISOString();

function isAsNewAs({ updatedDateTime }: Referral, changedAt: IsoInstant): boolean {
  return Date.parse(updatedDateTime ?? '') >= Date.parse(changedAt) - SLACK_MS;
}
