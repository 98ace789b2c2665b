import { changeHintsFromExecutionContext, ownedColumns } from '../crm/dynamics/index.ts';
import type { Referral } from '../core/model/index.ts';
import { composeSystems, type Systems } from './compose.ts';
import { composeReceiver, freshnessMsOf } from './compose-webhooks.ts';
import { inboundRules } from './config/inbound.ts';
import type { Config } from './config/load.ts';
import { publishConnection } from './connection/publish.ts';
import { createWitness, witnessedReferrals } from './connection/witness.ts';
import type { DynamicsWebhook } from './http/dynamics-webhook.ts';
import { createChecks, healthOf, type Check, type Health } from './http/health.ts';
import { assertPortFree, listen } from './http/listen.ts';
import { createHttp } from './http/server.ts';
import { enterDeals } from './inbound/enter-deals.ts';
import { createInbound } from './inbound/notice-referrals.ts';
import { createReferralResolver } from './inbound/resolve-referrals.ts';
import { toFindOut } from './inbound/to-find-out.ts';
import { withNewDeals } from './inbound/with-new-deals.ts';
import { createIntake } from './intake/intake.ts';
import { createReferralEventIntake } from './intake/referral-events.ts';
import { createSubscriptions, type Subscriptions } from './intake/subscriptions.ts';
import { followCrm } from './intake/watch.ts';
import type { Log } from './operations/log.ts';
import { measuredCrm, measuredReferrals } from './operations/measured.ts';
import { createMetrics } from './operations/metrics.ts';
import { startBoss } from './queue/boss.ts';
import { dropAllClaims } from './queue/claims.ts';
import { queueDepths } from './queue/depth.ts';
import { createSyncQueue } from './queue/queue.ts';
import { insertReferralJobs, workReferralJobs } from './queue/referral-jobs.ts';
import { createResolveQueue } from './queue/resolve-jobs.ts';
import { stopWork } from './queue/stop.ts';
import { sweepRepeatedly } from './reconcile/sweep-timer.ts';
import { connectionStateSince } from './store/connection-state.ts';
import { openDatabase, type Database } from './store/connect.ts';
import { cursorOf, PARTNER_CENTER } from './store/cursors.ts';
import { findByEngagements, findByReferrals } from './store/find-links.ts';
import { createInboundStore } from './store/inbound-store.ts';
import { createPresence } from './store/presence.ts';
import { seenMarks } from './store/seen.ts';
import { createSyncStore } from './store/sync-store.ts';
import type { WorkerDeps } from './worker/deps.ts';
import { createBatchHandler } from './worker/handle-batch.ts';
import { createLimit } from './worker/limit.ts';

const RUNNING_BATCHES_MS = 6_000;
/** Our own database: asked often, answers in a millisecond. */
const ESSENTIALS_KEEP_MS = 500;
/** A call to each system outside, at most this often. */
const SYSTEMS_KEEP_MS = 30_000;
const CONNECTIONS = 10;

export interface Service {
  /** Where it listens. */
  readonly url: string;
  /** Takes in nothing new, lets running batches end, closes everything it opened; within about 8 seconds. */
  stop(): Promise<void>;
}

/** Things to undo, last first. */
type Undo = () => Promise<void>;

/**
 * The connector: everything wired together and running.
 *
 * @throws CosellError `config-invalid` when something it needs on this machine is not there; nothing is left running then
 */
export async function startService(config: Config, version: string, log: Log): Promise<Service> {
  const undo: Undo[] = [];
  const stop = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) {
      await step().catch((error: unknown) => log.warn({ reason: String(error) }, 'Something could not be closed'));
    }
  };
  try {
    return { url: await start(config, version, log, undo), stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

async function start(config: Config, version: string, log: Log, undo: Undo[]): Promise<string> {
  await assertPortFree(config.server);
  const database = await openDatabase(
    { databaseUrl: config.databaseUrl, folder: config.data.folder, most: CONNECTIONS },
    log,
  );
  undo.push(() => database.close());
  const { db, connectionString } = database;
  const systems = composeSystems(config, db, log);
  undo.push(() => systems.close());
  const presence = await createPresence(connectionString, log);
  undo.push(() => presence.stop());
  const names = config.crms.map((crm) => crm.name);
  const boss = await startBoss(connectionString, names, log, true);
  undo.push(async () => {
    await stopWork(boss, names, RUNNING_BATCHES_MS);
    await dropAllClaims(db, presence.instance);
  });
  const subscriptions = createSubscriptions(names);
  const outside = createChecks(systemChecks(systems), { keepMs: SYSTEMS_KEEP_MS, waits: false }, Date.now);
  const metrics = createMetrics(() => queueDepths(db), outside);
  const sync = createSyncQueue(boss, db, presence, log);
  undo.push(() => Promise.resolve(sync.close()));
  const resolve = createResolveQueue(boss);
  const intake = createIntake({ sync, resolve });
  const limit = createLimit(config.sync.concurrency);
  const store = createSyncStore(db);
  const deals = createInboundStore(db);
  const rules = inboundRules(config.inbound, config.crms);
  const witness = createWitness();
  const partnerCenter = witnessedReferrals(measuredReferrals(systems.partnerCenter, metrics), witness);
  undo.push(() => presence.resign());

  for (const [crmName, port] of systems.crms) {
    const crm = measuredCrm(port, crmName, metrics);
    const policy = config.policies[crmName];
    if (!policy) continue;
    const deps: WorkerDeps = {
      crmName,
      crm,
      partnerCenter,
      store,
      policy,
      retry: config.sync.retry,
      limit,
      now: () => new Date(),
      random: Math.random,
      log: log.child({ crm: crmName }),
    };
    const handler = withNewDeals(createBatchHandler(deps, metrics), (items) =>
      enterDeals({ ...deps, inbound: deals, rules, sync }, items),
    );
    await sync.work(crmName, config.sync.batchSize, handler);
    await resolve.work(crmName, async (hints) => {
      const ids = await crm.opportunitiesConcerned(hints);
      await sync.add(ids.map((opportunityId) => ({ crm: crmName, opportunityId, urgent: false, ifCrmChanged: true })));
    });
    const follow = (signal: AbortSignal): Promise<void> =>
      followCrm(
        {
          crmName,
          crm: port,
          intake,
          catchUpCursor: cursorOf(db, crmName, 'catch-up'),
          watchPosition: cursorOf(db, crmName, 'watch'),
          catchUpSeconds: config.sync.catchUpSeconds,
          onSubscription: (state) => subscriptions.tell(crmName, state),
          log,
        },
        signal,
      );
    presence.lead(`follow:${crmName}`, follow, () => subscriptions.tell(crmName, 'elsewhere'));
    const publish = (signal: AbortSignal): Promise<void> =>
      publishConnection(
        {
          crmName,
          crm,
          policy,
          section: config.section,
          version,
          witness,
          checkPartnerCenter: () => systems.checkPartnerCenter(),
          since: (state, now) => connectionStateSince(db, crmName, state, now),
          now: () => new Date(),
          log,
        },
        signal,
      );
    presence.lead(`publish:${crmName}`, publish);
  }

  const inbound = createInbound({
    partnerCenter,
    store: deals,
    findByEngagements: (engagementIds) => findByEngagements(db, engagementIds),
    sync,
    rules,
    crms: names,
    limit,
    log,
  });
  const find = (ids: readonly string[]) => findByReferrals(db, ids);
  await workReferralJobs(boss, createReferralResolver({ find, sync, inbound, crms: names }));
  const sweep = {
    partnerCenter,
    seen: seenMarks(db),
    sync,
    unknown: (strangers: readonly Referral[]) => insertReferralJobs(boss, db, toFindOut(strangers, rules)),
  };
  presence.lead('sweep', (signal) =>
    sweepRepeatedly(
      {
        ...sweep,
        cursor: cursorOf(db, PARTNER_CENTER, 'sweep'),
        everySeconds: config.sync.sweepSeconds,
        now: () => new Date(),
        log,
      },
      signal,
    ),
  );
  const freshness = { windowMs: freshnessMsOf(config), now: Date.now, crms: names };
  const events = await composeReceiver(config, createReferralEventIntake(boss, db, freshness), log);
  undo.push(() => events.close());

  const essentials = createChecks(
    essentialChecks(database, subscriptions),
    { keepMs: ESSENTIALS_KEEP_MS, waits: true },
    Date.now,
  );
  const health = (): Promise<Health> => healthOf(essentials, outside);
  const page = { version, links: config.home.links };
  const app = createHttp({ page, health, metrics, webhooks: webhooksOf(config), intake, receive: events.receive, log });
  undo.push(() => app.close());
  const url = await listen(app, config.server);
  log.info({ url, version, crms: names, database: database.kind }, 'The connector is running');
  return url;
}

/** Without these nothing can be taken in. */
function essentialChecks({ db }: Database, subscriptions: Subscriptions): readonly Check[] {
  return [
    { name: 'database', run: async () => void (await db.query('select 1')) },
    { name: 'queue', run: async () => void (await queueDepths(db)) },
    { name: 'change-events', run: async () => Promise.resolve(subscriptions.requireBegun()) },
  ];
}

/** One light call each. */
function systemChecks(systems: Systems): readonly Check[] {
  return [
    { name: 'partner-center', run: () => systems.checkPartnerCenter() },
    ...[...systems.crms].map(([name, crm]) => ({ name, run: () => crm.ping() })),
  ];
}

function webhooksOf(config: Config): readonly DynamicsWebhook[] {
  return config.crms.flatMap(({ name, kind }) => {
    const key = config.secrets.crms[name]?.webhookKey;
    const fields = config.policies[name]?.fields;
    if (kind !== 'dynamics' || !key || !fields) return [];
    const owned = ownedColumns(fields);
    return [{ crmName: name, key, hints: (body: unknown) => changeHintsFromExecutionContext(body, owned) }];
  });
}
