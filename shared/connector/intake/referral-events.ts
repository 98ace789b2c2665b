import type { PgBoss } from 'pg-boss';
import type { WebhookEvent } from '../../partner-center/webhooks/index.ts';
import { createGroupCommit } from '../queue/group-commit.ts';
import { syncJobsOf } from '../inbound/resolve-referrals.ts';
import { insertReferralJobs } from '../queue/referral-jobs.ts';
import { insertSyncJobs } from '../queue/sync-jobs.ts';
import type { TransactionalDb } from '../store/db.ts';
import { findByReferrals } from '../store/find-links.ts';
import { forgetEvents, rememberEvents } from '../store/webhook-events.ts';

export type ReferralEvent = Extract<WebhookEvent, { kind: 'referral' }>;

/** Takes in one event of Partner Center. Resolves when it is stored durably; only then may the sender be answered. */
export type ReferralEventIntake = (event: ReferralEvent) => Promise<'taken' | 'duplicate'>;

export interface EventIntakeOptions {
  /** How long an event is accepted for; its key is kept a little longer. */
  readonly windowMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Names of the CRMs that are configured. */
  readonly crms: readonly string[];
}

const LARGEST_GROUP = 500;
const FORGET_EVERY_MS = 10 * 60_000;

/**
 * Events that arrive together are stored together, in one transaction: their keys, so that what comes again changes nothing; the
 * opportunities that their referrals are tied to, in the queue of their CRM; and referrals that no link knows, to be found out about.
 */
export function createReferralEventIntake(
  boss: PgBoss,
  db: TransactionalDb,
  { windowMs, now, crms }: EventIntakeOptions,
): ReferralEventIntake {
  let forgottenAt = now();
  const store = createGroupCommit<{ readonly event: ReferralEvent; isNew: boolean }>(async (group) => {
    const fresh = await db.transaction(async (tx) => {
      const unseen = await rememberEvents(
        tx,
        group.map(({ event }) => event.key),
      );
      const changed = group.flatMap(({ event: { key, referralId, changedAt } }) =>
        unseen.has(key) ? [{ referralId, changedAt: new Date(changedAt).toISOString() }] : [],
      );
      const links = await findByReferrals(
        tx,
        changed.map(({ referralId }) => referralId),
      );
      await insertSyncJobs(boss, tx, syncJobsOf(links, changed, crms));
      const known = new Set(links.map(({ asked }) => asked));
      const unknown = changed.filter(({ referralId }) => !known.has(referralId));
      await insertReferralJobs(boss, tx, unknown);
      return new Set(unseen);
    });
    // The same event twice in one group: the second is the duplicate.
    for (const entry of group) entry.isNew = fresh.delete(entry.event.key);
    if (now() - forgottenAt > FORGET_EVERY_MS) {
      forgottenAt = now();
      // Only tidying up: what is not forgotten now is forgotten the next time.
      await forgetEvents(db, 2 * windowMs).catch(() => undefined);
    }
  }, LARGEST_GROUP);
  return async (event) => {
    const entry = { event, isNew: false };
    await store([entry]);
    return entry.isNew ? 'taken' : 'duplicate';
  };
}
