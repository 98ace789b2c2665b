/** One request inside a `$batch`. */
export interface Operation {
  readonly method: 'GET' | 'PATCH';
  /** Below the service root, encoded: `opportunities(…)?$select=name`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Documented limit of one `$batch`. */
export const MOST_OPERATIONS = 1000;

/**
 * The multipart body of a `$batch`. Every operation stands alone, outside of change sets, so that each fails alone.
 * learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api
 * @param root path of the service root, `/api/data/v9.2/`
 */
export function batchBody(operations: readonly Operation[], root: string, boundary: string): string {
  const parts = operations.map(({ method, path, headers, body }) =>
    [
      `--${boundary}`,
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      `${method} ${root}${path} HTTP/1.1`,
      'Accept: application/json',
      ...(body ? ['Content-Type: application/json; charset=utf-8'] : []),
      ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
      '',
      body ? JSON.stringify(body) : '',
    ].join('\r\n'),
  );
  return [...parts, `--${boundary}--`, ''].join('\r\n');
}
