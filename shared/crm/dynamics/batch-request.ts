/** One request inside a `$batch`. */
export interface Operation {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'DELETE';
  /** Below the service root, encoded: `opportunities(…)?$select=name`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Writes that happen together or not at all. */
export interface ChangeSet {
  readonly changeSet: readonly Operation[];
}

/** What succeeds or fails on its own in a `$batch`. */
export type BatchItem = Operation | ChangeSet;

/** Documented limit of one `$batch`. */
export const MOST_OPERATIONS = 1000;

export function operationsIn(item: BatchItem): readonly Operation[] {
  return 'changeSet' in item ? item.changeSet : [item];
}

/**
 * The multipart body of a `$batch`: single operations as messages, change sets as multipart messages of their own, in which
 * every operation must have a Content-ID.
 * learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api
 * @param root path of the service root, `/api/data/v9.2/`
 */
export function batchBody(items: readonly BatchItem[], root: string, boundary: string): string {
  const parts = items.map((item, index) => {
    if (!('changeSet' in item)) return message(item, root, []);
    // No boundary may begin with the other.
    const inner = `changeset_${index}_${boundary}`;
    const messages = item.changeSet.map((operation, n) => message(operation, root, [`Content-ID: ${n + 1}`]));
    return [`Content-Type: multipart/mixed; boundary="${inner}"`, '', multipart(messages, inner)].join('\r\n');
  });
  return multipart(parts, boundary);
}

function multipart(parts: readonly string[], boundary: string): string {
  return [...parts.flatMap((part) => [`--${boundary}`, part]), `--${boundary}--`, ''].join('\r\n');
}

function message({ method, path, headers, body }: Operation, root: string, partHeaders: readonly string[]): string {
  return [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...partHeaders,
    '',
    `${method} ${root}${path} HTTP/1.1`,
    'Accept: application/json',
    ...(body ? ['Content-Type: application/json; charset=utf-8'] : []),
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    '',
    body ? JSON.stringify(body) : '',
  ].join('\r\n');
}
