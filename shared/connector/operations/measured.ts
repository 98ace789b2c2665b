import { asCosellError } from '../../core/index.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';
import type { Metrics } from './metrics.ts';

type Measure = <Result>(operation: string, call: () => Promise<Result>) => Promise<Result>;

function measureOf(metrics: Metrics, system: string): Measure {
  return async (operation, call) => {
    const started = performance.now();
    const ended = (outcome: string) =>
      metrics.called(system, operation, outcome, (performance.now() - started) / 1_000);
    try {
      const result = await call();
      ended('ok');
      return result;
    } catch (thrown) {
      ended(asCosellError(thrown).code);
      throw thrown;
    }
  };
}

/** The same port, with every call counted and timed. */
export function measuredReferrals(port: ReferralsPort, metrics: Metrics): ReferralsPort {
  const measure = measureOf(metrics, 'partner-center');
  return {
    list: (query) => port.list(query),
    get: (id) => measure('get', () => port.get(id)),
    create: (referral) => measure('create', () => port.create(referral)),
    patch: (id, operations, eTag) => measure('patch', () => port.patch(id, operations, eTag)),
  };
}

/** The same port, with every call counted and timed. */
export function measuredCrm(port: CrmPort, name: string, metrics: Metrics): CrmPort {
  const measure = measureOf(metrics, name);
  return {
    ...port,
    readOpportunities: (ids) => measure('read', () => port.readOpportunities(ids)),
    write: (batch) => measure('write', () => port.write(batch)),
    opportunitiesConcerned: (hints) => measure('concerned', () => port.opportunitiesConcerned(hints)),
    check: () => measure('check', () => port.check()),
  };
}
