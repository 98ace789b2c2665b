import type { IsoInstant, Link } from '../../core/model/index.ts';
import type { TransactionalDb } from './db.ts';
import { closeIntent, openIntent, type Intent, type IntentKind } from './intents.ts';
import { deleteLinks, saveLinks } from './links.ts';

/** What the connector remembers of one opportunity. */
export interface Remembered {
  readonly link: Link | null;
  readonly intents: readonly Intent[];
  /** The referral's last change that a sync has looked at; see store/seen.ts. */
  readonly referralSeen: IsoInstant | null;
}

/** What the worker needs of the store while it works on a batch. Kept small: the testkit has it in memory. */
export interface SyncStore {
  /** One query for the whole batch. Opportunities that nothing is known about are absent. */
  load(crm: string, opportunityIds: readonly string[]): Promise<ReadonlyMap<string, Remembered>>;
  /** Committed when it resolves. */
  openIntent(crm: string, intent: Intent): Promise<void>;
  /** The POST certainly made nothing. */
  closeIntent(crm: string, opportunityId: string, kind: IntentKind): Promise<void>;
  /** The POST's answer, or what the search found: the link is saved and the intent deleted in one transaction. */
  fulfilIntent(crm: string, link: Link, kind: IntentKind): Promise<void>;
  /** The deal's link leads to another opportunity from now on; `from` is the one that had it. In one transaction. */
  moveLink(crm: string, link: Link, from: string | null): Promise<void>;
  /** Whether any opportunity is tied to this referral. */
  isLinked(referralId: string): Promise<boolean>;
}

interface RememberedRow {
  readonly opportunity_id: string;
  readonly link: Link | null;
  readonly intents: readonly { kind: IntentKind; started_at: string }[] | null;
  readonly referral_seen: Date | null;
}

/** The store of the worker on PostgreSQL. */
export function createSyncStore(db: TransactionalDb): SyncStore {
  return {
    load: async (crm, opportunityIds) => {
      const rows = await db.query<RememberedRow>(
        `select asked.opportunity_id, links.remembered as link, links.referral_seen,
           (select json_agg(json_build_object('kind', i.kind, 'started_at',
               to_char(i.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) from cosell.intents i
             where i.crm = $1 and i.opportunity_id = asked.opportunity_id) as intents
         from unnest($2::text[]) as asked (opportunity_id)
         left join cosell.links on links.crm = $1 and links.opportunity_id = asked.opportunity_id`,
        [crm, opportunityIds],
      );
      return new Map(rows.filter((row) => row.link ?? row.intents).map((row) => [row.opportunity_id, remembered(row)]));
    },
    openIntent: (crm, intent) => openIntent(db, crm, intent),
    closeIntent: (crm, opportunityId, kind) => closeIntent(db, crm, opportunityId, kind),
    moveLink: (crm, link, from) =>
      db.transaction(async (tx) => {
        if (from !== null) await deleteLinks(tx, crm, [from]);
        await saveLinks(tx, crm, [link]);
        await tx.query('delete from cosell.inbound where referral_id = $1', [link.referralId]);
      }),
    isLinked: async (referralId) =>
      (await db.query('select 1 from cosell.links where referral_id = $1', [referralId])).length > 0,
    fulfilIntent: (crm, link, kind) =>
      db.transaction(async (tx) => {
        await saveLinks(tx, crm, [link]);
        await closeIntent(tx, crm, link.opportunityId, kind);
      }),
  };
}

function remembered(row: RememberedRow): Remembered {
  return {
    link: row.link,
    referralSeen: row.referral_seen?.toISOString() ?? null,
    intents: (row.intents ?? []).map((intent) => ({
      opportunityId: row.opportunity_id,
      kind: intent.kind,
      startedAt: intent.started_at,
    })),
  };
}
