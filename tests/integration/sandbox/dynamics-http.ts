import { type IncomingHttpHeaders, createServer } from 'node:http';
import { once } from 'node:events';
import { DynamicsWebApi } from 'dynamics-web-api';
import { type DynamicsOptions, createDynamics } from '../../../scripts/sandbox/dynamics/index.ts';
import { sampleId } from '../../../scripts/sandbox/dynamics/sample/ids.ts';

/** Ids of the sample rows, as in scripts/sandbox/dynamics/sample. */
export const account = (number: number): string => sampleId(6, number);
export const contact = (number: number): string => sampleId(7, number);
export const opportunity = (number: number): string => sampleId(8, number);

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

export interface Body {
  readonly error: { readonly code: string; readonly message: string };
  readonly value: readonly Body[];
  readonly [property: string]: unknown;
}

export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

export interface Running {
  readonly url: string;
  /** Plain HTTP below `/api/data/v9.2/`. */
  as(clientId: string): Promise<Send>;
  /** The real client library. */
  client(clientId: string): Promise<DynamicsWebApi>;
  control(method: string, path: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

export async function startDynamics(options: DynamicsOptions = {}): Promise<Running> {
  const standIn = createDynamics(options);
  const { url } = await standIn.listen(0);
  const token = async (clientId: string): Promise<string> => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientId,
      scope: `${url}/.default`,
    });
    const response = await fetch(`${url}/sandbox/oauth2/v2.0/token`, { method: 'POST', body: form });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  return {
    url,
    async as(clientId) {
      const authorization = `Bearer ${await token(clientId)}`;
      return (method, path, body, headers) =>
        call(method, `${url}/api/data/v9.2/${path}`, body, { authorization, ...headers });
    },
    async client(clientId) {
      const accessToken = await token(clientId);
      return new DynamicsWebApi({
        serverUrl: url,
        dataApi: { version: '9.2' },
        onTokenRefresh: () => Promise.resolve({ accessToken }),
      });
    },
    control: (method, path, body) => call(method, `${url}/_sandbox/${path}`, body, {}),
    stop: () => standIn.close(),
  };
}

async function call(
  method: string,
  address: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const json = body !== undefined && typeof body !== 'string';
  const response = await fetch(address, {
    method,
    headers: { ...(json && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: json ? JSON.stringify(body) : body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (text.startsWith('{') ? JSON.parse(text) : {}) as Body,
  };
}

/** What the webhook brought. */
export interface Delivered {
  readonly headers: IncomingHttpHeaders;
  readonly context: {
    readonly MessageName: string;
    readonly PrimaryEntityName: string;
    readonly PrimaryEntityId: string;
    readonly [property: string]: unknown;
  };
  readonly text: string;
}

export interface Receiver {
  readonly url: string;
  readonly received: Delivered[];
  /** Statuses of the next answers; afterwards 200. */
  readonly answers: number[];
  /** Resolves when so many deliveries have come in. */
  count(wanted: number): Promise<Delivered[]>;
  stop(): Promise<void>;
}

/** A connector's place: takes webhooks and remembers them. */
export async function startReceiver(): Promise<Receiver> {
  const received: Delivered[] = [];
  const answers: number[] = [];
  let arrived = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      received.push({ headers: request.headers, context: JSON.parse(text) as Delivered['context'], text });
      response.writeHead(answers.shift() ?? 200).end();
      arrived.resolve();
      arrived = Promise.withResolvers();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/webhooks/dynamics`,
    received,
    answers,
    async count(wanted) {
      while (received.length < wanted) await arrived.promise;
      return received;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
