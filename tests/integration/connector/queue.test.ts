import { CosellError } from '../../../shared/core/errors/index.ts';
import { listDeadLetters, replayDeadLetters } from '../../../shared/connector/queue/dead-letters.ts';
import { queueDepths } from '../../../shared/connector/queue/depth.ts';
import type { BatchItem } from '../../../shared/connector/queue/queue.ts';
import {
  insertReferralJobs,
  workReferralJobs,
  type ReferralJob,
} from '../../../shared/connector/queue/referral-jobs.ts';
import { deleteWaitingRetries, insertRetry } from '../../../shared/connector/queue/sync-jobs.ts';
import { startTestServer, type TestServer } from '../../../shared/connector/testkit/database.ts';
import type { ItemOutcome } from '../../../shared/connector/worker/outcome.ts';
import { CRM, done, job, startConnector, type TestConnector } from './support/connector.ts';
import { until } from './support/until.ts';

let server: TestServer;
const running: TestConnector[] = [];

beforeAll(async () => {
  server = await startTestServer();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((connector) => connector.stop()));
});

afterAll(async () => {
  await server.stop();
});

async function start(url?: string): Promise<TestConnector> {
  const connector = await startConnector(url ?? (await server.createDatabase()));
  running.push(connector);
  return connector;
}

const waiting = async ({ database }: TestConnector): Promise<number> =>
  (await queueDepths(database.db)).reduce((sum, { jobs }) => sum + jobs, 0);

/** A handler whose batches end when the test says so. */
function heldHandler() {
  const batches: { readonly ids: readonly string[]; readonly end: () => void }[] = [];
  return {
    batches,
    handler: (items: readonly BatchItem[]) =>
      new Promise<readonly ItemOutcome[]>((resolve) => {
        const ids = items.map((item) => item.opportunityId);
        batches.push({ ids, end: () => resolve(ids.map(done)) });
      }),
  };
}

describe('adding', () => {
  it('adds an opportunity once, however many calls come together', async () => {
    const connector = await start();
    await Promise.all(Array.from({ length: 500 }, (_, index) => connector.queue.add([job(`006${index % 50}`)])));
    expect(await waiting(connector)).toBe(50);
  });

  it('adds an opportunity again while it is being synced, because it may have been read before the change', async () => {
    const connector = await start();
    const { batches, handler } = heldHandler();
    await connector.queue.work(CRM, 200, handler);
    await connector.queue.add([job('006A')]);
    await until('the first batch', () => batches.length === 1);
    await connector.queue.add([job('006A')]);
    await connector.queue.add([job('006A')]);
    expect(await waiting(connector)).toBe(2);
    batches[0]?.end();
    await until('the second batch', () => batches.length === 2);
    batches[1]?.end();
    await until('an empty queue', async () => (await waiting(connector)) === 0);
  });

  it('takes up at once what had to wait for the sync of the same opportunity', async () => {
    const connector = await start();
    const began: number[] = [];
    let end: () => void = () => undefined;
    await connector.queue.work(CRM, 200, async (items) => {
      began.push(performance.now());
      if (began.length === 1) await new Promise<void>((resolve) => (end = resolve));
      return items.map((item) => done(item.opportunityId));
    });
    await connector.queue.add([job('006A')]);
    await until('the first', () => began.length === 1);
    await connector.queue.add([job('006A')]);
    const ended = performance.now();
    end();
    await until('the second', () => began.length === 2);
    expect((began[1] ?? Infinity) - ended).toBeLessThan(500);
  });

  it('keeps a change that arrives while the batch before it is being settled', async () => {
    const connector = await start();
    await connector.database.db.transaction(async (settling) => {
      await settling.query('select now()');
      await connector.queue.add([job('006A')]);
      await deleteWaitingRetries(settling, CRM, ['006A'], ['006A']);
    });
    expect(await waiting(connector)).toBe(1);
  });

  it('keeps a change that arrives during a sync, although a further attempt waits, too', async () => {
    const connector = await start();
    const { boss, db } = { boss: connector.boss, db: connector.database.db };
    await insertRetry(boss, db, CRM, { opportunityId: '006A', failures: 1, notBefore: new Date(0) });
    await connector.queue.add([job('006A')]);
    await deleteWaitingRetries(db, CRM, ['006A'], ['006A']);
    expect(await waiting(connector)).toBe(1);
  });

  it('keeps a further attempt that is to look at Microsoft’s referral until a sync has done that', async () => {
    const connector = await start();
    const { boss, db } = { boss: connector.boss, db: connector.database.db };
    const retry = { opportunityId: '006A', failures: 1, microsoftChanged: true, notBefore: new Date(0) };
    await insertRetry(boss, db, CRM, retry);
    await deleteWaitingRetries(db, CRM, ['006A'], []);
    expect(await waiting(connector)).toBe(1);
    await deleteWaitingRetries(db, CRM, ['006A'], ['006A']);
    expect(await waiting(connector)).toBe(0);
  });

  it('tells a referral that waits to be found out about its latest change', async () => {
    const { boss, database } = await start();
    const change = (changedAt: string) => insertReferralJobs(boss, database.db, [{ referralId: 'r1', changedAt }]);
    await change('2026-11-20T10:00:00.000Z');
    await change('2026-11-20T10:00:09.000Z');
    await change('2026-11-20T10:00:05.000Z');
    const taken: ReferralJob[] = [];
    await workReferralJobs(boss, (jobs) => {
      taken.push(...jobs);
      return Promise.resolve(new Set());
    });
    await until('the referral', () => taken.length > 0);
    expect(taken).toEqual([{ referralId: 'r1', changedAt: '2026-11-20T10:00:09.000Z' }]);
  });

  it('joins the reasons for one look: the latest change of the referral, and whether the CRM alone led here', async () => {
    const connector = await start();
    const earlier = '2026-11-20T10:00:00.000Z';
    const later = '2026-11-20T10:00:09.000Z';
    await connector.queue.add([
      { ...job('006A', false), ifCrmChanged: true },
      { ...job('006B', false), ifCrmChanged: true },
      job('006C', false),
    ]);
    await connector.queue.add([
      { ...job('006C', false), microsoftChanged: true },
      { ...job('006B', false), ifCrmChanged: true },
      { ...job('006A'), referralChangedAt: later },
    ]);
    await connector.queue.add([{ ...job('006A'), referralChangedAt: earlier }]);
    const taken: BatchItem[] = [];
    await connector.queue.work(CRM, 200, (items) => {
      taken.push(...items);
      return Promise.resolve(items.map((item) => done(item.opportunityId)));
    });
    await until('all three', () => taken.length === 3);
    expect(taken.sort((a, b) => a.opportunityId.localeCompare(b.opportunityId))).toEqual([
      { opportunityId: '006A', failures: 0, referralChangedAt: later },
      { opportunityId: '006B', failures: 0, ifCrmChanged: true },
      { opportunityId: '006C', failures: 0, microsoftChanged: true },
    ]);
  });

  it('lets what people wait for go before a catch-up that is queued already', async () => {
    const connector = await start();
    await connector.queue.add(Array.from({ length: 30 }, (_, index) => job(`006${index}`, false)));
    await connector.queue.add([job('00629', true)]);
    const { batches, handler } = heldHandler();
    await connector.queue.work(CRM, 1, handler);
    await until('the first batches, which run side by side', () => batches.length === 2);
    const first = batches.flatMap((batch) => batch.ids);
    batches.forEach((batch) => batch.end());
    expect(first).toContain('00629');
  });
});

describe('working', () => {
  it('takes up what is added within a fraction of a second', async () => {
    const connector = await start();
    let took = 0;
    await connector.queue.work(CRM, 200, (items) => {
      took = performance.now();
      return Promise.resolve(items.map((item) => done(item.opportunityId)));
    });
    await connector.queue.add([job('warm-up')]);
    await until('the warm-up', () => took > 0);
    await until('an empty queue', async () => (await waiting(connector)) === 0);
    took = 0;
    const started = performance.now();
    await connector.queue.add([job('006A')]);
    await until('the batch', () => took > 0);
    expect(took - started).toBeLessThan(500);
  });

  it('syncs an opportunity once at a time, over two connectors, without holding up others', async () => {
    const url = await server.createDatabase();
    const connectors = [await start(url), await start(url)];
    const inWork = new Set<string>();
    let overlaps = 0;
    let synced = 0;
    const handler = async (items: readonly BatchItem[]): Promise<readonly ItemOutcome[]> => {
      for (const { opportunityId } of items) {
        if (inWork.has(opportunityId)) overlaps += 1;
        inWork.add(opportunityId);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
      for (const { opportunityId } of items) inWork.delete(opportunityId);
      synced += items.length;
      return items.map((item) => done(item.opportunityId));
    };
    await Promise.all(connectors.map((connector) => connector.queue.work(CRM, 20, handler)));
    for (let round = 0; round < 30; round += 1) {
      await Promise.all(
        connectors.map((connector) =>
          connector.queue.add(Array.from({ length: 10 }, (_, index) => job(`006${index}`))),
        ),
      );
    }
    const first = connectors[0];
    await until('an empty queue', async () => first && (await waiting(first)) === 0);
    expect(overlaps).toBe(0);
    expect(synced).toBeGreaterThanOrEqual(10);
  });

  it('takes the other opportunities while one is being synced', async () => {
    const connector = await start();
    const { batches, handler } = heldHandler();
    await connector.queue.work(CRM, 200, handler);
    await connector.queue.add([job('006A')]);
    await until('the first batch', () => batches.length === 1);
    await connector.queue.add([job('006A'), job('006B'), job('006C')]);
    await until('the second batch', () => batches.length === 2, 5);
    expect([...(batches[1]?.ids ?? [])].sort()).toEqual(['006B', '006C']);
    for (const batch of batches) batch.end();
    await until('the third batch', () => batches.length === 3);
    batches[2]?.end();
  });

  it('takes up to so many different opportunities together', async () => {
    const connector = await start();
    await connector.queue.add(Array.from({ length: 450 }, (_, index) => job(`006${index}`)));
    const sizes: number[] = [];
    await connector.queue.work(CRM, 200, (items) => {
      sizes.push(items.length);
      return Promise.resolve(items.map((item) => done(item.opportunityId)));
    });
    await until('an empty queue', async () => (await waiting(connector)) === 0);
    expect(Math.max(...sizes)).toBe(200);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(450);
  });
});

const failure = new CosellError('partner-center-unavailable', { message: 'It is down.', cure: 'Wait.' });

describe('failing', () => {
  it('tries one again later without the others, and counts', async () => {
    const connector = await start();
    const seen: BatchItem[] = [];
    await connector.queue.work(CRM, 200, (items) => {
      seen.push(...items);
      return Promise.resolve(
        items.map(({ opportunityId, failures }): ItemOutcome => {
          if (opportunityId !== '006B' || failures === 2) return done(opportunityId);
          const notBefore = new Date(Date.now() + 300);
          return { kind: 'retry', opportunityId, link: null, error: failure, failures: failures + 1, notBefore };
        }),
      );
    });
    await connector.queue.add([job('006A'), job('006B')]);
    await until('an empty queue', async () => seen.length >= 4 && (await waiting(connector)) === 0);
    expect(seen.filter((item) => item.opportunityId === '006A')).toHaveLength(1);
    expect(seen.filter((item) => item.opportunityId === '006B').map((item) => item.failures)).toEqual([0, 1, 2]);
  });

  it('does not try again before the time that was set', async () => {
    const connector = await start();
    const at: number[] = [];
    let notBefore = 0;
    await connector.queue.work(CRM, 200, (items) => {
      at.push(Date.now());
      if (at.length === 1) notBefore = Date.now() + 1_500;
      return Promise.resolve(
        items.map(({ opportunityId }): ItemOutcome =>
          at.length > 1
            ? done(opportunityId)
            : { kind: 'retry', opportunityId, link: null, error: failure, failures: 1, notBefore: new Date(notBefore) },
        ),
      );
    });
    await connector.queue.add([job('006A')]);
    await until('the second attempt', () => at.length === 2);
    expect(at[1]).toBeGreaterThanOrEqual(notBefore);
  });

  it('starts afresh at a new change, and then needs the waiting attempt no more', async () => {
    const connector = await start();
    const seen: BatchItem[] = [];
    await connector.queue.work(CRM, 200, (items) => {
      seen.push(...items);
      const notBefore = new Date(Date.now() + 60_000);
      const outcome = (opportunityId: string): ItemOutcome =>
        seen.length === 1
          ? { kind: 'retry', opportunityId, link: null, error: failure, failures: 1, notBefore }
          : done(opportunityId);
      return Promise.resolve(items.map((item) => outcome(item.opportunityId)));
    });
    await connector.queue.add([job('006A')]);
    await until('the failure', async () => seen.length === 1 && (await delayed(connector)) === 1);
    await connector.queue.add([job('006A')]);
    await until('the second sync', async () => seen.length === 2 && (await waiting(connector)) === 0);
    expect(seen.map((item) => item.failures)).toEqual([0, 0]);
  });

  it('keeps the waiting attempt when the sync after it only found the CRM as agreed', async () => {
    const connector = await start();
    const seen: BatchItem[] = [];
    await connector.queue.work(CRM, 200, (items) => {
      seen.push(...items);
      const notBefore = new Date(Date.now() + 60_000);
      return Promise.resolve(
        items.map(({ opportunityId }): ItemOutcome =>
          seen.length === 1
            ? { kind: 'retry', opportunityId, link: null, error: failure, failures: 1, notBefore }
            : { ...done(opportunityId), kind: 'as-agreed' },
        ),
      );
    });
    await connector.queue.add([job('006A')]);
    await until('the failure', async () => seen.length === 1 && (await delayed(connector)) === 1);
    await connector.queue.add([job('006A')]);
    await until('the second sync', async () => seen.length === 2 && (await waiting(connector)) === 1);
    expect(await delayed(connector)).toBe(1);
  });

  it('keeps what was given up as a letter, replays it, and removes it once all is well', async () => {
    const connector = await start();
    const { boss, database } = connector;
    const seen: BatchItem[] = [];
    await connector.queue.work(CRM, 200, (items) => {
      seen.push(...items);
      return Promise.resolve(
        items.map(({ opportunityId }): ItemOutcome => {
          if (seen.length > 1) return done(opportunityId);
          const letter = {
            crm: CRM,
            opportunityId,
            errorCode: failure.code,
            message: failure.message,
            cure: failure.cure,
            reference: null,
            failures: 12,
            at: '2026-11-20T10:00:00Z',
          };
          return { kind: 'dead', opportunityId, link: null, error: failure, letter };
        }),
      );
    });
    await connector.queue.add([job('006A')]);
    const [letter] = await until('the letter', async () => {
      const letters = await listDeadLetters(boss);
      return letters.length > 0 && letters;
    });
    expect(letter).toMatchObject({ opportunityId: '006A', errorCode: 'partner-center-unavailable', failures: 12 });
    await replayDeadLetters(boss, database.db, letter ? [letter] : []);
    expect(await listDeadLetters(boss)).toEqual([]);
    await until('the replay', () => seen.length === 2);
    expect(seen[1]).toEqual({ opportunityId: '006A', failures: 0, microsoftChanged: true });
  });

  it('saves the others when the result of one cannot be saved', async () => {
    const connector = await start();
    const { database } = connector;
    const link = (opportunityId: string) => ({
      opportunityId,
      direction: 'outbound' as const,
      referralId: 'the same for all',
      engagementId: null,
      microsoftReferralId: null,
      sharing: 'private' as const,
      base: null,
      lastSuccessAt: null,
    });
    await connector.queue.work(CRM, 200, (items) =>
      Promise.resolve(items.map(({ opportunityId }) => ({ ...done(opportunityId), link: link(opportunityId) }))),
    );
    await connector.queue.add([job('006A'), job('006B')]);
    await until('the attempt again', async () => (await delayed(connector)) === 1);
    const rows = await database.db.query('select opportunity_id from cosell.links');
    expect(rows).toHaveLength(1);
  });
});

const delayed = async ({ database }: TestConnector): Promise<number> =>
  (await queueDepths(database.db)).filter(({ state }) => state === 'delayed').reduce((sum, { jobs }) => sum + jobs, 0);
