import { jest } from '@jest/globals';
import { buildPolicy, CosellError, type ConnectionInfo, type ErrorCode } from '../../core/index.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { SectionConfig } from '../config/section.ts';
import { FakeCrm } from '../testkit/crm.ts';
import { SILENT } from '../testkit/world.ts';
import { publishConnection } from './publish.ts';
import { createWitness, type Witness } from './witness.ts';

const failure = (code: ErrorCode) => new CosellError(code, { message: 'No.', cure: 'None.' });

const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);
const settle = () => pass(0);

/** A connector that publishes to a CRM in memory, with time turned by hand. */
function start(section: Partial<SectionConfig> = {}, publish?: CrmPort['publishConnection']) {
  const crm = new FakeCrm();
  const witness = createWitness();
  const abort = new AbortController();
  const partnerCenter = { error: null as CosellError | null, calls: 0 };
  const sinceOf = new Map<string, Date>();
  const running = publishConnection(
    {
      crmName: 'salesforce',
      crm: publish === undefined ? crm.port() : { publishConnection: publish },
      policy: buildPolicy({ crm: 'salesforce' }),
      section: { heartbeatMinutes: 15, setupUrl: null, adminContact: 'Sales Operations', ...section },
      version: '1.2.3',
      witness,
      checkPartnerCenter: () => {
        partnerCenter.calls += 1;
        return partnerCenter.error ? Promise.reject(partnerCenter.error) : Promise.resolve();
      },
      since: (state, now) => {
        if (!sinceOf.has(state)) sinceOf.set(state, now);
        return Promise.resolve(sinceOf.get(state) ?? now);
      },
      now: () => new Date(),
      log: SILENT,
    },
    abort.signal,
  );
  const infos = () => crm.published.map(({ details }) => JSON.parse(details) as ConnectionInfo);
  return {
    crm,
    witness,
    partnerCenter,
    infos,
    states: () => infos().map(({ state }) => state),
    stop: async () => {
      abort.abort();
      await running;
    },
  };
}

const see = (witness: Witness, error: CosellError | null) =>
  witness.watch(false, () => (error ? Promise.reject(error) : Promise.resolve())).catch(() => undefined);

describe('publishConnection', () => {
  let connector: ReturnType<typeof start>;
  beforeEach(() => void jest.useFakeTimers({ now: new Date('2026-11-20T10:10:00Z') }));
  afterEach(async () => {
    await connector.stop();
    jest.useRealTimers();
  });

  it('tells the sections at the start what they need, as plain data', async () => {
    connector = start();
    await settle();
    const [row] = connector.crm.published;
    expect(row).toMatchObject({ key: 'default', lastSeenAt: '2026-11-20T10:10:00.000Z' });
    expect(connector.infos()).toEqual([
      {
        version: '1.2.3',
        policy: buildPolicy({ crm: 'salesforce' }),
        state: 'ok',
        since: '2026-11-20T10:10:00.000Z',
        lastSeenAt: '2026-11-20T10:10:00.000Z',
        heartbeatSeconds: 900,
        setupUrl: null,
        adminContact: 'Sales Operations',
      },
    ]);
  });

  it('gives a sign of life as often as configured, and not more often', async () => {
    connector = start({ heartbeatMinutes: 5 });
    await pass(4 * 60_000);
    expect(connector.crm.published).toHaveLength(1);
    await pass(60_000);
    await pass(5 * 60_000);
    expect(connector.crm.published.map(({ lastSeenAt }) => lastSeenAt.slice(11, 16))).toEqual([
      '10:10',
      '10:15',
      '10:20',
    ]);
  });

  it('tells at once when a call of the worker finds the sign-in refused, and when it works again', async () => {
    connector = start();
    await settle();
    connector.partnerCenter.error = failure('partner-center-sign-in');
    await see(connector.witness, connector.partnerCenter.error);
    await settle();
    connector.partnerCenter.error = null;
    await see(connector.witness, null);
    await settle();
    expect(connector.states()).toEqual(['ok', 'partner-center-sign-in', 'ok']);
  });

  it('asks again every minute while something is wrong, without a call to the CRM', async () => {
    connector = start();
    await settle();
    connector.partnerCenter.error = failure('partner-center-forbidden');
    await pass(15 * 60_000);
    expect(connector.states()).toEqual(['ok', 'partner-center-forbidden']);
    const { calls } = connector.partnerCenter;
    await pass(10 * 60_000);
    expect(connector.partnerCenter.calls - calls).toBe(10);
    expect(connector.crm.published).toHaveLength(2);
    connector.partnerCenter.error = null;
    await pass(60_000);
    expect(connector.states()).toEqual(['ok', 'partner-center-forbidden', 'ok']);
  });

  it('says since when it is so', async () => {
    connector = start();
    await settle();
    connector.partnerCenter.error = failure('partner-center-mfa-required');
    await pass(30 * 60_000);
    const [, ...lost] = connector.infos();
    expect(lost.map(({ state }) => state)).toEqual(['partner-center-sign-in', 'partner-center-sign-in']);
    expect(new Set(lost.map(({ since }) => since)).size).toBe(1);
  });

  it('says nothing of trouble that passes or that is about one deal', async () => {
    connector = start();
    await settle();
    connector.partnerCenter.error = failure('partner-center-unavailable');
    await see(connector.witness, failure('partner-center-forbidden'));
    await pass(15 * 60_000);
    expect(connector.states()).toEqual(['ok', 'ok']);
  });

  it('tries again when the CRM does not take it, less and less often', async () => {
    connector = start();
    connector.crm.faults.push(
      ...Array.from({ length: 3 }, () => ({ call: 'publish', error: failure('crm-unavailable') }) as const),
    );
    await settle();
    expect(connector.crm.published).toHaveLength(0);
    await pass(5_000 + 10_000 - 1);
    expect(connector.crm.published).toHaveLength(0);
    await pass(20_001);
    expect(connector.crm.published).toHaveLength(1);
  });

  it('stops although a call to the CRM does not end', async () => {
    connector = start({}, () => new Promise<void>(() => undefined));
    await settle();
    await connector.stop();
    await pass(60 * 60_000);
    expect(connector.partnerCenter.calls).toBe(1);
  });
});
