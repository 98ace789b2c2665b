import { notFound } from '../errors.ts';

/** The path below `/services/data/v{N}` (or `v{N}`), decoded, and the query. @throws SalesforceError NOT_FOUND */
export function parseUrl(url: string): { readonly path: readonly string[]; readonly query: URLSearchParams } {
  const [pathname = '', search = ''] = splitOnce(url);
  const match = /^\/*(?:services\/data\/)?v\d+\.\d\/?(.*)$/.exec(pathname.replaceAll(/\/{2,}/g, '/'));
  if (!match) throw notFound();
  const path = (match[1] ?? '').split('/').filter((part) => part !== '');
  return { path: path.map(decode), query: new URLSearchParams(search) };
}

function splitOnce(url: string): readonly [string, string] {
  const index = url.indexOf('?');
  return index < 0 ? [url, ''] : [url.slice(0, index), url.slice(index + 1)];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw notFound();
  }
}
