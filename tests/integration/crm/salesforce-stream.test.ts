import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { eventually, HintCollector } from '../../contract/crm/helpers.ts';
import { createSalesforceWorld, type SalesforceWorld } from './salesforce-world.ts';

/** What happens to the event stream, besides the contract: breaks, lost positions, sessions, refusals, and its end. */
describe('the Salesforce event stream', () => {
  let world: SalesforceWorld;
  beforeAll(async () => {
    world = await createSalesforceWorld();
  });
  afterAll(() => world.close());
  afterEach(() => world.org.control('POST', 'streaming', { mode: 'normal' }));

  const create = async (name: string) => (await world.createOpportunities([{ name }]))[0] ?? '';
  const rename = (id: string, name: string) => world.updateOpportunity(id, { Name: name });

  it('connects again after a break, delivers what happened meanwhile and reports a gap', async () => {
    const id = await create('Broken');
    const collected = new HintCollector();
    const listening = await world.listen(null, collected.handlers);
    await rename(id, 'Before the break');
    await collected.waitFor(id);
    await world.org.control('POST', 'streaming', { mode: 'drop' });
    const meanwhile = await create('Made during the break');
    await world.org.control('POST', 'streaming', { mode: 'normal' });
    await collected.waitFor(meanwhile);
    expect(collected.gaps).toHaveLength(1);
    await listening.stop();
  });

  it('starts from now with a gap when Salesforce no longer has the stored position', async () => {
    const id = await create('Forgotten');
    const collected = new HintCollector();
    await world.org.control('POST', 'streaming', { forget: true });
    const listening = world.port.watch('17', collected.handlers);
    await eventually('the gap', () => (collected.gaps.length > 0 ? true : undefined));
    await rename(id, 'After the gap');
    await collected.waitFor(id);
    expect(collected.gaps[0]).toContain('replayId');
    expect(Number(collected.position)).toBeGreaterThan(17);
    await listening?.stop();
  });

  it('goes on with a new session when the old one expired', async () => {
    const id = await create('Expired');
    const collected = new HintCollector();
    const listening = await world.listen(null, collected.handlers);
    await rename(id, 'With the first session');
    await collected.waitFor(id);
    collected.hints.length = 0;
    await world.expireTokens();
    await rename(id, 'Session over');
    await collected.waitFor(id);
    await eventually('the gap', () => (collected.gaps.length > 0 ? true : undefined));
    expect(collected.gaps[0]).toContain('401');
    collected.hints.length = 0;
    await rename(id, 'With the next session');
    await collected.waitFor(id);
    expect(collected.hints).toHaveLength(1);
    await listening.stop();
  });

  it('delivers again what could not be taken', async () => {
    const id = await create('Refused once');
    const collected = new HintCollector();
    let refusals = 0;
    const watcher = await world.listen(null, {
      ...collected.handlers,
      onHints: (hints, position) => {
        refusals += 1;
        return refusals === 2
          ? Promise.reject(new Error('The queue is not there.'))
          : collected.handlers.onHints(hints, position);
      },
    });
    await rename(id, 'Taken');
    await collected.waitFor(id);
    const before = collected.position;
    collected.hints.length = 0;
    await rename(id, 'Refused, then taken');
    await collected.waitFor(id);
    expect(refusals).toBe(3);
    expect(Number(collected.position)).toBeGreaterThan(Number(before));
    expect(collected.gaps).toHaveLength(1);
    await watcher.stop();
  });

  it('says why it cannot begin, and keeps trying', async () => {
    await world.org.control('POST', 'streaming', { mode: 'drop' });
    const collected = new HintCollector();
    const watcher = world.port.watch(null, collected.handlers);
    await expect(watcher?.ready).rejects.toMatchObject({ code: 'crm-unavailable', retryable: true });
    await world.org.control('POST', 'streaming', { mode: 'normal' });
    const id = await create('Only after a gap');
    await eventually('the stream', () => (collected.gaps.length > 0 ? true : undefined));
    await rename(id, 'Heard');
    await collected.waitFor(id);
    await watcher?.stop();
  });

  it('is silent about own writes of more than 200 records too', async () => {
    const ids = await world.createOpportunities(Array.from({ length: 200 }, (_, i) => ({ name: `Own ${i}` })));
    const requestId = await world.createRequest('seller', ids[0] ?? '', 'sync');
    const other = await create('Other');
    const collected = new HintCollector();
    const listening = await world.listen(null, collected.handlers);
    const outcomes = await world.port.write(
      ids.map((opportunityId, i) => ({
        opportunityId,
        values: { Name: `Written ${i}` },
        answers: i === 0 ? [{ requestId, status: 'done', message: 'Done.', errorCode: null }] : [],
      })),
    );
    expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
    await rename(other, 'Edited by a seller');
    await collected.waitFor(other);
    expect(collected.hints).toHaveLength(1);
    await listening.stop();
  });

  it('leaves nothing behind that keeps the process alive', async () => {
    const script = `
      import { createSalesforceCrm } from './shared/crm/salesforce/index.ts';
      import { SECTION_FIELDS } from './shared/core/mapping/section-fields.ts';
      const silent = { debug() {}, info() {}, warn() {} };
      const auth = { kind: 'client-credentials', clientId: 'sandbox', clientSecret: 'sandbox' };
      const options = { paths: ['Name'], fields: SECTION_FIELDS.salesforce, timeoutMs: 5000, log: silent };
      const port = createSalesforceCrm({ loginUrl: ${JSON.stringify(world.org.url)}, auth }, options);
      const watcher = port.watch(null, { onHints: async () => {}, onGap() {} });
      await watcher.ready;
      await port.close();
      console.log('closed');`;
    const args = ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 15_000 });
    expect(stdout.trim()).toBe('closed');
  });
});
