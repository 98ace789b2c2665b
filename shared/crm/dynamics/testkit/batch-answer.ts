/** One answered operation for `batchAnswer`; a text body goes out as it is. */
export interface ScriptedPart {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export const ANSWER_TYPE = 'multipart/mixed; boundary=batchresponse_3f1a';

/** A `$batch` answer as the service words it. */
export function batchAnswer(parts: readonly ScriptedPart[]): string {
  const written = parts.map(({ status, headers, body }) =>
    [
      '--batchresponse_3f1a',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      `HTTP/1.1 ${status} Some Reason`,
      'OData-Version: 4.0',
      ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
      '',
      body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
    ].join('\r\n'),
  );
  return [...written, '--batchresponse_3f1a--', ''].join('\r\n');
}
