import type { Environment } from '../environment.ts';
import type { Session } from '../write/session.ts';
import type { ApiContext, ApiRequest, ApiResponse } from './types.ts';

/** Runs one writing operation and notes its changes with the request's tag. The caller holds the transaction. */
export function inSession(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  work: (session: Session) => ApiResponse,
): ApiResponse {
  const { schema, store, now, newId, checkLock } = environment;
  const session: Session = { schema, store, who: context.who, now, newId, checkLock, changes: [] };
  const response = work(session);
  const tag = request.query.get('tag');
  context.events.push(...session.changes.map((change) => ({ change, who: context.who, tag })));
  return response;
}
