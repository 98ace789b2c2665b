import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server saw it; `at` is when it was read completely, `answeredAt` when the answer was written. */
export interface Seen {
  readonly at: number;
  answeredAt: number | null;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/**
 * What the server does with a request: answer, `drop` the connection after reading it, `hang` without an answer,
 * `flood` with a body that does not end by itself, or `cut` the connection in the middle of the body.
 */
export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | 'drop'
  | 'hang'
  | 'flood'
  | 'cut';

export interface ScriptedServer {
  readonly url: string;
  readonly port: number;
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

/** A loopback HTTP server that answers as `script` says and remembers every request. */
export async function startScriptedServer(
  script: (request: Seen, index: number) => Reply | Promise<Reply>,
): Promise<ScriptedServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => void handle(request, response));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const entry: Seen = {
      at: Date.now(),
      answeredAt: null,
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers as Record<string, string | undefined>,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    seen.push(entry);
    const reply = await script(entry, seen.length - 1);
    if (reply === 'hang') return;
    if (reply === 'drop') return void request.socket.destroy();
    if (reply === 'flood') return flood(response);
    if (reply === 'cut') return cut(request, response);
    entry.answeredAt = Date.now();
    const { status, headers = {}, body = '' } = reply;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function flood(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = 'x'.repeat(64 * 1024);
  const write = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', write);
  };
  write();
}

function cut(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
  response.write('{"value":[', () => request.socket.destroy());
}

/** A port of this machine where nobody listens. */
export async function unusedPort(): Promise<number> {
  const server = await startScriptedServer(() => 'drop');
  await server.close();
  return server.port;
}
