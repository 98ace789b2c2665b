import { SalesforceError } from '../errors.ts';
import { executeQuery } from '../soql/execute.ts';
import type { QueryLocators, RestContext, RestRequest, RestResponse, Route } from './types.ts';

/** `/query`, `/queryAll` and the pages after the first. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm */
export const QUERY_ROUTES: readonly Route[] = ['query', 'queryAll'].flatMap((name) => [
  { method: 'GET', path: [name], handler: firstPage },
  { method: 'GET', path: [name, null], handler: nextPage },
]);

const MIN_BATCH = 200;

function firstPage({ path, query, headers }: RestRequest, { org, session, locators }: RestContext): RestResponse {
  const soql = query.get('q');
  if (soql === null || soql.trim() === '')
    throw new SalesforceError('MALFORMED_QUERY', 'A query string has to be specified');
  const deletedToo = path[0] === 'queryAll';
  const { totalSize, records } = executeQuery(org, session.user, soql, { version: session.version, deletedToo });
  const size = pageSize(headers['sforce-query-options'], locators.pageSize);
  return {
    status: 200,
    body: page(records, totalSize, 0, size, () => locators.keep(records, session.user.id), session.version),
  };
}

/** `…/query/{locator}-{offset}` */
function nextPage({ path, headers }: RestRequest, { session, locators }: RestContext): RestResponse {
  const [, locator = '', offset = ''] = /^(\w+)-(\d+)$/.exec(path[1] ?? '') ?? [];
  const records = locators.get(locator, session.user.id);
  if (!records) throw new SalesforceError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  const size = pageSize(headers['sforce-query-options'], locators.pageSize);
  return { status: 200, body: page(records, records.length, Number(offset), size, () => locator, session.version) };
}

function page(
  records: readonly object[],
  totalSize: number,
  offset: number,
  size: number,
  locator: () => string,
  version: string,
): object {
  const end = offset + size;
  const done = end >= records.length;
  return {
    totalSize,
    done,
    ...(!done && { nextRecordsUrl: `/services/data/v${version}/query/${locator()}-${end}` }),
    records: records.slice(offset, end),
  };
}

/** `Sforce-Query-Options: batchSize=500`; Salesforce takes 200 to 2,000 as a hint. */
function pageSize(header: string | undefined, usual: number): number {
  const asked = /batchSize=(\d+)/i.exec(header ?? '')?.[1];
  return asked === undefined ? usual : Math.min(Math.max(Number(asked), MIN_BATCH), Math.max(usual, MIN_BATCH));
}

/** Keeps the answers of the latest queries. */
export function createLocators(size: number): QueryLocators {
  const kept = new Map<string, { readonly records: readonly object[]; readonly userId: string }>();
  const most = 50;
  let count = 0;
  return {
    pageSize: size,
    keep(records, userId) {
      count += 1;
      const id = `01g5g0${String(count).padStart(9, '0')}AAA`;
      kept.set(id, { records, userId });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return id;
    },
    get(id, userId) {
      const entry = kept.get(id);
      return entry?.userId === userId ? entry.records : undefined;
    },
  };
}
