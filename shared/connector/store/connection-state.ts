import type { Db } from './db.ts';

/** Since when the state that one CRM is told has been so; `now` when it is a new one. */
export async function connectionStateSince(db: Db, crm: string, state: string, now: Date): Promise<Date> {
  const rows = await db.query<{ since: Date }>(
    `insert into cosell.connection_state as old (crm, state, since) values ($1, $2, $3)
     on conflict (crm) do update
       set state = excluded.state,
           since = case when old.state = excluded.state then old.since else excluded.since end
     returning since`,
    [crm, state, now.toISOString()],
  );
  return new Date(rows[0]?.since ?? now);
}
