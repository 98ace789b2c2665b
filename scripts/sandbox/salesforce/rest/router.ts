import { SalesforceError, errorBody, notFound } from '../errors.ts';
import type { Org, Session } from '../org.ts';
import { changeOriginOf } from './change-origin.ts';
import { COLLECTION_ROUTES } from './collections.ts';
import { COMPOSITE_ROUTES } from './composite.ts';
import { DESCRIBE_ROUTES } from './describe.ts';
import { GRAPH_ROUTES } from './graph.ts';
import { QUERY_ROUTES } from './query.ts';
import { ROOT_ROUTES } from './root.ts';
import { SOBJECT_ROUTES } from './sobjects.ts';
import type { QueryLocators, RestRequest, RestResponse, Route } from './types.ts';
import { GRAPHQL_ROUTES } from '../graphql/route.ts';
import { OBJECT_INFO_ROUTES } from '../ui-api/object-info.ts';
import { RECORD_ROUTES } from '../ui-api/records.ts';

/** More telling paths first: `describe` is not a record id. */
const ROUTES: readonly Route[] = [
  ...ROOT_ROUTES,
  ...DESCRIBE_ROUTES,
  ...SOBJECT_ROUTES,
  ...QUERY_ROUTES,
  ...COMPOSITE_ROUTES,
  ...GRAPH_ROUTES,
  ...COLLECTION_ROUTES,
  ...RECORD_ROUTES,
  ...OBJECT_INFO_ROUTES,
  ...GRAPHQL_ROUTES,
];

/** Runs a REST call as the session's user in one transaction. SalesforceErrors become answers. */
export function runRestCall(org: Org, session: Session, locators: QueryLocators, request: RestRequest): RestResponse {
  const own: Session = {
    ...session,
    changeOrigin: changeOriginOf(session.version, request.headers['sforce-call-options']),
  };
  try {
    const { handler, carriesOthers } = findRoute(request);
    const call = (inner: RestRequest): RestResponse => runRestCall(org, own, locators, inner);
    const run = (): RestResponse => handler(request, { org, session: own, locators, call });
    return carriesOthers ? run() : org.commit({ userId: own.user.id, changeOrigin: own.changeOrigin }, run);
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { status: error.status, body: errorBody(error) };
  }
}

function findRoute({ method, path }: RestRequest): Route {
  const candidates = ROUTES.filter((route) => fits(route, path));
  const route = candidates.find((candidate) => candidate.method === method);
  if (route) return route;
  if (candidates.length === 0) throw notFound();
  throw new SalesforceError(
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${[...new Set(candidates.map((c) => c.method))].join(',')}`,
  );
}

const fits = ({ path: pattern }: Route, path: readonly string[]): boolean =>
  pattern.length === path.length && pattern.every((part, index) => part === null || part === path[index]);
