import { asCosellError } from '../../core/index.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';
import type { Metrics } from './metrics.ts';

/** `isCall`: whether what came back took a call at all. */
type Measure = <Result>(
  operation: string,
  call: () => Promise<Result>,
  isCall?: (result: Result) => boolean,
) => Promise<Result>;

function measureOf(metrics: Metrics, system: string): Measure {
  return async (operation, call, isCall = () => true) => {
    const started = performance.now();
    const ended = (outcome: string) =>
      metrics.called(system, operation, outcome, (performance.now() - started) / 1_000);
    try {
      const result = await call();
      if (isCall(result)) ended('ok');
      return result;
    } catch (thrown) {
      ended(asCosellError(thrown).code);
      throw thrown;
    }
  };
}

/** A list makes a call for each page; finding that there is no further page makes none. */
async function* measurePages<Page>(measure: Measure, pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  const iterator = pages[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await measure(
        'list',
        () => iterator.next(),
        ({ done }) => !done,
      );
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** The same port, with every call counted and timed. */
export function measuredReferrals(port: ReferralsPort, metrics: Metrics): ReferralsPort {
  const measure = measureOf(metrics, 'partner-center');
  return {
    list: (query) => measurePages(measure, port.list(query)),
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
    findUsers: (emails) => measure('find-users', () => port.findUsers(emails)),
    findDeals: (lookups) => measure('find', () => port.findDeals(lookups)),
    createOpportunities: (batch) => measure('create', () => port.createOpportunities(batch)),
    createLeads: (leads) => measure('create-leads', () => port.createLeads(leads)),
    opportunitiesConcerned: (hints) => measure('concerned', () => port.opportunitiesConcerned(hints)),
    publishConnection: (row) => measure('publish', () => port.publishConnection(row)),
    check: () => measure('check', () => port.check()),
  };
}
