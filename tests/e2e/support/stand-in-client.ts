import type { RequestLogEntry } from '../../../scripts/sandbox/kit/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Plain HTTP to one stand-in, signed in as one of the sandbox's people, as a tester with curl would. */
export interface StandInClient {
  readonly url: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Like `call`, but anything but 2xx is an error that shows the answer. */
  ok<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T>;
  as(clientId: string): StandInClient;
  requests(): Promise<readonly RequestLogEntry[]>;
  clearRequests(): Promise<void>;
  fault(fault: unknown): Promise<void>;
  clearFaults(): Promise<void>;
  control(path: string, body?: unknown): Promise<void>;
}

export function standInClient(url: string, tokenPath: string, clientId = 'seller'): StandInClient {
  let token: string | undefined;

  async function signIn(): Promise<string> {
    const response = await fetch(url + tokenPath, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientId }),
    });
    if (!response.ok)
      throw new Error(`Sign-in of ${clientId} at ${url} failed: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { access_token: string }).access_token;
  }

  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(path.startsWith('/_sandbox') ? {} : { authorization: `Bearer ${(token ??= await signIn())}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'client-request-id': crypto.randomUUID(),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  }

  const client: StandInClient = {
    url,
    async call(method, path, body, headers) {
      const answer = await send(method, path, body, headers);
      if (answer.status !== 401) return answer;
      token = undefined;
      return send(method, path, body, headers);
    },
    async ok<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
      const answer = await client.call(method, path, body, headers);
      if (answer.status >= 300)
        throw new Error(`${method} ${url}${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as T;
    },
    as: (otherClientId) => standInClient(url, tokenPath, otherClientId),
    requests: () => client.ok('GET', '/_sandbox/requests'),
    clearRequests: () => client.ok('DELETE', '/_sandbox/requests'),
    fault: (fault) => client.ok('POST', '/_sandbox/faults', fault),
    clearFaults: () => client.ok('DELETE', '/_sandbox/faults'),
    control: (path, body) => client.ok('POST', `/_sandbox/${path}`, body ?? {}),
  };
  return client;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}
