import type { RefreshTokenStore } from '../../partner-center/port.ts';
import type { Db, TransactionalDb } from './db.ts';
import type { Seal } from './seal.ts';

export interface RefreshTokenSettings {
  readonly clientId: string;
  /** The token an administrator gave in the environment. */
  readonly initial: string | null;
  readonly seal: Seal;
}

/** The store, and how a new consent takes the place of whatever is in it. */
export interface ConsentStore extends RefreshTokenStore {
  replace(token: string): Promise<void>;
}

interface Stored {
  readonly sealed: string | null;
}

/** What is sealed: the token, and the configured one it descends from, to notice when an administrator gives a new one. */
interface Contents {
  readonly token: string;
  readonly from: string | null;
}

/**
 * The refresh token in PostgreSQL, encrypted. `update` holds the row lock while the token is exchanged, so that of
 * several processes one rotates it and the others then read what it stored.
 *
 * A token in the environment is used until it was rotated the first time; when an administrator sets another one, that
 * one counts again.
 */
export function createRefreshTokenStore(db: TransactionalDb, settings: RefreshTokenSettings): ConsentStore {
  const { clientId, initial, seal } = settings;
  const current = (row: Stored | undefined): string | null => {
    const sealed = row?.sealed ?? null;
    if (sealed === null) return initial;
    const contents = readContents(seal, sealed, initial);
    return contents === null || (initial !== null && contents.from !== initial) ? initial : contents.token;
  };
  /** What the chain descends from is kept when this process was given no token, so that others do not take theirs for new. */
  const sealContents = (token: string, before: Contents | null): string =>
    seal.close(JSON.stringify({ token, from: initial ?? before?.from ?? null } satisfies Contents));
  const locked = async (tx: Db): Promise<Stored | undefined> => {
    await tx.query('insert into cosell.refresh_tokens (client_id) values ($1) on conflict do nothing', [clientId]);
    const lock = 'select sealed from cosell.refresh_tokens where client_id = $1 for update';
    return (await tx.query<Stored>(lock, [clientId]))[0];
  };
  const save = async (tx: Db, text: string): Promise<void> => {
    await tx.query('update cosell.refresh_tokens set sealed = $2, updated_at = now() where client_id = $1', [
      clientId,
      text,
    ]);
  };
  return {
    read: async () => {
      const rows = await db.query<Stored>('select sealed from cosell.refresh_tokens where client_id = $1', [clientId]);
      return current(rows[0]);
    },
    update: (change) =>
      db.transaction(async (tx) => {
        const row = await locked(tx);
        const token = await change(current(row));
        await save(tx, sealContents(token, contentsOf(seal, row)));
        return token;
      }),
    replace: (token) =>
      db.transaction(async (tx) => {
        const row = await locked(tx);
        await save(tx, sealContents(token, contentsOf(seal, row)));
      }),
  };
}

/** `null` also for what a changed client secret has made unreadable. */
function contentsOf(seal: Seal, row: Stored | undefined): Contents | null {
  if (!row?.sealed) return null;
  try {
    return JSON.parse(seal.open(row.sealed)) as Contents;
  } catch {
    return null;
  }
}

function readContents(seal: Seal, sealed: string, initial: string | null): Contents | null {
  try {
    return JSON.parse(seal.open(sealed)) as Contents;
  } catch (thrown) {
    // After a change of the client secret the stored token is lost, but a configured one still does.
    if (initial !== null) return null;
    throw thrown;
  }
}
