import type { RestContext, RestRequest, RestResponse, Route } from './types.ts';

export const API_VERSIONS = ['62.0', '63.0', '64.0'] as const;
export const DAILY_API_REQUESTS = 100_000;

/** The entry page of a version and the org's limits. */
export const ROOT_ROUTES: readonly Route[] = [
  { method: 'GET', path: [], handler: resources },
  { method: 'GET', path: ['limits'], handler: limits },
];

function resources(_request: RestRequest, { session }: RestContext): RestResponse {
  const root = `/services/data/v${session.version}`;
  const names = ['sobjects', 'query', 'queryAll', 'limits', 'composite'];
  return { status: 200, body: Object.fromEntries(names.map((name) => [name, `${root}/${name}`])) };
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_limits.htm */
function limits(_request: RestRequest, { org }: RestContext): RestResponse {
  const used = org.apiUsage.used();
  return {
    status: 200,
    body: {
      DailyApiRequests: { Max: DAILY_API_REQUESTS, Remaining: DAILY_API_REQUESTS - used },
      DailyDurableStreamingApiEvents: { Max: 200_000, Remaining: 200_000 },
      DailyStreamingApiEvents: { Max: 200_000, Remaining: 200_000 },
      DurableStreamingApiConcurrentClients: { Max: 1000, Remaining: 1000 },
    },
  };
}

/** `GET /services/data`: the versions of the API, without sign-in. */
export const VERSION_LIST = API_VERSIONS.map((version) => ({
  label: `API ${version}`,
  url: `/services/data/v${version}`,
  version,
}));
