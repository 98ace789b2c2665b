import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SalesforceConnection } from '../connection.ts';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FakeOrg {
  readonly url: string;
  /** Requests so far, without sign-ins. */
  readonly seen: SeenRequest[];
  readonly signIns: SeenRequest[];
  connect(options?: { timeoutMs?: number }): SalesforceConnection;
  close(): Promise<void>;
}

export type Answer = (request: SeenRequest, response: ServerResponse) => void;

/** An org on loopback that signs everybody in (tokens `token-1`, `token-2`, …) and answers as the test says, for what no stand-in does. */
export async function fakeOrg(answer: Answer, signIn?: Answer): Promise<FakeOrg> {
  const seen: SeenRequest[] = [];
  const signIns: SeenRequest[] = [];
  const connections: SalesforceConnection[] = [];
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body };
      if (!url.startsWith('/services/oauth2/')) {
        seen.push(request);
        return answer(request, response);
      }
      signIns.push(request);
      if (signIn) return signIn(request, response);
      return json(response, 200, { access_token: `token-${signIns.length}`, instance_url: org.url });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const org: FakeOrg = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    signIns,
    connect: ({ timeoutMs = 5_000 } = {}) => {
      const connection = new SalesforceConnection(
        { loginUrl: org.url, auth: { kind: 'client-credentials', clientId: 'id', clientSecret: 'secret' } },
        timeoutMs,
      );
      connections.push(connection);
      return connection;
    },
    close: async () => {
      for (const connection of connections) connection.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return org;
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
