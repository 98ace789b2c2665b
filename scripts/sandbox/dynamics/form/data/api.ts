import type { JsonRow } from './row.ts';

const ROOT = '/api/data/v9.2/';

/** A refusal of the Web API, or a request that never got an answer (`status` 0). */
export class ApiFault extends Error {
  readonly status: number;
  /** `0x80040217`; empty when there was no answer in Dataverse's shape. */
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiFault';
    this.status = status;
    this.code = code;
  }
}

export interface ApiAnswer {
  readonly body: JsonRow;
  readonly headers: Headers;
}

/**
 * One request of the page to its own environment, signed in by the session's cookie.
 * @throws ApiFault
 */
export async function callApi(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  { body, headers }: { body?: unknown; headers?: Readonly<Record<string, string>> } = {},
): Promise<ApiAnswer> {
  const response = await fetch(ROOT + path, {
    method,
    headers: {
      accept: 'application/json',
      'odata-version': '4.0',
      ...(method === 'GET' && { prefer: 'odata.include-annotations="*"' }),
      ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw new ApiFault(0, '', error instanceof Error ? error.message : String(error));
  });
  const json = parse(await response.text());
  if (response.ok) return { body: json, headers: response.headers };
  const error = (json.error ?? {}) as { code?: string; message?: string };
  throw new ApiFault(response.status, error.code ?? '', error.message ?? `The server answered ${response.status}.`);
}

function parse(text: string): JsonRow {
  try {
    return text === '' ? {} : (JSON.parse(text) as JsonRow);
  } catch {
    return {};
  }
}

/** The id in `OData-EntityId: …/opportunities(<id>)`. */
export function createdId(headers: Headers): string {
  return /\(([0-9a-f-]{36})\)$/i.exec(headers.get('odata-entityid') ?? '')?.[1] ?? '';
}
