import type { Db } from './db.ts';

/**
 * `watch`: position in the CRM's event stream. `catch-up`: cursor of the query that lies under it. `sweep`: how far the list of what
 * changed in Partner Center was read; the place of the CRM's name is taken by PARTNER_CENTER there.
 */
export type CursorSource = 'watch' | 'catch-up' | 'sweep';

/** No CRM can be called this: names of CRMs have no capitals. */
export const PARTNER_CENTER = 'Partner Center';

/** Where a source was read up to; `null` before the first time. */
export async function readCursor(db: Db, crm: string, source: CursorSource): Promise<string | null> {
  const rows = await db.query<{ position: string }>(
    'select position from cosell.cursors where crm = $1 and source = $2',
    [crm, source],
  );
  return rows[0]?.position ?? null;
}

export async function saveCursor(db: Db, crm: string, source: CursorSource, position: string): Promise<void> {
  await db.query(
    `insert into cosell.cursors (crm, source, position) values ($1, $2, $3)
     on conflict (crm, source) do update set position = excluded.position, updated_at = now()`,
    [crm, source, position],
  );
}

/** One cursor as an object, for whoever follows that source. */
export interface StoredCursor {
  read(): Promise<string | null>;
  save(position: string): Promise<void>;
}

export function cursorOf(db: Db, crm: string, source: CursorSource): StoredCursor {
  return {
    read: () => readCursor(db, crm, source),
    save: (position) => saveCursor(db, crm, source, position),
  };
}
