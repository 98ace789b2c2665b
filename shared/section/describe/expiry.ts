import type { Telling } from './telling.ts';

/** In the last days of the 14 that a deal from Microsoft can be answered in, the section warns. */
const WARN_DAYS = 3;

/** Until when a deal can be answered. */
export interface Expiry {
  /** Day and time in the person's zone. */
  readonly moment: string;
  readonly relative: string;
  /** Days left, begun ones counted whole. */
  readonly days: number;
  readonly soon: boolean;
  readonly over: boolean;
}

/** `null` when the deal waits for no answer, or nobody said until when. */
export function expiryOf({ facts, show }: Telling): Expiry | null {
  const at = facts.details?.expiresAt ?? null;
  if (at === null || facts.status !== 'answer-needed') return null;
  const left = Date.parse(at) - Date.parse(facts.state.now);
  const days = Math.ceil(left / 86_400_000);
  return {
    moment: show.moment(at),
    relative: show.relative(at),
    days,
    soon: left > 0 && days <= WARN_DAYS,
    over: left <= 0,
  };
}
