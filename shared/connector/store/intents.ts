import type { IsoInstant } from '../../core/model/index.ts';
import type { Db } from './db.ts';

/** Which of the two referrals of a deal is about to be made. */
export type IntentKind = 'create-own' | 'create-microsoft';

/** "We are about to POST": committed before the POST, deleted with the link. */
export interface Intent {
  readonly opportunityId: string;
  readonly kind: IntentKind;
  readonly startedAt: IsoInstant;
}

/** Remembers an intent. One that is open already stays as it is: its earlier start is where the search has to begin. */
export async function openIntent(db: Db, crm: string, intent: Intent): Promise<void> {
  await db.query(
    `insert into cosell.intents (crm, opportunity_id, kind, started_at) values ($1, $2, $3, $4)
     on conflict (crm, opportunity_id, kind) do nothing`,
    [crm, intent.opportunityId, intent.kind, intent.startedAt],
  );
}

export async function closeIntent(db: Db, crm: string, opportunityId: string, kind: IntentKind): Promise<void> {
  await db.query('delete from cosell.intents where crm = $1 and opportunity_id = $2 and kind = $3', [
    crm,
    opportunityId,
    kind,
  ]);
}
