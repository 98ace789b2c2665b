import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { Log } from '../operations/log.ts';

const TICK_MS = 1_000;

/** Work that only one connector process does at a time. Ends when `signal` aborts. */
export type LeaderTask = (signal: AbortSignal) => Promise<void>;

/**
 * This process's life sign in PostgreSQL: one connection of its own that holds advisory locks. When the process dies,
 * however it dies, the server closes the connection and frees the locks within milliseconds; no clock is involved.
 */
export interface Presence {
  /** The number of the lock that says this process is alive; jobs it works on are claimed under it. */
  readonly instance: string;
  /**
   * Runs `task` whenever this process holds the lock `name`; another process takes over within seconds when it ends.
   * `onTaken` is told, again and again, that another process holds it.
   */
  lead(name: string, task: LeaderTask, onTaken?: () => void): void;
  /** Ends the tasks, and leads nothing any more. */
  resign(): Promise<void>;
  /** Gives up the life sign, last of all. */
  stop(): Promise<void>;
}

interface Leadership {
  readonly name: string;
  readonly task: LeaderTask;
  readonly onTaken: () => void;
  running: { readonly controller: AbortController; readonly done: Promise<void> } | null;
}

/** Connects and takes the life lock before it resolves. */
export async function createPresence(connectionString: string, log: Log): Promise<Presence> {
  const instance = String(randomInt(2 ** 47));
  const leaderships: Leadership[] = [];
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let wake: () => void = () => undefined;
  let stopped = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString, application_name: `cosell-presence-${instance}`, keepAlive: true });
    next.on('error', (error) => log.warn({ reason: error.message }, 'The presence connection to PostgreSQL broke'));
    next.on('end', () => {
      if (client === next) client = null;
      for (const leadership of leaderships) leadership.running?.controller.abort();
    });
    await next.connect();
    await next.query('select pg_advisory_lock($1::bigint)', [instance]);
    client = next;
  };

  const elect = async (): Promise<void> => {
    if (!client) await connect();
    for (const leadership of leaderships) {
      if (leadership.running || stopped || !client) continue;
      const key = 'hashtextextended($1, 4722)';
      const answer = await client.query<{ won: boolean }>(`select pg_try_advisory_lock(${key}) as won`, [
        leadership.name,
      ]);
      if (answer.rows[0]?.won) begin(leadership);
      else leadership.onTaken();
    }
  };

  const begin = (leadership: Leadership): void => {
    const controller = new AbortController();
    const done = leadership
      .task(controller.signal)
      .catch((error: unknown) => {
        log.error(
          { task: leadership.name, reason: String(error) },
          'A task of the leading connector failed; it starts again',
        );
      })
      .then(async () => {
        leadership.running = null;
        await client
          ?.query('select pg_advisory_unlock(hashtextextended($1, 4722))', [leadership.name])
          .catch(() => undefined);
      });
    leadership.running = { controller, done };
  };

  const loop = async (): Promise<void> => {
    while (!stopped) {
      await elect().catch((error: unknown) => {
        log.warn({ reason: String(error) }, 'PostgreSQL is not reachable; trying again');
      });
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, TICK_MS);
      });
      if (timer) clearTimeout(timer);
    }
  };

  await connect();
  const looping = loop();
  const resign = async (): Promise<void> => {
    stopped = true;
    wake();
    await looping;
    for (const leadership of leaderships) leadership.running?.controller.abort();
    await Promise.all(leaderships.flatMap((leadership) => leadership.running?.done ?? []));
  };
  return {
    instance,
    lead: (name, task, onTaken = () => undefined) => {
      leaderships.push({ name, task, onTaken, running: null });
      wake();
    },
    resign,
    stop: async () => {
      await resign();
      await client?.end().catch(() => undefined);
    },
  };
}
