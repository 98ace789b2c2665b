import type { IsoInstant, Referral } from '../core/model/index.ts';
import type { ReferralQuery } from './port.ts';

/** The largest `$top` that is known to work (partner-center-referrals.md §4.3, seen live); the default page is smaller. */
export const ROUND_SIZE = 200;

/** What one round asks; `skip` only where more than a round changed at the same instant. */
export type RoundQuery = ReferralQuery & { readonly updatedSince: IsoInstant; readonly skip?: number };

/**
 * Everything that changed since an instant, oldest first, in rounds of 200: each begins where the last one ended. So a list of
 * any length costs the fewest calls, and a referral that changes meanwhile is handed out again instead of shifting others out.
 */
export async function* listInRounds(
  pagesOf: (query: RoundQuery) => AsyncIterable<readonly Referral[]>,
  query: ReferralQuery & { readonly updatedSince: IsoInstant },
): AsyncGenerator<readonly Referral[]> {
  let since = query.updatedSince;
  let skip = 0;
  let handedOut = new Set<string>();
  for (;;) {
    let count = 0;
    let last = since;
    for await (const page of pagesOf({
      ...query,
      updatedSince: since,
      top: ROUND_SIZE,
      ...(skip > 0 ? { skip } : {}),
    })) {
      count += page.length;
      last = page.at(-1)?.updatedDateTime ?? last;
      const fresh = page.filter((referral) => !handedOut.has(versionOf(referral)));
      for (const referral of fresh) handedOut.add(versionOf(referral));
      if (fresh.length > 0 || count === 0) yield fresh;
    }
    if (count < ROUND_SIZE) return;
    if (last === since) {
      skip += count;
      continue;
    }
    // Only what carries the instant where the next round begins can come again.
    handedOut = new Set([...handedOut].filter((version) => version.endsWith(` ${last}`)));
    since = last;
    skip = 0;
  }
}

const versionOf = ({ id, updatedDateTime }: Referral): string => `${id} ${updatedDateTime ?? ''}`;
