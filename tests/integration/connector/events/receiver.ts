import type { AddressInfo } from 'node:net';
import { createHttp } from '../../../../shared/connector/http/server.ts';
import { createReferralEventIntake } from '../../../../shared/connector/intake/referral-events.ts';
import type { Log } from '../../../../shared/connector/operations/log.ts';
import { createMetrics } from '../../../../shared/connector/operations/metrics.ts';
import { startBoss } from '../../../../shared/connector/queue/boss.ts';
import { openDatabase, type Database } from '../../../../shared/connector/store/connect.ts';
import { SILENT } from '../../../../shared/connector/testkit/world.ts';
import {
  createDownload,
  createReceiver,
  createSigningKeys,
  createTrustedRoots,
} from '../../../../shared/partner-center/webhooks/index.ts';
import type { Resolve } from '../../../../shared/partner-center/webhooks/download.ts';

export const WINDOW_MS = 3_600_000;
/** The one host that is allowed beside the certificate server; its name leads into the network. */
export const INSIDE_HOST = 'certificates.example';
const BODY_TIMEOUT_MS = 300;

export interface LogLine {
  readonly level: string;
  readonly context: object;
  readonly message: string;
}

/** The connector's receiver on a real socket, with its intake on a real database. */
export interface TestReceiver {
  readonly url: string;
  readonly port: number;
  readonly database: Database;
  readonly boss: Awaited<ReturnType<typeof startBoss>>;
  readonly log: LogLine[];
  /** Forgets certificates, log and counters. */
  fresh(): void;
  /** How many events and jobs are stored. */
  stored(): Promise<{ events: number; jobs: string[] }>;
  /** The counter's lines, without those of zero. */
  counted(): Promise<readonly string[]>;
  /** Makes storing fail, or work again. */
  breakStorage(broken: boolean): void;
  close(): Promise<void>;
}

export interface Trust {
  /** Where certificates may come from in the clear. */
  readonly origin: string;
  /** PEM. */
  readonly root: string;
  readonly blocked?: ReadonlySet<string>;
  /** Longest time for a certificate's download. */
  readonly downloadMs?: number;
}

export async function startReceiver(databaseUrl: string, trust: Trust): Promise<TestReceiver> {
  const database = await openDatabase({ databaseUrl, folder: '/nowhere', most: 5 }, SILENT);
  const boss = await startBoss(databaseUrl, ['salesforce'], SILENT, true);
  const lines: LogLine[] = [];
  const log = collecting(lines);
  const intake = createReferralEventIntake(boss, database.db, {
    windowMs: WINDOW_MS,
    now: Date.now,
    crms: ['salesforce'],
  });
  const resolve: Resolve = (_hostname, _options, done) => done(null, [{ address: '10.1.2.3', family: 4 }]);
  const download = createDownload({ sandboxOrigin: trust.origin, timeoutMs: trust.downloadMs ?? 10_000, resolve });
  let isBroken = false;

  const begin = () => {
    const hosts = { signing: [INSIDE_HOST], issuing: [], sandboxOrigin: trust.origin };
    const roots = createTrustedRoots([trust.root]);
    const blocked = trust.blocked ?? new Set();
    const keys = createSigningKeys({ download, hosts, roots, blocked, now: Date.now });
    const metrics = createMetrics(
      () => Promise.resolve([]),
      () => Promise.resolve([]),
    );
    const receive = createReceiver({
      keys,
      hosts,
      freshnessMs: WINDOW_MS,
      now: Date.now,
      limits: { maxBytes: 16_384, timeoutMs: BODY_TIMEOUT_MS },
      accept: (event) => (isBroken ? Promise.reject(new Error('no database')) : intake(event)),
    });
    return { metrics, receive };
  };
  let current = begin();
  const app = createHttp({
    page: { version: '1', links: [] },
    health: () => Promise.resolve({ ready: true, checks: [], systems: [] }),
    metrics: {
      ...current.metrics,
      webhook: (source, status, outcome) => current.metrics.webhook(source, status, outcome),
    },
    webhooks: [],
    intake: () => Promise.resolve(),
    receive: (call) => current.receive(call),
    log,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });

  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/webhooks/partner-center`,
    port,
    database,
    boss,
    log: lines,
    fresh() {
      current = begin();
      lines.length = 0;
      isBroken = false;
    },
    async stored() {
      const [events] = await database.db.query<{ n: number }>('select count(*)::int as n from cosell.webhook_events');
      const jobs = await database.db.query<{ key: string }>(
        "select singleton_key as key from cosell_queue.job where name = 'referrals' order by created_on",
      );
      return { events: events?.n ?? 0, jobs: jobs.map(({ key }) => key) };
    },
    async counted() {
      const text = await current.metrics.render();
      return text.split('\n').filter((line) => line.startsWith('cosell_webhooks_total'));
    },
    breakStorage(broken) {
      isBroken = broken;
    },
    async close() {
      await app.close();
      await download.close();
      await boss.stop({ graceful: false });
      await database.close();
    },
  };
}

function collecting(lines: LogLine[]): Log {
  const write = (level: string) => (context: object, message: string) => void lines.push({ level, context, message });
  return {
    debug: () => undefined,
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: () => collecting(lines),
  };
}
