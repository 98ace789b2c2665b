import { startTestServer, type TestServer } from '../../../shared/connector/testkit/database.ts';
import { startChild } from './support/child.ts';
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

async function start(url: string): Promise<TestConnector> {
  const connector = await startConnector(url);
  running.push(connector);
  return connector;
}

describe('kill -9', () => {
  it('of a connector gives its work to another within seconds', async () => {
    const url = await server.createDatabase();
    const connector = await start(url);
    const child = startChild('hanging-worker.ts', [url]);
    await child.said('works');
    await connector.queue.add([job('006A'), job('006B')]);
    // Each may be in a batch of its own.
    for (const id of ['006A', '006B']) await child.said(id);
    await child.kill();
    const killedAt = performance.now();
    const synced = new Set<string>();
    await connector.queue.work(CRM, 200, (items) => {
      for (const { opportunityId } of items) synced.add(opportunityId);
      return Promise.resolve(items.map((item) => done(item.opportunityId)));
    });
    await until('both opportunities', () => synced.size === 2);
    expect(performance.now() - killedAt).toBeLessThan(10_000);
  });
});

describe('leading', () => {
  it('passes to another connector when the leader ends, and is never held by two', async () => {
    const url = await server.createDatabase();
    const connectors = [await start(url), await start(url)];
    const leaders: number[] = [];
    let most = 0;
    connectors.forEach(({ presence }, index) => {
      presence.lead('follow', async (signal) => {
        leaders.push(index);
        most = Math.max(most, leaders.length);
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
        leaders.splice(leaders.indexOf(index), 1);
      });
    });
    const first = await until('a leader', () => leaders.length === 1 && { index: leaders[0] ?? 0 });
    await connectors[first.index]?.presence.resign();
    const second = await until('the next leader', () => leaders.length === 1 && { index: leaders[0] ?? 0 });
    expect(second.index).toBe(1 - first.index);
    expect(most).toBe(1);
  });
});
