import type { RefreshTokenStore } from '../../partner-center/port.ts';
import type { TransactionalDb } from './db.ts';
import type { Seal } from './seal.ts';

export interface RefreshTokenSettings {
  readonly clientId: string;
  /** The token an administrator gave in the environment. */
  readonly initial: string | null;
  readonly seal: Seal;
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
export function createRefreshTokenStore(db: TransactionalDb, settings: RefreshTokenSettings): RefreshTokenStore {
  const { clientId, initial, seal } = settings;
  const current = (row: Stored | undefined): string | null => {
    const sealed = row?.sealed ?? null;
    if (sealed === null) return initial;
    const contents = readContents(seal, sealed, initial);
    return contents === null || (initial !== null && contents.from !== initial) ? initial : contents.token;
  };
  return {
    read: async () => {
      const rows = await db.query<Stored>('select sealed from cosell.refresh_tokens where client_id = $1', [clientId]);
      return current(rows[0]);
    },
    update: (change) =>
      db.transaction(async (tx) => {
        await tx.query('insert into cosell.refresh_tokens (client_id) values ($1) on conflict do nothing', [clientId]);
        const lock = 'select sealed from cosell.refresh_tokens where client_id = $1 for update';
        const rows = await tx.query<Stored>(lock, [clientId]);
        const token = await change(current(rows[0]));
        const contents: Contents = { token, from: initial };
        await tx.query('update cosell.refresh_tokens set sealed = $2, updated_at = now() where client_id = $1', [
          clientId,
          seal.close(JSON.stringify(contents)),
        ]);
        return token;
      }),
  };
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
