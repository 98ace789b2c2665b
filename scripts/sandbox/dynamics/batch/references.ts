import type { ApiRequest, ApiResponse } from '../api/types.ts';

/** Content-ID → what it created, e.g. `opportunities(…)`. */
export type ContentIds = Map<string, string>;

/** Puts the rows of earlier operations in for `$1` in the address and in `@odata.bind` values. */
export function resolveReferences(request: ApiRequest, ids: ContentIds): ApiRequest {
  const named = /^\$([^/?]+)(.*)$/s.exec(request.path);
  const target = named && ids.get(named[1] ?? '');
  return {
    ...request,
    path: target ? `${target}${named[2] ?? ''}` : request.path,
    body: resolveBinds(request.body, ids),
  };
}

function resolveBinds(body: unknown, ids: ContentIds): unknown {
  if (Array.isArray(body)) return body.map((item) => resolveBinds(item, ids));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => {
      if (!name.endsWith('@odata.bind') || typeof value !== 'string') return [name, resolveBinds(value, ids)];
      const id = /^\/?\$(\w+)$/.exec(value)?.[1];
      return [name, id === undefined ? value : (ids.get(id) ?? value)];
    }),
  );
}

/** Notes what an operation with a Content-ID made or changed. */
export function remember(ids: ContentIds, contentId: string | null, response: ApiResponse): void {
  const url = response.headers['odata-entityid'];
  if (contentId !== null && url !== undefined) ids.set(contentId, url.replace(/^.*\//, ''));
}
