import { type StandIn } from '../../../scripts/sandbox/kit/index.ts';
import { createSalesforce, type SalesforceOptions } from '../../../scripts/sandbox/salesforce/index.ts';

export interface Answer {
  readonly status: number;
  // The shape depends on the call; tests say what they expect.
  readonly body: unknown;
  readonly headers: Headers;
}

/** A running Salesforce stand-in and plain HTTP calls to it. */
export interface RunningSalesforce {
  readonly url: string;
  readonly standIn: StandIn;
  token(clientId: string): Promise<string>;
  /** A call below `/services/data/v64.0` as somebody. */
  call(
    clientId: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  query(clientId: string, soql: string): Promise<readonly Record<string, unknown>[]>;
  /** A control below `/_sandbox`. */
  control(method: string, path: string, body?: unknown): Promise<Answer>;
}

export async function startSalesforce(options: SalesforceOptions = {}): Promise<RunningSalesforce> {
  const standIn = createSalesforce(options);
  const { url } = await standIn.listen(0);
  const tokens = new Map<string, string>();

  const send = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...json, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : (JSON.parse(text) as unknown),
    };
  };

  const token = async (clientId: string): Promise<string> => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientId,
    });
    const response = await fetch(`${url}/services/oauth2/token`, { method: 'POST', body: form });
    return ((await response.json()) as { access_token: string }).access_token;
  };

  const running: RunningSalesforce = {
    url,
    standIn,
    token,
    async call(clientId, method, path, body, headers = {}) {
      const known = tokens.get(clientId) ?? (await token(clientId));
      tokens.set(clientId, known);
      return send(method, `/services/data/v64.0${path}`, body, { authorization: `Bearer ${known}`, ...headers });
    },
    async query(clientId, soql) {
      const { body } = await running.call(clientId, 'GET', `/query?q=${encodeURIComponent(soql)}`);
      return (body as { records: readonly Record<string, unknown>[] }).records;
    },
    control: (method, path, body) => send(method, `/_sandbox${path}`, body, {}),
  };
  return running;
}

/** The least that an opportunity needs. */
export const OPPORTUNITY = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2027-03-31' } as const;
