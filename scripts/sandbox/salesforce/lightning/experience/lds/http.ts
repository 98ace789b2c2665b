import { page } from '../page.ts';

/** What Lightning Data Service rejects with. https://developer.salesforce.com/docs/platform/lwc/guide/data-error.html */
export interface FetchResponse {
  readonly body: unknown;
  readonly errorType: 'fetchResponse';
  readonly headers: Readonly<Record<string, string>>;
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
}

const ROOT = '/services/data/v64.0';

/** A call to the org as the person who is signed in; the session cookie says who. @throws FetchResponse */
export async function call(
  method: 'GET' | 'PATCH' | 'POST',
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(`${ROOT}${path}`, {
    method,
    credentials: 'same-origin',
    headers: { 'accept-language': page.i18n.locale, ...json, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => null);
  /* eslint-disable @typescript-eslint/only-throw-error -- Lightning Data Service rejects with plain objects. */
  if (response === null) throw failed(500, 'Server Error', { message: 'Disconnected or Canceled' });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const [first] = Array.isArray(answer) ? (answer as unknown[]) : [answer];
  throw failed(response.status, response.statusText, { ...(first as object | null), statusCode: response.status });
  /* eslint-enable @typescript-eslint/only-throw-error */
}

const failed = (status: number, statusText: string, body: object): FetchResponse =>
  freeze({ body, errorType: 'fetchResponse', headers: {}, ok: false, status, statusText });

/** What wires deliver cannot be changed by who receives it. */
export function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
