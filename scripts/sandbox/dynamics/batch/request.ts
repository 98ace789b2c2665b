import type { ApiRequest } from '../api/types.ts';
import { payloadError, queryError } from '../errors.ts';
import { type Part, boundaryOf, readParts } from './multipart.ts';

export interface BatchOperation {
  readonly contentId: string | null;
  readonly request: ApiRequest;
}

/** A single operation, or the operations of a change set. */
export type BatchItem =
  | { readonly kind: 'single'; readonly operation: BatchOperation }
  | { readonly kind: 'changeset'; readonly operations: readonly BatchOperation[] };

const MOST_OPERATIONS = 1000;

/**
 * Reads a `$batch` body (learn.microsoft.com power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api).
 * @throws DataverseError (400) for a malformed body, a GET in a change set or more than 1,000 operations.
 */
export async function readBatch(body: Buffer, contentType: string | undefined): Promise<BatchItem[]> {
  const parts = await readParts(body, boundaryOf(contentType));
  const items: BatchItem[] = [];
  for (const part of parts) {
    const type = part.headers['content-type'] ?? '';
    if (/^multipart\/mixed/i.test(type)) {
      const inner = await readParts(part.body, boundaryOf(type));
      const operations = inner.map(readOperation);
      if (operations.some(({ request }) => request.method === 'GET'))
        throw queryError("A change set can't hold a GET request.");
      items.push({ kind: 'changeset', operations });
    } else items.push({ kind: 'single', operation: readOperation(part) });
  }
  const count = items.reduce((sum, item) => sum + (item.kind === 'single' ? 1 : item.operations.length), 0);
  if (count === 0) throw queryError('The batch holds no operation.');
  if (count > MOST_OPERATIONS)
    throw queryError(`The batch holds ${count} operations, more than the ${MOST_OPERATIONS} allowed.`);
  return items;
}

function readOperation(part: Part): BatchOperation {
  if (!/^application\/http/i.test(part.headers['content-type'] ?? '')) {
    throw queryError("Each part of a batch needs 'Content-Type: application/http'.");
  }
  const [head = '', ...rest] = part.body.replace(/^\r?\n/, '').split(/\r?\n\r?\n/);
  const [line = '', ...headerLines] = head.split(/\r?\n/);
  const [, method, url] = /^([A-Z]+) (\S+) HTTP\/1\.1$/.exec(line.trim()) ?? [];
  if (method === undefined || url === undefined)
    throw queryError(`The batch has the malformed request line '${line}'.`);
  const { path, query } = splitUrl(url);
  return {
    contentId: part.headers['content-id'] ?? null,
    request: { method, path, query, headers: readHeaders(headerLines), body: readBody(rest.join('\r\n\r\n').trim()) },
  };
}

/** Absolute, from the root or relative to the API: all end below `/api/data/v9.x/`. */
export function splitUrl(url: string): { path: string; query: URLSearchParams } {
  const below = url.replace(/^.*\/api\/data\/v9\.\d\//, '').replace(/^\//, '');
  const at = below.indexOf('?');
  if (at < 0) return { path: below, query: new URLSearchParams() };
  return { path: below.slice(0, at), query: new URLSearchParams(below.slice(at + 1)) };
}

function readHeaders(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw payloadError('', 'The body of an operation in the batch is not valid JSON.');
  }
}
