import type { Environment } from '../environment.ts';
import { runOperation } from './route.ts';
import type { ApiContext, ApiRequest, ApiResponse } from './types.ts';

/**
 * Runs one operation as a transaction of its own and tells the webhook steps after the commit.
 * @throws DataverseError for everything that Dataverse refuses; nothing is written then.
 */
export function runAlone(
  environment: Environment,
  context: Omit<ApiContext, 'events'>,
  request: ApiRequest,
): ApiResponse {
  const full: ApiContext = { ...context, events: [] };
  const response = environment.store.transaction(() => runOperation(environment, full, request));
  environment.publish(full.events);
  return response;
}
